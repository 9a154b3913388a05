import type { TaskRulesAnswer, TaskShown } from '@zhiheng/office';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ProblemText } from '../staff/FaultText.js';
import { Select } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { type AskedDue, dueBody, noDue } from './asked-due.js';
import { DueFields } from './DueFields.js';
import { OwnerField } from './OwnerField.js';
import type { OfferedAct } from './offered-acts.js';
import { taskActWords } from './task-words.js';
import { useTaskAct } from './useTaskAct.js';

export interface TaskActFormProps {
  readonly task: TaskShown;
  readonly rules: TaskRulesAnswer;
  readonly act: OfferedAct;
  /** Where it is sent. */
  readonly path: string;
  readonly leave: () => void;
}

const withReason: readonly OfferedAct[] = ['return', 'hand-over', 'send-back', 'reopen', 'deadline'];
const withDue: readonly OfferedAct[] = ['hand-over', 'reopen', 'deadline'];

/** What an act asks for: a reason of the rules, a new owner, a new last day, words. What is refused stays filled in. */
export function TaskActForm({ task, rules, act, path, leave }: TaskActFormProps) {
  const { word, own } = useWords();
  const { waiting, error, run } = useAct();
  const { post } = useTaskAct(task);
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState('');
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const [due, setDue] = useState<AskedDue>(noDue);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);

  const reasons = rules.reasons.filter((one) => one.for.some((name) => name === act));
  const asksReason = withReason.includes(act);
  // Whoever gives tasks out gives this one to a new owner by an act of its own.
  const asksOwner = act === 'hand-over' || (act === 'return' && !task.acts.includes('hand-over'));
  const asksText = act === 'progress';
  const noteNeeded = act === 'withdraw';
  const missing =
    (asksReason && reason === '') ||
    (act === 'hand-over' && to === '') ||
    (act === 'deadline' && Object.keys(dueBody(due)).length === 0) ||
    (asksText && (state === '' || text.trim() === '')) ||
    (noteNeeded && text.trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing || waiting) return;
    const words = text.trim();
    const body = {
      ...(asksReason && { reason }),
      ...(asksOwner && to !== '' && { to }),
      ...(asksText ? { state, text: words } : words !== '' && { note: words }),
      ...(withDue.includes(act) && dueBody(due)),
    };
    void run(() => post(path, body));
  };
  return (
    <form ref={form} className="staff-form" onSubmit={submit}>
      <h3>{word(taskActWords[act] ?? 'task.act.other')}</h3>
      {act === 'close' ? <p className="remark">{word('task.close.explained')}</p> : null}
      {act === 'hand-in' ? <p className="remark">{word('task.hand-in.explained')}</p> : null}
      {asksText ? (
        <Select
          label={word('task.field.state')}
          value={state}
          set={setState}
          options={[
            ['', word('decisions.choose')],
            ...rules.progress.map(({ id, names }) => [id, own(names)] as const),
          ]}
        />
      ) : null}
      {asksReason ? (
        <Select
          label={word('task.field.reason')}
          value={reason}
          set={setReason}
          options={[['', word('decisions.choose')], ...reasons.map(({ id, names }) => [id, own(names)] as const)]}
        />
      ) : null}
      {asksOwner ? (
        <OwnerField
          label={word(act === 'return' ? 'task.field.to-proposed' : 'task.field.to')}
          value={to}
          set={setTo}
          without={task.owner}
        />
      ) : null}
      {withDue.includes(act) ? (
        <DueFields
          label={word(act === 'deadline' ? 'task.field.due-needed' : 'task.field.due')}
          due={due}
          set={setDue}
        />
      ) : null}
      <label className="choice">
        <span>{word(asksText ? 'task.field.text' : noteNeeded ? 'task.field.why' : 'task.field.note')}</span>
        <textarea
          rows={3}
          value={text}
          maxLength={asksText ? 4000 : 2000}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className="acts">
        <button type="submit" className="main-act" disabled={missing || waiting}>
          {word(taskActWords[act] ?? 'task.act.other')}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {word('act.leave')}
        </button>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
