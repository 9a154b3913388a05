import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { decidedQuery } from '../../api/party-queries.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { NextReleaseText } from '../rulings/NextReleaseText.js';
import { RulingTable } from './RulingTable.js';

export interface DecidedListProps {
  readonly view: PageView;
  readonly mayDecide: boolean;
}

/** What was decided about parties, the newest first. */
export function DecidedList({ view, mayDecide }: DecidedListProps) {
  const { word } = useWords();
  const turned = view.state.page === undefined ? [] : view.state.page.split('~');
  const { data, error, refetch } = useQuery({ ...decidedQuery(turned.at(-1)), placeholderData: keepPreviousData });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  if (data.total === 0) {
    return (
      <EmptyState heading={word('parties.none-decided.heading')}>
        <p>{word('parties.none-decided.advice')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <NextReleaseText change={data.nextRelease} />
      <RulingTable view={view} rows={data.rows} mayDecide={mayDecide} />
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}
