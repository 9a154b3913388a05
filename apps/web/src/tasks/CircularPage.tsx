import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { officeQuery, programmeQuery } from '../api/queries.js';
import { may, useSession } from '../api/session.js';
import { tallyQuery, tasksQuery } from '../api/task-queries.js';
import { NoRight } from '../staff/NoRight.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { CircularOwners } from './CircularOwners.js';
import { CircularTasks } from './CircularTasks.js';
import { CircularWithheld } from './CircularWithheld.js';
import { totalsOf } from './tally-totals.js';
import { useTaskNames } from './useTaskNames.js';
import '../staff/staff.css';
import './circular.css';

const route = getRouteApi('/$language/tasks/circular');

/** Late tasks that one circular lists; how many more there are is said. */
const most = 500;

/** How a programme goes, for paper: totals, owners with the late ones first, late tasks, and what is not told. */
export function CircularPage() {
  const { word } = useWords();
  const session = useSession();
  usePageHead(word('circular.heading'), word('circular.description'));
  if (session === undefined) return <Skeleton rows={12} />;
  if (!may(session, 'tasks:read')) return <NoRight session={session} />;
  return <Circular />;
}

function Circular() {
  const { word, own } = useWords();
  const state = route.useSearch();
  const office = useQuery(officeQuery());
  const programme = state.programme ?? office.data?.programmes[0]?.id;
  const enabled = programme !== undefined;
  const document = useQuery({ ...programmeQuery(programme ?? ''), enabled });
  const tally = useQuery({ ...tallyQuery({ by: 'owner', programme }), enabled });
  const late = useQuery({ ...tasksQuery({ programme, light: 'late', limit: most }), enabled });
  const all = useQuery({ ...tasksQuery({ programme, limit: 1 }), enabled });
  const names = useTaskNames(programme);
  const failed = [office, document, tally, late, all].find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (office.data !== undefined && programme === undefined) {
    return (
      <EmptyState heading={word('overview.empty.heading')}>
        <p>{word('overview.empty.advice')}</p>
      </EmptyState>
    );
  }
  if (!office.data || !document.data || !tally.data || !late.data || !all.data) return <Skeleton rows={12} />;
  const { today } = office.data;
  const { rows } = tally.data;
  const { open, late: behind, dueSoon, closed, reopened } = totalsOf(rows);
  return (
    <article className="page staff circular">
      <header className="page-head">
        <h1>{word('circular.title', { programme: own(document.data.names) })}</h1>
        <p className="subtitle">
          {word('circular.as-of', { day: today })} · {document.data.number}{' '}
          <button type="button" className="quiet" onClick={() => window.print()}>
            {word('circular.print')}
          </button>
        </p>
      </header>
      {rows.length === 0 ? (
        <EmptyState heading={word('tasks.empty.heading')}>
          <p>{word('tasks.empty.advice')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="sentence">
            {word('circular.totals', { open, late: behind, soon: dueSoon, closed, reopened, owners: rows.length })}
          </p>
          <CircularOwners rows={rows} names={names} />
          <CircularTasks answer={late.data} names={names} today={today} />
          <CircularWithheld late={late.data} undated={all.data.lights.none} />
        </>
      )}
    </article>
  );
}
