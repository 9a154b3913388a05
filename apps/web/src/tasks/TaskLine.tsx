import type { TaskRow } from '@zhiheng/programme';
import { DueText } from '../task/DueText.js';
import { LightMark } from '../task/LightMark.js';
import { TaskLink } from '../task/TaskLink.js';
import { taskStateWords } from '../task/task-words.js';
import { useWords } from '../words/words.js';
import type { Chosen } from './useChosen.js';
import type { TaskNames } from './useTaskNames.js';

export interface TaskLineProps {
  readonly task: TaskRow;
  readonly names: TaskNames;
  /** Left out for those who cannot act. */
  readonly chosen?: Chosen;
}

/** One task in a line; its title opens it. */
export function TaskLine({ task, names, chosen }: TaskLineProps) {
  const { word } = useWords();
  const on = chosen?.has(task.id) === true;
  const { progress, cameBack, milestones, files, reopened } = task;
  const stands = [
    progress === null ? null : names.progress(progress.state),
    cameBack === null ? null : word('tasks.why.came-back', { reason: names.reason(cameBack.reason) }),
  ].filter((part) => part !== null);
  const done = [
    milestones.of === 0 ? null : word('tasks.milestones', { done: milestones.done, of: milestones.of }),
    files === 0 ? word('tasks.files.none') : word('tasks.files', { files }),
    reopened === 0 ? null : word('tasks.reopened', { times: reopened }),
  ].filter((part) => part !== null);
  return (
    <tr aria-current={on ? 'true' : undefined}>
      {chosen === undefined ? null : (
        <td className="task-choice">
          <input
            type="checkbox"
            aria-label={word('tasks.choose', { title: task.title })}
            checked={on}
            onChange={() => chosen.choose([task], !on)}
          />
        </td>
      )}
      <td className="task-light">
        <LightMark light={task.light} told />
      </td>
      <th scope="row" className="task-title">
        <TaskLink task={task} />
      </th>
      <td className="task-owner">{names.organisation(task.owner)}</td>
      <td className="task-clause" title={task.clause === null ? undefined : names.clause(task.clause)}>
        {task.clause ?? task.target ?? ''}
      </td>
      <td className="task-due">
        <DueText due={task.due} />
      </td>
      <td className="task-state">{word(taskStateWords[task.state])}</td>
      <td className="task-progress" title={progress?.text}>
        {stands.join(word('list.semicolon'))}
      </td>
      <td className="task-done">{done.join(word('list.semicolon'))}</td>
    </tr>
  );
}
