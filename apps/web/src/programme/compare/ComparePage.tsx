import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComparedHead } from '@zhiheng/programme';
import { comparableQuery, programmeComparisonQuery } from '../../api/programme-queries.js';
import { may, useSession } from '../../api/session.js';
import { withoutGaps } from '../../frame/without-gaps.js';
import { NoRight } from '../../staff/NoRight.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { usePageHead } from '../../words/page-head.js';
import { useWords } from '../../words/words.js';
import { CompareChoices } from './CompareChoices.js';
import { ComparedItems } from './ComparedItems.js';
import { ComparedTargets } from './ComparedTargets.js';
import type { CompareState } from './compare-state.js';
import './compare.css';

const route = getRouteApi('/$language/programme/compare');

/** Two guidelines or programmes beside each other. */
export function ComparePage() {
  const { word, language } = useWords();
  const session = useSession();
  const reads = session !== undefined && may(session, 'guidelines:read');
  const known = useQuery({ ...comparableQuery(), enabled: reads });
  usePageHead(word('programme-compare.heading'), word('programme-compare.description'));
  return (
    <article className="page programme-compare">
      <header className="page-head">
        <p className="overline">
          <Link to="/$language/programme" params={{ language }}>
            {word('nav.programme')}
          </Link>
        </p>
        <h1>{word('programme-compare.heading')}</h1>
        <p className="subtitle">{word('programme-compare.description')}</p>
      </header>
      {session !== undefined && !reads ? <NoRight session={session} /> : null}
      {known.error ? <ErrorState error={known.error} retry={() => void known.refetch()} /> : null}
      {known.data === undefined && !known.error && (session === undefined || reads) ? <Skeleton rows={10} /> : null}
      {known.data === undefined ? null : <Compared known={known.data} />}
    </article>
  );
}

/** The choice of both sides, and what came of comparing them. */
function Compared({ known }: { readonly known: readonly ComparedHead[] }) {
  const { word } = useWords();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const before = state.before ?? known[0]?.id ?? '';
  const after = state.after ?? known.find(({ id }) => id !== before)?.id ?? before;
  const apart = before !== after;
  const { data, error, refetch } = useQuery({ ...programmeComparisonQuery(before, after), enabled: apart });
  const set = (change: CompareState) =>
    void navigate({ search: (was) => withoutGaps({ ...was, ...change }), resetScroll: false });
  if (known.length < 2 && state.before === undefined) {
    return (
      <EmptyState heading={word('programme-compare.one.heading')}>
        <p>{word('programme-compare.one.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <CompareChoices known={known} before={before} after={after} set={set} />
      {apart ? null : <p className="empty-line">{word('programme-compare.itself')}</p>}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error && apart ? <Skeleton rows={10} /> : null}
      {data === undefined || error ? null : (
        <>
          {data.wordsCompared ? null : <p className="remark">{word('programme-compare.own-words')}</p>}
          <ComparedTargets comparison={data} />
          <ComparedItems comparison={data} state={state} set={set} />
        </>
      )}
    </>
  );
}
