import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PairedRecord, RecordSide } from '@zhiheng/office';
import { useState } from 'react';
import { type ExplainedQuery, explainedQuery } from '../../api/vintage-queries.js';
import { kindName } from '../../figure/choice-names.js';
import { testWords } from '../../figure/test-words.js';
import { PageTurns } from '../../staff/PageTurns.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords, type Words } from '../../words/words.js';

export interface PairedRecordsBlockProps {
  readonly query: ExplainedQuery;
  readonly side: RecordSide;
}

/** The records that came to a figure, left it, or stayed, a page at a time, as far as rights show them. */
export function PairedRecordsBlock({ query, side }: PairedRecordsBlockProps) {
  const words = useWords();
  const { word } = words;
  const [turned, setTurned] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery({
    ...explainedQuery({ ...query, side, limit: 20, from: turned.at(-1) }),
    placeholderData: keepPreviousData,
  });
  const page = data?.page ?? null;
  const { nameOf } = useAreaNames(page?.rows.map(({ area }) => area) ?? []);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (page === null) return <Skeleton rows={4} />;
  const turn = ({ page: keys }: { readonly page?: string | undefined }) => setTurned(keys?.split('~') ?? []);
  const columns = ['number', 'title', 'holder', 'area', 'kind', 'counted-on', ...(side === 'both' ? [] : ['there'])];
  return (
    <section className="paired-records">
      {page.withheldByRight === 0 ? null : (
        <p className="remark">{word('explain.withheld', { n: page.withheldByRight, total: page.total })}</p>
      )}
      {page.rows.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
        <section className="wide" aria-label={word('records.table')} tabIndex={0}>
          <table className="records">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {word(headings[column] ?? '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <tr key={row.id}>
                  <td data-heading={word('column.number')}>{row.number}</td>
                  <td data-heading={word('column.title')}>{row.title ?? '–'}</td>
                  <td data-heading={word('column.holder')}>{row.holder ?? '–'}</td>
                  <td data-heading={word('column.area')}>{nameOf(row.area)}</td>
                  <td data-heading={word('column.kind')}>{kindName(words, row.kind)}</td>
                  <td data-heading={word('column.counted-on')}>{row.countedOn ?? '–'}</td>
                  {side === 'both' ? null : <td data-heading={word('explain.there')}>{thereText(words, row, side)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <PageTurns view={{ set: turn }} turned={turned} next={page.next} />
    </section>
  );
}

const headings: Readonly<Record<string, string>> = {
  number: 'column.number',
  title: 'column.title',
  holder: 'column.holder',
  area: 'column.area',
  kind: 'column.kind',
  'counted-on': 'column.counted-on',
  there: 'explain.there',
};

/** What a record is to the other vintage. */
function thereText(words: Words, { otherwise, leftOutThere }: PairedRecord, side: RecordSide): string {
  if (otherwise === 'absent') {
    return words.word(side === 'added' ? 'explain.not-in-earlier' : 'explain.not-in-later');
  }
  if (leftOutThere === null) return words.word('explain.elsewhere');
  return testWords(words, leftOutThere);
}
