import type { TaskListAnswer } from '@zhiheng/office';
import type { KeyboardEvent } from 'react';
import { may, useSession } from '../api/session.js';
import { PageTurns } from '../staff/PageTurns.js';
import { LightMark } from '../task/LightMark.js';
import { useWords } from '../words/words.js';
import { BatchBar } from './BatchBar.js';
import { TaskLine } from './TaskLine.js';
import { boardLights, type TasksState, turnedPages } from './tasks-state.js';
import { useChosen } from './useChosen.js';
import type { TaskNames } from './useTaskNames.js';

export interface TaskListProps {
  readonly answer: TaskListAnswer;
  readonly state: TasksState;
  readonly names: TaskNames;
  readonly busy: boolean;
  readonly set: (change: TasksState) => void;
}

/** Tasks by their last day, one a line; several can be chosen and acted on together. */
export function TaskList({ answer, state, names, busy, set }: TaskListProps) {
  const { word } = useWords();
  const session = useSession();
  const chosen = useChosen(answer.tasks);
  const acting = may(session, 'tasks:work', 'tasks:close', 'tasks:assign');
  const all = answer.tasks.length > 0 && chosen.tasks.length === answer.tasks.length;
  return (
    <section className="block" id="task-list">
      <h2>{word('tasks.list')}</h2>
      <p className="remark">
        {word('tasks.list.total', { tasks: answer.total })}
        {boardLights.map((light) =>
          answer.lights[light] === 0 ? null : (
            <span key={light} className="light-count">
              <LightMark light={light} told /> {answer.lights[light]}
            </span>
          ),
        )}
        {state.from === undefined ? null : (
          <span className="light-count">
            {word('tasks.list.days', { from: state.from, until: state.until ?? '' })}{' '}
            <button type="button" className="quiet" onClick={() => set({ from: undefined, until: undefined })}>
              {word('tasks.list.any-day')}
            </button>
          </span>
        )}
      </p>
      {acting ? <BatchBar chosen={chosen} shown={answer.tasks} /> : null}
      {answer.tasks.length === 0 ? (
        <p className="empty-line">{word('tasks.list.none')}</p>
      ) : (
        <table className="task-lines" aria-busy={busy} onKeyDown={walkRows}>
          <caption className="unseen">{word('tasks.list')}</caption>
          <thead>
            <tr>
              {acting ? (
                <th scope="col" className="task-choice">
                  <input
                    type="checkbox"
                    aria-label={word('tasks.choose-all')}
                    checked={all}
                    onChange={() => chosen.choose(answer.tasks, !all)}
                  />
                </th>
              ) : null}
              <th scope="col">{word('tasks.light')}</th>
              <th scope="col">{word('tasks.column.title')}</th>
              <th scope="col">{word('tasks.by.owner')}</th>
              <th scope="col">{word('tasks.by.clause')}</th>
              <th scope="col">{word('tasks.by.due')}</th>
              <th scope="col">{word('tasks.state')}</th>
              <th scope="col">{word('tasks.column.progress')}</th>
              <th scope="col">{word('tasks.column.done')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.tasks.map((task) => (
              <TaskLine key={task.id} task={task} names={names} {...(acting ? { chosen } : {})} />
            ))}
          </tbody>
        </table>
      )}
      <PageTurns
        view={{ set: ({ page }) => set({ after: page }) }}
        turned={turnedPages(state.after)}
        next={answer.next}
      />
    </section>
  );
}

/** Arrow keys go from the box of one row to that of the next. */
function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')];
  const [here] = boxes.filter((box) => box === event.target);
  const next = here === undefined ? undefined : boxes[boxes.indexOf(here) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
