import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { may, useSession } from '../api/session.js';
import { taskQuery, taskRulesQuery } from '../api/task-queries.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { TaskActs } from './TaskActs.js';
import { TaskEvidence } from './TaskEvidence.js';
import { TaskFacts } from './TaskFacts.js';
import { TaskFigures } from './TaskFigures.js';
import { TaskHead } from './TaskHead.js';
import { TaskHistory } from './TaskHistory.js';
import { TaskMilestones } from './TaskMilestones.js';
import { TaskParts } from './TaskParts.js';
import '../staff/staff.css';
import './task.css';

const route = getRouteApi('/$language/tasks/$task');

/** A task: how it stands, what can be done with it, what its figures say, its evidence, parts and whole history. */
export function TaskPage() {
  const { word, language } = useWords();
  const { task: id } = route.useParams();
  const session = useSession();
  const mayRead = may(session, 'tasks:read');
  const answer = useQuery({ ...taskQuery(id), enabled: mayRead });
  const rules = useQuery({ ...taskRulesQuery(), enabled: mayRead });
  const { data: task } = answer;
  usePageHead(task === undefined ? word('task.one') : task.title, word('task.description'));
  if (session !== undefined && !mayRead) return <NoRight session={session} />;
  const error = answer.error ?? rules.error;
  if (error) {
    return (
      <>
        <ErrorState error={error} retry={() => void (answer.error ? answer.refetch() : rules.refetch())} />
        <p>
          <Link to="/$language/my-work" params={{ language }}>
            {word('task.to-my-work')}
          </Link>
        </p>
      </>
    );
  }
  if (task === undefined || rules.data === undefined) {
    return (
      <article className="page staff task-page">
        <header className="page-head">
          <h1>&nbsp;</h1>
        </header>
        <Skeleton rows={3} />
        <Skeleton rows={8} />
      </article>
    );
  }
  return (
    <article className="page staff task-page">
      <TaskHead task={task} />
      <TaskActs key={`${task.id} ${task.version}`} task={task} rules={rules.data} />
      <TaskFacts task={task} rules={rules.data} />
      <TaskFigures task={task} />
      <TaskMilestones task={task} />
      <TaskEvidence task={task} rules={rules.data} />
      <TaskParts task={task} mayAssign={may(session, 'tasks:assign')} />
      <TaskHistory task={task} rules={rules.data} />
    </article>
  );
}
