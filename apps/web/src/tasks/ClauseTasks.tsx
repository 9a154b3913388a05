import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may, useSession } from '../api/session.js';
import { tasksQuery } from '../api/task-queries.js';
import { ProblemText } from '../staff/FaultText.js';
import { useOrganisationNames } from '../staff/useOrganisationNames.js';
import { DueText } from '../task/DueText.js';
import { LightMark } from '../task/LightMark.js';
import { TaskLink } from '../task/TaskLink.js';
import { taskStateWords } from '../task/task-words.js';
import { useWords } from '../words/words.js';
import './tasks.css';

export interface ClauseTasksProps {
  readonly programme: string;
  readonly clause: string;
}

const most = 50;

/** The tasks of a clause, asked for when the clause is opened, and the way to assign one. */
export function ClauseTasks({ programme, clause }: ClauseTasksProps) {
  const { word, language } = useWords();
  const session = useSession();
  const name = useOrganisationNames();
  const { data, error } = useQuery(tasksQuery({ programme, clause, state: 'any', limit: most }));
  return (
    <div className="clause-tasks">
      <h4>
        {word('tasks.clause')}
        {may(session, 'tasks:assign') ? (
          <Link to="/$language/tasks/new" params={{ language }} search={{ programme, clause }}>
            {word('tasks.clause.assign')}
          </Link>
        ) : null}
      </h4>
      {error ? <ProblemText error={error} /> : null}
      {data === undefined && !error ? <p className="skeleton skeleton-line" /> : null}
      {data?.tasks.length === 0 ? <p className="empty-line">{word('tasks.clause.none')}</p> : null}
      <ul className="lines">
        {(data?.tasks ?? []).map((task) => (
          <li key={task.id}>
            <span>
              <LightMark light={task.light} /> <TaskLink task={task} /> <span className="unit">{name(task.owner)}</span>
            </span>
            <span className="unit">
              {word(taskStateWords[task.state])} · <DueText due={task.due} />
              {' · '}
              <Link className="opens" to="/$language/tasks/$task" params={{ language, task: task.id }} hash="evidence">
                {word('task.evidence', { n: task.files })}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {data === undefined || data.next === null ? null : (
        <p>
          <Link
            className="opens"
            to="/$language/tasks"
            params={{ language }}
            search={{ programme, clause, state: 'any' }}
          >
            {word('tasks.clause.all', { tasks: data.total })}
          </Link>
        </p>
      )}
    </div>
  );
}
