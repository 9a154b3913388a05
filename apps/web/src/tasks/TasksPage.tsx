import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { officeQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { tallyQuery, tasksQuery } from '../api/task-queries.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { NoRight } from '../staff/NoRight.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { listAsked, tallyAsked } from './board-queries.js';
import { TallyTable } from './TallyTable.js';
import { TaskChoices } from './TaskChoices.js';
import { TaskList } from './TaskList.js';
import { readTasksState, type TasksState } from './tasks-state.js';
import { useTaskNames } from './useTaskNames.js';
import '../staff/staff.css';
import './tasks.css';

const route = getRouteApi('/$language/tasks');

/** Who is behind and why, and the tasks themselves. */
export function TasksPage() {
  const { word } = useWords();
  const session = useSession();
  usePageHead(word('tasks.heading'), word('tasks.description'));
  if (session === undefined) return <Skeleton rows={12} />;
  if (!may(session, 'tasks:read')) return <NoRight session={session} />;
  return <Board />;
}

function Board() {
  const session = useSession();
  const { word, language } = useWords();
  const state = readTasksState(route.useSearch());
  const navigate = route.useNavigate();
  const set = (change: TasksState) =>
    void navigate({
      search: (before) => withoutGaps({ ...readTasksState(before), after: undefined, ...change }),
      resetScroll: false,
    });
  const office = useQuery(officeQuery());
  const newest = office.data?.programmes[0]?.id;
  const asked = tallyAsked(state, newest);
  const tally = useQuery({ ...tallyQuery(asked), enabled: office.data !== undefined });
  const list = useQuery(tasksQuery(listAsked({ ...state, programme: asked.programme })));
  const areas = tally.data?.by === 'area' ? tally.data.rows.flatMap(({ key }) => key ?? []) : [];
  const names = useTaskNames(asked.programme ?? newest, areas);
  const error = office.error ?? tally.error ?? list.error;
  const shown = { ...state, programme: asked.programme };
  const untouched = tally.data?.rows.length === 0 && Object.keys(state).every((key) => key === 'by');
  return (
    <article className="page staff tasks-page">
      <header className="page-head">
        <h1>{word('tasks.heading')}</h1>
        <p className="subtitle">{word('tasks.description')}</p>
        <ul className="dateline-facts">
          <li>
            <Link to="/$language/programme" params={{ language }} search={{ programme: shown.programme }}>
              {word('tasks.to-programme')}
            </Link>
          </li>
          <li>
            <Link to="/$language/tasks/timeline" params={{ language }} search={{ programme: shown.programme }}>
              {word('timeline.heading')}
            </Link>
          </li>
          <li>
            <Link to="/$language/tasks/circular" params={{ language }} search={{ programme: shown.programme }}>
              {word('circular.heading')}
            </Link>
          </li>
          {may(session, 'tasks:assign') ? (
            <li>
              <Link to="/$language/tasks/new" params={{ language }} search={{ programme: shown.programme }}>
                {word('assign.heading')}
              </Link>
            </li>
          ) : null}
        </ul>
      </header>
      {error ? (
        <ErrorState
          error={error}
          retry={() => {
            for (const one of [office, tally, list]) if (one.error) void one.refetch();
          }}
        />
      ) : untouched ? (
        <EmptyState heading={word('tasks.empty.heading')}>
          <p>{word('tasks.empty.advice')}</p>
        </EmptyState>
      ) : (
        <>
          <TaskChoices state={shown} programmes={office.data?.programmes ?? []} names={names} set={set} />
          {tally.data === undefined ? (
            <Skeleton rows={8} />
          ) : (
            <TallyTable tally={tally.data} state={shown} names={names} />
          )}
          {list.data === undefined ? (
            <Skeleton rows={12} />
          ) : (
            <TaskList answer={list.data} state={shown} names={names} busy={list.isPlaceholderData} set={set} />
          )}
        </>
      )}
    </article>
  );
}
