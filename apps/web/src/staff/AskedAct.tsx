import { useState } from 'react';
import { useWords } from '../words/words.js';
import { ProblemText } from './FaultText.js';
import { useAct } from './useAct.js';

export interface AskedActProps {
  /** The verb on the button. */
  readonly label: string;
  /** Whom or what it is done to, for those who hear the button. */
  readonly of?: string;
  /** What will happen, asked once; left out where nothing is lost by a slip. */
  readonly question?: string;
  readonly act: () => Promise<unknown>;
}

/** A button that acts; one with a question asks before it does. */
export function AskedAct({ label, of, question, act }: AskedActProps) {
  const { word } = useWords();
  const [asked, setAsked] = useState(false);
  const { waiting, error, run } = useAct();
  const go = async () => {
    setAsked(false);
    await run(act);
  };
  return (
    <span className="asked-act">
      {asked ? (
        <span className="asked" role="alert">
          <span>{question}</span>
          <button type="button" disabled={waiting} onClick={() => void go()}>
            {word('act.do', { act: label })}
          </button>
          <button type="button" className="quiet" onClick={() => setAsked(false)}>
            {word('act.leave')}
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="quiet"
          disabled={waiting}
          onClick={() => (question === undefined ? void go() : setAsked(true))}
        >
          {label}
          {of === undefined ? null : <span className="unseen"> {of}</span>}
        </button>
      )}
      {error === null ? null : <ProblemText error={error} />}
    </span>
  );
}
