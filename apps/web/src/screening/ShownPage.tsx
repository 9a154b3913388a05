import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ScreenOverview } from '@zhiheng/office';
import { screenOverviewQuery, shownQuery } from '../api/screening-queries.js';
import { may, useSession } from '../api/session.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { CluePage, GroupLinks } from './CluePage.js';
import { ClueTable } from './ClueTable.js';
import { GroupPage } from './GroupPage.js';
import { RecordText } from './RecordText.js';
import { readShownState, type ShownState } from './shown-state.js';
import '../staff/staff.css';
import './screening.css';

const route = getRouteApi('/$language/screening/$id');

/** A clue, a group, or what is known of one application, by its id. */
export function ShownPage() {
  const { word, language } = useWords();
  const { id } = route.useParams();
  const session = useSession();
  const state = readShownState(route.useSearch());
  const kind = id.startsWith('G-') ? 'group' : id.startsWith('C-') ? 'clue' : 'application';
  const title = word(kindWords[kind], { id });
  usePageHead(title, word('screening.description'));
  const allowed = may(session, 'screening:read');
  const { data, error, refetch } = useQuery({ ...screenOverviewQuery(state.run), enabled: allowed });
  if (session === undefined) return <Skeleton rows={12} />;
  if (!allowed) return <NoRight session={session} />;
  return (
    <article className="page staff screening">
      <header className="page-head">
        <p className="overline">
          <Link
            to="/$language/screening"
            params={{ language }}
            search={withoutGaps({ run: state.run, list: kind === 'group' ? 'groups' : undefined })}
          >
            {word('screening.heading')}
          </Link>
        </p>
        <h1>{title}</h1>
        {data?.run == null ? null : (
          <p className="subtitle">{word('screening.of-run', { release: data.run.release, run: data.run.run })}</p>
        )}
      </header>
      {data?.run?.synthetic ? <SyntheticBand full /> : null}
      <p className="proposal">{word('screening.proposal')}</p>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={16} />
      ) : (
        <Shown key={id} id={id} kind={kind} overview={data} state={state} />
      )}
    </article>
  );
}

const kindWords = {
  group: 'screening.group.title',
  clue: 'screening.clue.title',
  application: 'screening.application.title',
} as const;

interface ShownProps {
  readonly id: string;
  readonly kind: keyof typeof kindWords;
  readonly overview: ScreenOverview;
  readonly state: ShownState;
}

function Shown({ id, kind, overview, state }: ShownProps) {
  const { word } = useWords();
  const navigate = route.useNavigate();
  const set = (change: ShownState) =>
    void navigate({ search: (before) => withoutGaps({ ...readShownState(before), ...change }), resetScroll: false });
  const { data, error, refetch } = useQuery({ ...shownQuery(id, state.run), enabled: kind !== 'group' });
  if (kind === 'group') return <GroupPage id={id} overview={overview} state={state} set={set} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  const [first] = data.clues;
  return (
    <>
      {first === undefined ? null : (
        <p className="about">
          <code>{first.application}</code> {first.title === null ? null : <RecordText text={first.title} />}{' '}
          <span className="unit">
            {word('screening.filed')} {first.filed ?? '–'}
          </span>
        </p>
      )}
      {kind === 'clue' ? (
        <CluePage answer={data} overview={overview} state={state} set={set} />
      ) : (
        <section className="block">
          <ClueTable clues={data.clues} overview={overview} run={state.run} caption={word('screening.clues')} />
          <GroupLinks groups={data.groups} run={state.run} />
        </section>
      )}
    </>
  );
}
