import type { ProgrammeAnswer, ShownClause, TaskShown, TasksAssigned } from '@zhiheng/office';
import type { Verdict } from '@zhiheng/programme';
import { type FormEvent, useState } from 'react';
import { send } from '../api/send.js';
import { departmentName } from '../overview/department-name.js';
import { ProblemText } from '../staff/FaultText.js';
import { Field } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { useWords } from '../words/words.js';
import { type AskedDue, dueBody, noDue } from './asked-due.js';
import { DueFields } from './DueFields.js';
import { type AskedMilestone, MilestoneFields } from './MilestoneFields.js';
import { type Receivers, ReceiversField } from './ReceiversField.js';

export interface AssignFormProps {
  readonly programme: ProgrammeAnswer;
  readonly clause: ShownClause | null;
  readonly target: Verdict | null;
  readonly parent: TaskShown | null;
  readonly done: (assigned: TasksAssigned) => void;
}

/** Who gets a task, by when, and what is to be shown; what is left out comes from the clause, target or task. */
export function AssignForm({ programme, clause, target, parent, done }: AssignFormProps) {
  const words = useWords();
  const { word } = words;
  const { waiting, error, run } = useAct();
  const owners = clause === null ? [] : clause.owners.length > 0 ? clause.owners : clause.proposed;
  const [to, setTo] = useState<Receivers>({ kind: owners.length > 0 ? 'owners' : 'chosen', chosen: [] });
  const [title, setTitle] = useState('');
  const [due, setDue] = useState<AskedDue>(noDue);
  const [wanted, setWanted] = useState('');
  const [milestones, setMilestones] = useState<readonly AskedMilestone[]>([]);
  // What is left out stands in the task as the document has it, whatever the language of the page.
  const given = (target ?? clause)?.names['zh-Hans'] ?? parent?.title ?? '';
  const receivers = to.kind === 'chosen' ? to.chosen : [to.kind];
  const missing = receivers.length === 0 || (given === '' && title.trim() === '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (missing || waiting) return;
    const steps = milestones.filter((one) => one.title.trim() !== '');
    const body = {
      ...(parent === null ? { programme: programme.id } : { parent: parent.id }),
      ...(clause !== null && { clause: clause.id }),
      ...(target !== null && { target: target.target }),
      to: receivers,
      ...(title.trim() !== '' && { title: title.trim() }),
      ...dueBody(due),
      ...(wanted.trim() !== '' && { wanted: wanted.trim() }),
      ...(steps.length > 0 && {
        milestones: steps.map((one) => ({ title: one.title.trim(), ...(one.due !== '' && { due: one.due }) })),
      }),
    };
    const assigned = await run(() => send<TasksAssigned>('POST', 'tasks', body));
    if (assigned !== undefined) done(assigned);
  };
  return (
    <form className="block staff-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={word(given === '' ? 'assign.title' : 'assign.title.given', { given })}
        value={title}
        set={setTitle}
      />
      <ReceiversField
        value={to}
        set={setTo}
        owners={owners.map((name) => departmentName(words, programme.departments, name))}
      />
      <DueFields
        label={
          clause?.due == null && parent?.due == null
            ? word('assign.due')
            : word('assign.due.given', { day: clause?.due ?? parent?.due?.day ?? '' })
        }
        due={due}
        set={setDue}
      />
      <label className="choice">
        <span>{word('assign.wanted')}</span>
        <textarea
          rows={2}
          maxLength={1000}
          value={wanted}
          placeholder={
            clause === null ? (parent?.wanted ?? '') : clause.evidence.map((one) => one['zh-Hans']).join('；')
          }
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      <MilestoneFields milestones={milestones} set={setMilestones} />
      <p className="acts">
        <button type="submit" className="main-act" disabled={missing || waiting}>
          {word('assign.send')}
        </button>
        <span className="unit">{word('assign.all-or-none')}</span>
      </p>
      {error === null ? null : <ProblemText error={error} />}
    </form>
  );
}
