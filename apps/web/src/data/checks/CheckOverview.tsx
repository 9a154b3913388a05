import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RunningJob, SessionAnswer } from '@zhiheng/office';
import { checksQuery } from '../../api/data-queries.js';
import { may } from '../../api/session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { FreezeForm } from '../releases/FreezeForm.js';
import { severities } from './check-words.js';
import { GroundChoice } from './GroundChoice.js';
import { HoldingBack } from './HoldingBack.js';
import { MissingRight } from './MissingRight.js';
import { RunChecks } from './RunChecks.js';
import { SeverityBlock } from './SeverityBlock.js';

export interface CheckOverviewProps {
  readonly view: PageView;
  readonly jobs: readonly RunningJob[];
  readonly session: SessionAnswer;
}

/** How often it is asked while checks run and the server tells nothing by itself. */
const pollMilliseconds = 1500;

/** What holds the next release back and why, making it all the same, and every check by severity. */
export function CheckOverview({ view, jobs, session }: CheckOverviewProps) {
  const { word, language } = useWords();
  const { data, error, refetch } = useQuery({
    ...checksQuery(view.state.release),
    refetchInterval: ({ state }) => (state.data?.running ? pollMilliseconds : false),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  if (data.checks.length === 0) {
    return (
      <EmptyState heading={word('checks.none.heading')}>
        <p>{word('checks.none.advice')}</p>
      </EmptyState>
    );
  }
  const holding = data.checks.filter(({ holdsBack }) => holdsBack);
  const loaded = data.release === null;
  return (
    <>
      <section className="block">
        <h2>{word(loaded ? 'checks.holding.heading' : 'checks.of-release.heading')}</h2>
        <GroundChoice view={view} />
        {data.loaded ? (
          <>
            <RunChecks overview={data} jobs={jobs} session={session} />
            <HoldingBack overview={data} holding={holding} />
          </>
        ) : (
          <EmptyState heading={word('checks.nothing-loaded.heading')}>
            <p>{word('checks.nothing-loaded.advice')}</p>
            <p>
              <Link to="/$language/data" params={{ language }} search={{ part: 'loads' }}>
                {word('loads.heading')}
              </Link>
            </p>
          </EmptyState>
        )}
      </section>
      {data.loaded && loaded ? (
        <section className="block freeze-block">
          <h2>{word('releases.freeze.heading')}</h2>
          {may(session, 'releases:create') ? (
            <FreezeForm blocking={holding} jobs={jobs} />
          ) : (
            <MissingRight permission="releases:create" />
          )}
        </section>
      ) : null}
      {severities.map((severity) => (
        <SeverityBlock
          key={severity}
          severity={severity}
          checks={data.checks.filter((check) => check.severity === severity)}
          release={view.state.release}
        />
      ))}
    </>
  );
}
