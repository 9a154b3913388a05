import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { unresolvedQuery } from '../../api/data-queries.js';
import { Select } from '../../staff/Field.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { DataState } from '../data-state.js';
import type { PageView } from '../page-view.js';
import { WordsSearch } from '../rulings/WordsSearch.js';
import { UnresolvedTable } from './UnresolvedTable.js';

export interface UnresolvedListProps {
  readonly view: PageView;
  readonly maySettle: boolean;
  /** Takes what was done, in words. */
  readonly tell: (words: string | null) => void;
}

/** Open addresses, those of most records first. */
export function UnresolvedList({ view, maySettle, tell }: UnresolvedListProps) {
  const { word } = useWords();
  const { state, set } = view;
  const { words, only } = state;
  const turned = state.page === undefined ? [] : state.page.split('~');
  const { data, error, refetch } = useQuery({
    ...unresolvedQuery({ words, only, after: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.open === 0) {
    return (
      <EmptyState heading={word('settling.none.heading')}>
        <p>{word('settling.none.advice')}</p>
      </EmptyState>
    );
  }
  const masked = data.rows.some(({ address }) => address === null);
  return (
    <>
      <h3>
        {word('settling.count', { open: data.open })}{' '}
        <span className="count">{word('settling.records', { records: data.records })}</span>
      </h3>
      <div className="choices">
        {masked ? null : (
          <WordsSearch
            key={words ?? ''}
            label={word('settling.words')}
            value={words}
            search={(sought) => set({ words: sought, page: undefined, record: undefined })}
          />
        )}
        <Select
          label={word('settling.only')}
          value={only ?? ''}
          set={(value) => set({ only: onlyOf(value), page: undefined, record: undefined })}
          options={[
            ['', word('settling.only.all')],
            ['candidates', word('settling.only.candidates')],
            ['nothing', word('settling.only.nothing')],
          ]}
        />
      </div>
      {data.rows.length === 0 ? (
        <p className="empty-line">{word('settling.nothing-found')}</p>
      ) : (
        <UnresolvedTable view={view} rows={data.rows} maySettle={maySettle} tell={tell} />
      )}
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}

function onlyOf(value: string): DataState['only'] {
  return value === 'candidates' || value === 'nothing' ? value : undefined;
}
