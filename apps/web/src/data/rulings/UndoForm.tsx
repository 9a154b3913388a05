import { useState } from 'react';
import { useWords } from '../../words/words.js';
import { ReasonField } from './ReasonField.js';
import { RulingFault } from './RulingFault.js';
import { useRuling } from './useRuling.js';

export interface UndoFormProps {
  /** Where the undoing is sent. */
  readonly path: string;
  /** The act that was looked at. */
  readonly act: number;
  /** What is undone, for those who hear the button. */
  readonly of: string;
  /** What is sent with it. */
  readonly about?: object;
  /** Whether the act is sent with it; left out: it is. Of some the address names it. */
  readonly sendsAct?: boolean;
}

/** Takes a decision back, with a reason. */
export function UndoForm({ path, act, of, about, sendsAct = true }: UndoFormProps) {
  const { word } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { waiting, error, decide, refresh } = useRuling();
  if (!open) {
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {word('rulings.undo')}
        <span className="unseen"> {of}</span>
      </button>
    );
  }
  return (
    <form
      className="undo"
      onSubmit={(event) => {
        event.preventDefault();
        void decide(path, { ...about, reason: reason.trim(), ...(sendsAct ? { act } : {}) });
      }}
    >
      <ReasonField reason={reason} set={setReason} />
      <p className="acts">
        <button type="submit" disabled={waiting || reason.trim() === ''}>
          {word('rulings.undo')}
        </button>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {word('act.leave')}
        </button>
      </p>
      <RulingFault error={error} refresh={refresh} />
    </form>
  );
}
