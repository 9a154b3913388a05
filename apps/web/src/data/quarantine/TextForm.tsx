import type { QuarantineFixAnswer } from '@zhiheng/office';
import { useState } from 'react';
import { ProblemText } from '../../staff/FaultText.js';
import { useWords } from '../../words/words.js';
import { useFix } from './useFix.js';

export interface TextFormProps {
  readonly id: string;
  readonly raw: string;
  readonly done: (result: QuarantineFixAnswer) => void;
}

/** The whole record as text: a row, a line of NDJSON, a document. */
export function TextForm({ id, raw, done }: TextFormProps) {
  const { word } = useWords();
  const [text, setText] = useState(raw);
  const fix = useFix(id, done);
  return (
    <form
      className="correction whole"
      onSubmit={(event) => {
        event.preventDefault();
        void fix.send({ text });
      }}
    >
      <label className="choice">
        <span>{word('quarantine.corrected-text')}</span>
        <textarea
          className="code-field"
          rows={Math.min(16, Math.max(3, raw.split('\n').length + 1))}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p>
        <button type="submit" className="main-act" disabled={fix.waiting || text.trim() === '' || text === raw}>
          {word('quarantine.load-again')}
        </button>
      </p>
      {fix.error === null ? null : <ProblemText error={fix.error} />}
    </form>
  );
}
