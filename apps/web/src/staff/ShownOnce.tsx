import { useState } from 'react';
import { useWords } from '../words/words.js';

export interface ShownOnceProps {
  readonly heading: string;
  readonly explained: string;
  readonly text: string;
  readonly close: () => void;
}

/** A secret that the server gives once: to be copied now. */
export function ShownOnce({ heading, explained, text, close }: ShownOnceProps) {
  const { word } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <section className="shown-once" aria-label={heading}>
      <h3>{heading}</h3>
      <p>{explained}</p>
      <input type="text" readOnly value={text} aria-label={heading} onFocus={(event) => event.target.select()} />
      <p className="acts">
        <button type="button" className="main-act" onClick={() => void copy().catch(() => setCopied(false))}>
          {word('once.copy')}
        </button>
        <button type="button" onClick={close}>
          {word('once.close')}
        </button>
        <span role="status">{copied ? word('once.copied') : ''}</span>
      </p>
    </section>
  );
}
