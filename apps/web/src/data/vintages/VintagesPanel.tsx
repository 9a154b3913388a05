import { useQuery } from '@tanstack/react-query';
import { vintagesQuery } from '../../api/vintage-queries.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { CompareBlock } from './CompareBlock.js';
import { CorrectionList } from './CorrectionList.js';
import { VintageTable } from './VintageTable.js';
import './vintages.css';

/** Computed vintages: what each rests on, which of them readers see, and what differs between two. */
export function VintagesPanel({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const { data, error, refetch } = useQuery(vintagesQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <>
      <section className="block">
        <h2>{word('vintages.list')}</h2>
        {data === undefined ? <Skeleton rows={4} /> : null}
        {data?.length === 0 ? (
          <EmptyState heading={word('vintages.none.heading')}>
            <p>{word('vintages.none.advice')}</p>
          </EmptyState>
        ) : null}
        {data === undefined || data.length === 0 ? null : <VintageTable vintages={data.toReversed()} />}
      </section>
      {data === undefined || data.length === 0 ? null : <CorrectionList />}
      {data === undefined || data.length < 2 ? null : <CompareBlock view={view} vintages={data} />}
    </>
  );
}
