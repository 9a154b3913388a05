import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { partiesQuery } from '../../api/party-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { WordsSearch } from '../rulings/WordsSearch.js';
import { NoParties } from './NoParties.js';
import { PartyTable } from './PartyTable.js';

/** Parties of the newest release, those of most records first. */
export function PartyList({ view }: { readonly view: PageView }) {
  const { word } = useWords();
  const { state, set } = view;
  const turned = state.page === undefined ? [] : state.page.split('~');
  const { data, error, refetch } = useQuery({
    ...partiesQuery({ words: state.words, after: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.release === null || (data.total === 0 && state.words === undefined)) return <NoParties />;
  return (
    <>
      <h3>
        {word('parties.count', { total: data.total })} <span className="count">{data.release}</span>
      </h3>
      <WordsSearch
        key={state.words ?? ''}
        label={word('parties.words')}
        value={state.words}
        search={(words) => set({ words, page: undefined })}
      />
      {data.rows.length === 0 ? (
        <p className="empty-line">{word('parties.nothing-found')}</p>
      ) : (
        <PartyTable view={view} rows={data.rows} />
      )}
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}
