import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckStanding } from '@zhiheng/office';
import { useEffect } from 'react';
import { checkQuery, checkRowsFile, checkRowsQuery } from '../../api/data-queries.js';
import { SyntheticBand } from '../../marks/SyntheticBand.js';
import { numberText } from '../../numbers/format-number.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import type { PageView } from '../page-view.js';
import { FoundTable } from './FoundTable.js';

export interface FoundRowsProps {
  readonly view: PageView;
  readonly standing: CheckStanding;
  readonly mayExport: boolean;
}

/** The rows behind a check, page by page, as far as they are shown to whoever asks; and all of these as CSV. */
export function FoundRows({ view, standing: { id, kind, state }, mayExport }: FoundRowsProps) {
  const { word, language } = useWords();
  const { release, page } = view.state;
  const turned = page === undefined ? [] : page.split('~');
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...checkRowsQuery(id, { release, after: turned.at(-1) }),
    placeholderData: keepPreviousData,
    enabled: state !== 'failed',
  });
  const queries = useQueryClient();
  const foundFirst = state === 'pending' && data !== undefined;
  useEffect(() => {
    // To show rows the check is run: then it is no longer pending.
    if (foundFirst) void queries.invalidateQueries({ queryKey: checkQuery(id, release).queryKey });
  }, [queries, foundFirst, id, release]);
  if (state === 'failed') return <p className="empty-line">{word('checks.rows.failed')}</p>;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={6} />;
  const counted = (value: number) => numberText(value, { language, decimals: 0 });
  const name = [id, release, data.rows.some(isSynthetic) ? word('synthetic') : undefined]
    .filter((part) => part)
    .join('-');
  return (
    <>
      {data.rows.some(isSynthetic) ? <SyntheticBand /> : null}
      <div className="records-head">
        <p>
          {word('checks.rows.total', { total: counted(data.total) })}
          {data.withheldByRight === 0
            ? ''
            : word('list.semicolon') + word('checks.rows.withheld', { withheld: counted(data.withheldByRight) })}
        </p>
        {mayExport && data.visible > 0 ? (
          <a className="quiet" href={checkRowsFile(id, release)} download={`${name}.csv`}>
            {word('save.values')}
          </a>
        ) : null}
      </div>
      {data.rows.length === 0 ? (
        <p className="empty-line">{word(data.total === 0 ? 'checks.rows.none' : 'checks.rows.none-visible')}</p>
      ) : (
        <FoundTable view={view} rows={data.rows} regional={kind === 'neighbour-ratio'} waiting={isPlaceholderData} />
      )}
      <PageTurns view={view} turned={turned} next={data.next} />
    </>
  );
}

const isSynthetic = ({ dataset }: { readonly dataset: string | null }) => dataset === 'synthetic';
