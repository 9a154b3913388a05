import { useQuery } from '@tanstack/react-query';
import type { TasksActed } from '@zhiheng/office';
import type { TaskRow } from '@zhiheng/programme';
import { useState } from 'react';
import { send } from '../api/send.js';
import { may, useSession } from '../api/session.js';
import { taskRulesQuery } from '../api/task-queries.js';
import { FaultText, ProblemText } from '../staff/FaultText.js';
import { Field, Select } from '../staff/Field.js';
import { useAct } from '../staff/useAct.js';
import { taskActWords } from '../task/task-words.js';
import { useWords } from '../words/words.js';
import { type BatchAct, batchActs, batchNeeds, returningReasons } from './batch-acts.js';
import type { Chosen } from './useChosen.js';

export interface BatchBarProps {
  readonly chosen: Chosen;
  readonly shown: readonly TaskRow[];
}

/** Acts on the chosen tasks: each goes for itself, and those that refuse say why and stay chosen. */
export function BatchBar({ chosen, shown }: BatchBarProps) {
  const { word, own } = useWords();
  const session = useSession();
  const { data: rules } = useQuery(taskRulesQuery());
  const { waiting, error, run } = useAct();
  const [asked, setAsked] = useState<BatchAct | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [acted, setActed] = useState<{ readonly act: BatchAct; readonly answer: TasksActed } | null>(null);
  const reasons = returningReasons(rules?.reasons ?? []);
  const chosenReason = reason === '' ? (reasons[0]?.id ?? '') : reason;
  const { tasks } = chosen;
  const needs = asked === null ? null : batchNeeds[asked].asks;
  const go = async (act: BatchAct) => {
    const { asks } = batchNeeds[act];
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const filled = asks === 'nothing' ? {} : asks === 'reason' ? { reason: chosenReason, ...said } : said;
    const answer = await run(() => send<TasksActed>('POST', `tasks/${act}`, { tasks, each: true, ...filled }));
    if (answer === undefined) return;
    setAsked(null);
    setNote('');
    setActed({ act, answer });
    chosen.keep(answer.refused.map(({ id }) => id));
  };
  const name = (act: BatchAct) => word(taskActWords[act] ?? '');
  return (
    <div className="batch">
      <p className="acts">
        <span role="status">{word('tasks.chosen', { tasks: tasks.length })}</span>
        {batchActs
          .filter((act) => may(session, batchNeeds[act].permission))
          .map((act) => (
            <button
              key={act}
              type="button"
              disabled={waiting || tasks.length === 0}
              aria-expanded={asked === act}
              onClick={() => setAsked(asked === act ? null : act)}
            >
              {name(act)}
            </button>
          ))}
      </p>
      {asked === null ? null : (
        <form
          className="staff-form"
          onSubmit={(event) => {
            event.preventDefault();
            void go(asked);
          }}
        >
          <p>{word('tasks.batch.asked', { act: name(asked), tasks: tasks.length })}</p>
          {needs === 'reason' ? (
            <Select
              label={word('tasks.batch.reason')}
              value={chosenReason}
              set={setReason}
              options={reasons.map((one) => [one.id, own(one.names)] as const)}
            />
          ) : null}
          {needs === 'nothing' ? null : (
            <Field label={word('tasks.batch.note')} value={note} set={setNote} required={needs === 'note'} />
          )}
          <p className="acts">
            <button type="submit" className="main-act" disabled={waiting || tasks.length === 0}>
              {word('act.do', { act: name(asked) })}
            </button>
            <button type="button" className="quiet" onClick={() => setAsked(null)}>
              {word('act.leave')}
            </button>
          </p>
        </form>
      )}
      {error === null ? null : <ProblemText error={error} />}
      {acted === null ? null : (
        <div role="status" className="batch-done">
          <p>{word('tasks.batch.done', { act: name(acted.act), tasks: acted.answer.tasks.length })}</p>
          {acted.answer.refused.length === 0 ? null : (
            <>
              <p>{word('tasks.batch.refused', { tasks: acted.answer.refused.length })}</p>
              <ul>
                {acted.answer.refused.map(({ id, fault }) => (
                  <li key={id}>
                    {shown.find((task) => task.id === id)?.title ?? id}{' '}
                    <FaultText
                      code={fault.code}
                      found={fault.found}
                      expected={fault.expected}
                      message={fault.message}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
