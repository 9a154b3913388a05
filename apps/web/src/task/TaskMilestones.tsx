import type { TaskShown } from '@zhiheng/office';
import { AskedAct } from '../staff/AskedAct.js';
import { useWords } from '../words/words.js';
import { LightMark } from './LightMark.js';
import { useTaskAct } from './useTaskAct.js';

/** Steps on the way, each marked as done by whoever works on the task, and unmarked again. */
export function TaskMilestones({ task }: { readonly task: TaskShown }) {
  const { word } = useWords();
  const { post } = useTaskAct(task);
  if (task.steps.length === 0) return null;
  const marks = task.acts.includes('milestone');
  return (
    <section className="block">
      <h2>{word('task.milestones', { done: task.milestones.done, of: task.milestones.of })}</h2>
      <ol className="lines">
        {task.steps.map(({ place, title, due, doneOn, light }) => (
          <li key={place}>
            <span>
              {doneOn === null ? <LightMark light={light} told={light !== 'none'} /> : null} {title}{' '}
              <span className="unit">{due ?? word('task.no-due')}</span>
            </span>
            <span className="acts">
              {doneOn === null ? null : <span>{word('task.milestone.done-on', { day: doneOn })}</span>}
              {marks ? (
                <AskedAct
                  label={word(doneOn === null ? 'task.milestone.done' : 'task.milestone.undo')}
                  of={title}
                  act={() => post('milestone', { milestone: place, done: doneOn === null })}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
