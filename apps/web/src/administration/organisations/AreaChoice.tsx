import { useId, useState } from 'react';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';

export interface AreaChoiceProps {
  readonly codes: readonly string[];
  readonly set: (codes: readonly string[]) => void;
}

/** Provinces by name, other areas by their code of GB/T 2260. */
export function AreaChoice({ codes, set }: AreaChoiceProps) {
  const { word } = useWords();
  const { provinces, nameOf } = useAreaNames();
  const [text, setText] = useState('');
  const list = useId();
  const known = provinces.find(({ code }) => code === text.trim() || nameOf(code) === text.trim());
  const code = known?.code ?? (/^\d{6}$/.test(text.trim()) ? text.trim() : null);
  const add = () => {
    if (code === null) return;
    if (!codes.includes(code)) set([...codes, code]);
    setText('');
  };
  return (
    <div className="area-choice">
      <label className="choice">
        <span>{word('areas.choose')}</span>
        <input
          type="text"
          list={list}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      </label>
      <datalist id={list}>
        {provinces.map(({ code }) => (
          <option key={code} value={nameOf(code)} />
        ))}
      </datalist>
      <button type="button" disabled={code === null} onClick={add}>
        {word('areas.add')}
      </button>
      <ul className="chosen-areas">
        {codes.map((one) => (
          <li key={one}>
            {nameOf(one)}{' '}
            <button type="button" className="quiet" onClick={() => set(codes.filter((other) => other !== one))}>
              {word('areas.remove')}
              <span className="unseen"> {nameOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
