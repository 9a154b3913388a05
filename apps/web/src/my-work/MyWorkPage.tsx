import { useQuery } from '@tanstack/react-query';
import { myWorkQuery } from '../api/people-queries.js';
import { useSession } from '../api/session.js';
import { NoRight } from '../staff/NoRight.js';
import { ErrorState } from '../states/ErrorState.js';
import { Skeleton } from '../states/Skeleton.js';
import { usePageHead } from '../words/page-head.js';
import { useWords } from '../words/words.js';
import { ActingChoice } from './ActingChoice.js';
import { Drafts } from './Drafts.js';
import { Notices } from './Notices.js';
import { OwnTables } from './OwnTables.js';
import { Proposals } from './Proposals.js';
import { Renewals } from './Renewals.js';
import { TargetChanges } from './TargetChanges.js';
import { Tasks } from './Tasks.js';
import { Vintages } from './Vintages.js';
import '../staff/staff.css';

/** What waits for whoever is signed in, what they were told, and for whom they may act. */
export function MyWorkPage() {
  const { word } = useWords();
  const session = useSession();
  // No work waits for the local operator; a visitor is led to sign in by the answer.
  const operator = session?.kind === 'operator';
  const { data, error, refetch } = useQuery({ ...myWorkQuery(), enabled: session !== undefined && !operator });
  usePageHead(word('nav.my-work'), word('my-work.description'));
  if (session !== undefined && operator) return <NoRight session={session} />;
  return (
    <article className="page staff my-work">
      <header className="page-head">
        <h1>{word('nav.my-work')}</h1>
        <p className="subtitle">{word('my-work.description')}</p>
      </header>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={6} /> : null}
      {data === undefined || error ? null : (
        <>
          <Tasks tasks={data.tasks} />
          <Proposals proposals={data.proposals} />
          <Renewals renewals={data.renewals} />
          <Drafts drafts={data.drafts} />
          <Vintages vintages={data.vintages} />
          <TargetChanges changes={data.targetChanges} />
          <OwnTables tables={data.tables} />
          <Notices notices={data.notices} />
          {session === undefined ? null : <ActingChoice session={session} />}
        </>
      )}
    </article>
  );
}
