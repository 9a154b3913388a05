import { useQuery } from '@tanstack/react-query';
import { classificationsQuery } from '../../api/data-queries.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { ClassificationFacts } from './ClassificationFacts.js';
import { ClassificationTable } from './ClassificationTable.js';
import { OwnTableForm } from './OwnTableForm.js';
import { ProposedTables } from './ProposedTables.js';
import './classifications.css';

export interface ClassificationsPanelProps {
  readonly view: PageView;
  readonly mayLoad: boolean;
  readonly mayCompare: boolean;
}

/** The concordance tables: where each comes from, what is in doubt, its codes, and an office's own in its place. */
export function ClassificationsPanel({ view, mayLoad, mayCompare }: ClassificationsPanelProps) {
  const { word, own } = useWords();
  const { data, error, refetch } = useQuery(classificationsQuery());
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const open = data?.find(({ id }) => id === view.state.table);
  return (
    <>
      <section className="block">
        <h2>{word('classifications.title')}</h2>
        <p className="remark">{word('classifications.explained')}</p>
        {data === undefined ? <Skeleton rows={7} /> : null}
        {data?.length === 0 ? (
          <EmptyState heading={word('classifications.none.heading')}>
            <p>{word('classifications.none.advice')}</p>
          </EmptyState>
        ) : null}
        {data === undefined || data.length === 0 ? null : <ClassificationTable rows={data} view={view} />}
      </section>
      {open === undefined ? null : (
        <section className="block" aria-label={own(open.names)}>
          <h2>{own(open.names)}</h2>
          <ClassificationFacts table={open} />
        </section>
      )}
      {data === undefined || !mayCompare ? null : <ProposedTables tables={data} />}
      {data === undefined || data.length === 0 || !mayLoad ? null : (
        <OwnTableForm tables={data} mayCompare={mayCompare} />
      )}
    </>
  );
}
