import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { officeQuery } from '../../api/queries.js';
import { may, useSession } from '../../api/session.js';
import { type TimelineQuery, timelineQuery } from '../../api/task-queries.js';
import { withoutGaps } from '../../frame/without-gaps.js';
import { NoRight } from '../../staff/NoRight.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { usePageHead } from '../../words/page-head.js';
import { useWords } from '../../words/words.js';
import { TimelineChoices } from './TimelineChoices.js';
import { TimelineYear } from './TimelineYear.js';
import { readTimelineState, type TimelineState } from './timeline-state.js';
import '../../staff/staff.css';
import '../tasks.css';
import './timeline.css';

const route = getRouteApi('/$language/tasks/timeline');

/** The year of a programme: when the tasks of each owner or clause are due, and how they stand. */
export function TimelinePage() {
  const { word } = useWords();
  const session = useSession();
  usePageHead(word('timeline.heading'), word('timeline.description'));
  if (session === undefined) return <Skeleton rows={12} />;
  if (!may(session, 'tasks:read')) return <NoRight session={session} />;
  return <Year />;
}

function Year() {
  const { word, language } = useWords();
  const state = readTimelineState(route.useSearch());
  const navigate = route.useNavigate();
  const set = (change: TimelineState) =>
    void navigate({ search: (before) => withoutGaps({ ...readTimelineState(before), ...change }), resetScroll: false });
  const office = useQuery(officeQuery());
  const programme = state.programme ?? office.data?.programmes[0]?.id;
  const { rows = 'owner', owner, below } = state;
  const asked: TimelineQuery = { programme: programme ?? '', rows, owner, below: below === 'yes' || undefined };
  const timeline = useQuery({ ...timelineQuery(asked), enabled: programme !== undefined });
  if (office.data !== undefined && programme === undefined) {
    return (
      <EmptyState heading={word('overview.empty.heading')}>
        <p>{word('overview.empty.advice')}</p>
      </EmptyState>
    );
  }
  const failed = [office, timeline].find(({ error }) => error !== null);
  return (
    <article className="page staff tasks-page">
      <header className="page-head">
        <h1>{word('timeline.heading')}</h1>
        <p className="subtitle">{word('timeline.description')}</p>
        <ul className="dateline-facts">
          <li>
            <Link to="/$language/tasks" params={{ language }} search={{ programme }}>
              {word('tasks.behind')}
            </Link>
          </li>
          <li>
            <Link to="/$language/programme" params={{ language }} search={{ programme }}>
              {word('tasks.to-programme')}
            </Link>
          </li>
        </ul>
      </header>
      {programme === undefined || office.data === undefined ? null : (
        <TimelineChoices state={state} programme={programme} programmes={office.data.programmes} set={set} />
      )}
      {failed === undefined ? (
        timeline.data === undefined ? (
          <Skeleton rows={14} />
        ) : (
          <TimelineYear answer={timeline.data} state={state} />
        )
      ) : (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      )}
    </article>
  );
}
