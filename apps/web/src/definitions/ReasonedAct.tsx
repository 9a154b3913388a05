import { useState } from 'react';
import { ProblemText } from '../staff/FaultText.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';

export interface ReasonedActProps {
  /** The verb on the button. */
  readonly label: string;
  /** What will happen. */
  readonly explained: string;
  readonly main?: boolean;
  readonly disabled?: boolean;
  readonly act: (reason: string) => Promise<unknown>;
}

/** The line was just asked for: what is typed next goes into it. */
const focused = (input: HTMLInputElement | null) => input?.focus();

/** An act that needs its reason: the button opens a line for it. */
export function ReasonedAct({ label, explained, main = false, disabled = false, act }: ReasonedActProps) {
  const { word } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { waiting, error, run } = useAct();
  const go = async () => {
    const done = await run(async () => (await act(reason.trim())) ?? true);
    if (done !== undefined) setOpen(false);
  };
  if (!open) {
    return (
      <button type="button" className={main ? 'main-act' : ''} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  }
  return (
    <form
      className="staff-form reasoned-act"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p className="remark">{explained}</p>
      <label className="choice">
        <span>{word('drafts.reason')}</span>
        <input
          type="text"
          value={reason}
          required
          maxLength={2000}
          ref={focused}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {error === null ? null : <ProblemText error={error} />}
      <p className="acts">
        <button type="submit" className="main-act" disabled={waiting || reason.trim() === ''}>
          {word('act.do', { act: label })}
        </button>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {word('act.leave')}
        </button>
      </p>
    </form>
  );
}
