import type { TaskListAnswer } from '@zhiheng/office';
import type { TaskRow } from '@zhiheng/programme';
import { DueText } from '../task/DueText.js';
import { TaskLink } from '../task/TaskLink.js';
import { taskStateWords } from '../task/task-words.js';
import { useWords } from '../words/words.js';
import { daysLate } from './days-late.js';
import type { TaskNames } from './useTaskNames.js';

export interface CircularTasksProps {
  readonly answer: TaskListAnswer;
  readonly names: TaskNames;
  readonly today: string;
}

/** Late tasks, those longest over first: whose, since when, and why. */
export function CircularTasks({ answer, names, today }: CircularTasksProps) {
  const { word } = useWords();
  const why = ({ state, progress, cameBack, files }: TaskRow) =>
    [
      word(taskStateWords[state]),
      progress === null ? null : word('tasks.why.progress', { progress: names.progress(progress.state) }),
      cameBack === null ? null : word('tasks.why.came-back', { reason: names.reason(cameBack.reason) }),
      files === 0 ? word('tasks.why.no-evidence') : null,
    ]
      .filter((part) => part !== null)
      .join(word('list.semicolon'));
  return (
    <section className="block">
      <h2>{word('circular.late', { tasks: answer.lights.late })}</h2>
      {answer.tasks.length === 0 ? <p className="empty-line">{word('circular.late.none')}</p> : null}
      {answer.tasks.length === 0 ? null : (
        <table className="circular-tasks">
          <caption className="unseen">{word('circular.late', { tasks: answer.lights.late })}</caption>
          <thead>
            <tr>
              <th scope="col">{word('tasks.column.title')}</th>
              <th scope="col">{word('tasks.by.owner')}</th>
              <th scope="col">{word('tasks.by.due')}</th>
              <th scope="col" className="numeric">
                {word('circular.days')}
              </th>
              <th scope="col">{word('circular.stands')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.tasks.map((task) => (
              <tr key={task.id}>
                <th scope="row">
                  <TaskLink task={task} /> <span className="unit">{task.clause ?? task.target}</span>
                </th>
                <td>{names.organisation(task.owner)}</td>
                <td className="unbroken">
                  <DueText due={task.due} />
                </td>
                <td className="numeric" data-label={word('circular.days')}>
                  {task.due === null ? '–' : daysLate(task.due.day, today)}
                </td>
                <td>{why(task)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
