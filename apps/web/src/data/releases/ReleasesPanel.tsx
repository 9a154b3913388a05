import { useQuery } from '@tanstack/react-query';
import type { RunningJob, SessionAnswer } from '@zhiheng/office';
import { releasesQuery } from '../../api/data-queries.js';
import { may } from '../../api/session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { DifferenceBlock } from './DifferenceBlock.js';
import { FreezeForm } from './FreezeForm.js';
import { ReleaseTable } from './ReleaseTable.js';

export interface ReleasesPanelProps {
  readonly view: PageView;
  readonly jobs: readonly RunningJob[];
  readonly session: SessionAnswer;
}

/** What is frozen, freezing what is loaded, verifying a release, comparing two. */
export function ReleasesPanel({ view, jobs, session }: ReleasesPanelProps) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(releasesQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <>
      {may(session, 'releases:create') ? (
        <section className="block">
          <h2>{word('releases.freeze.heading')}</h2>
          <FreezeForm jobs={jobs} />
        </section>
      ) : null}
      <section className="block">
        <h2>{word('releases.list')}</h2>
        {data === undefined ? <Skeleton rows={4} /> : null}
        {data?.length === 0 ? (
          <EmptyState heading={word('releases.none.heading')}>
            <p>{word('releases.none.advice')}</p>
          </EmptyState>
        ) : null}
        {data === undefined || data.length === 0 ? null : (
          <ReleaseTable releases={data.toReversed()} jobs={jobs} mayVerify={may(session, 'releases:verify')} />
        )}
      </section>
      {data === undefined || data.length < 2 ? null : <DifferenceBlock view={view} releases={data} />}
    </>
  );
}
