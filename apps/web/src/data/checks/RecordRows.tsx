import { useQuery } from '@tanstack/react-query';
import type { RecordAnswer } from '@zhiheng/office';
import { recordQuery } from '../../api/data-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { Skeleton } from '../../states/Skeleton.js';
import { useWords } from '../../words/words.js';
import { fieldName } from '../field-name.js';
import { tableName } from '../table-name.js';
import { useValueText } from './useValueText.js';

type Table = RecordAnswer['tables'][number];

/** Everything that is held of one record, table by table; names masked by right. */
export function RecordRows({ id, release }: { readonly id: string; readonly release: string | undefined }) {
  const words = useWords();
  const { data, error, refetch } = useQuery(recordQuery(id, release));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled with the keyboard, too.
    <section className="held-record" aria-label={words.word('checks.record', { id })} tabIndex={0}>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton rows={6} /> : null}
      {data?.tables.map((table) => (
        <div key={table.table}>
          <h3>{tableName(words, table.table)}</h3>
          {table.rows.length === 1 ? <OneRow table={table} /> : <SeveralRows table={table} />}
        </div>
      ))}
    </section>
  );
}

function OneRow({ table: { rows } }: { readonly table: Table }) {
  const words = useWords();
  const valueText = useValueText(rows);
  return (
    <dl className="facts">
      {Object.entries(rows[0] ?? {}).map(([column, value]) =>
        value === null ? null : (
          <div key={column}>
            <dt>{fieldName(words, column)}</dt>
            <dd>{valueText(column, value)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function SeveralRows({ table: { table, rows } }: { readonly table: Table }) {
  const words = useWords();
  const valueText = useValueText(rows);
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null));
  return (
    <table>
      <caption className="unseen">{tableName(words, table)}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {fieldName(words, column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row.position)}>
            {columns.map((column) => (
              <td key={column}>{valueText(column, row[column] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
