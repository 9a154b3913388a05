import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { screenOverviewQuery } from '../api/screening-queries.js';
import { may, useSession } from '../api/session.js';
import { Tabs } from '../frame/Tabs.js';
import { withoutGaps } from '../frame/without-gaps.js';
import { SyntheticBand } from '../marks/SyntheticBand.js';
import { numberText } from '../numbers/format-number.js';
import { Select } from '../staff/Field.js';
import { NoRight } from '../staff/NoRight.js';
import { EmptyState } from '../states/EmptyState.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useMoments } from '../words/useMoments.js';
import { useWords } from '../words/words.js';
import { BeginRun } from './BeginRun.js';
import { CluesPanel } from './CluesPanel.js';
import { FamilyTable } from './FamilyTable.js';
import { GroupsPanel } from './GroupsPanel.js';
import { RunFacts } from './RunFacts.js';
import { readScreeningState, type ScreeningState } from './screening-state.js';
import '../staff/staff.css';
import './screening.css';

const route = getRouteApi('/$language/screening');
/** How often is asked how far a screening is. */
const pollMilliseconds = 1500;

/** What a release was screened for, and the clues and groups that were found. Nothing of it is a decision. */
export function ScreeningPage() {
  const { word } = useWords();
  const session = useSession();
  usePageHead(word('screening.heading'), word('screening.description'));
  if (session === undefined) return <Skeleton rows={12} />;
  if (!may(session, 'screening:read')) return <NoRight session={session} />;
  return (
    <article className="page staff screening">
      <header className="page-head">
        <h1>{word('screening.heading')}</h1>
        <p className="subtitle">{word('screening.description')}</p>
      </header>
      <Screened />
    </article>
  );
}

function Screened() {
  const { word, language } = useWords();
  const count = (value: number) => numberText(value, { language, decimals: 0 });
  const { moment } = useMoments();
  const state = readScreeningState(route.useSearch());
  const navigate = route.useNavigate();
  const set = (change: ScreeningState) =>
    void navigate({
      search: (before) => withoutGaps({ ...readScreeningState(before), after: undefined, ...change }),
      resetScroll: false,
    });
  const { data, error, refetch } = useQuery({
    ...screenOverviewQuery(state.run),
    refetchInterval: ({ state: { data: known } }) => (known?.job?.state === 'running' ? pollMilliseconds : false),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  const { run, runs, job } = data;
  if (run === null) {
    return (
      <EmptyState heading={word('screening.empty.heading')}>
        <p>{word('screening.empty.advice')}</p>
        <BeginRun job={job} />
      </EmptyState>
    );
  }
  return (
    <>
      {run.synthetic ? <SyntheticBand full /> : null}
      <p className="proposal">{word('screening.proposal')}</p>
      <div className="choices">
        <Select
          label={word('screening.run')}
          value={run.run}
          set={(name) => set({ run: name === runs[0]?.run ? undefined : name })}
          options={runs.map((one) => [one.run, `${one.release} · ${moment(one.createdAt)} · ${one.run}`] as const)}
        />
        <BeginRun job={job} />
      </div>
      <RunFacts run={run} />
      <FamilyTable overview={data} run={state.run} current={state.family} />
      <section className="block" id="screened-list">
        <h2>{word('screening.found')}</h2>
        <Tabs
          label={word('screening.found')}
          current={state.list ?? 'clues'}
          choose={(name) => set({ list: name === 'groups' ? 'groups' : undefined })}
          tabs={[
            { name: 'clues', label: `${word('screening.clues')} ${count(run.shown.clues)}` },
            { name: 'groups', label: `${word('screening.groups')} ${count(run.shown.groups)}` },
          ]}
        >
          {state.list === 'groups' ? (
            <GroupsPanel overview={data} state={state} set={set} />
          ) : (
            <CluesPanel overview={data} state={state} set={set} />
          )}
        </Tabs>
      </section>
    </>
  );
}
