import { Link } from '@tanstack/react-router';
import type { Definition } from '@zhiheng/indicators';
import type { AreaAnswer, RecordsAnswer } from '@zhiheng/office';
import { Fragment } from 'react';
import type { WhyQuery } from '../api/queries.js';
import { useWords, type Words } from '../words/words.js';
import { areaName, kindName } from './choice-names.js';
import { valueName } from './dimension-names.js';
import { shareText } from './share-text.js';
import { columnName, testWords } from './test-words.js';
import { WhyPanel } from './WhyPanel.js';

export interface RecordTableProps {
  /** Of the figure that is shown. */
  readonly definition: Definition;
  readonly rows: RecordsAnswer['rows'];
  readonly leftOut: boolean;
  readonly areas: readonly AreaAnswer[];
  readonly waiting: boolean;
  /** Which figure the records are of. */
  readonly figure: Omit<WhyQuery, 'id'>;
  /** Id of the record that is explained, and what changes it. */
  readonly explained: string | undefined;
  readonly explain: (id: string | undefined) => void;
}

const first = ['number', 'title', 'holder', 'area', 'kind'];
const hidden = new Set([
  'id',
  'party',
  'office',
  'dataset',
  'leftOutBy',
  'admittedBy',
  'countedOn',
  'conditions',
  'share',
  ...first,
]);

/** Records as rows: who and what, the columns that the definition uses, and why each counted or was left out. */
export function RecordTable({
  definition,
  rows,
  leftOut,
  areas,
  waiting,
  figure,
  explained,
  explain,
}: RecordTableProps) {
  const words = useWords();
  const used = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !hidden.has(column));
  const shared = leftOut ? null : sharedCondition(words, rows);
  const why = leftOut ? ['leftOutBy'] : shared === null ? ['admittedBy'] : [];
  const met = rows.some((row) => row.conditions !== undefined) ? ['conditions'] : [];
  const share = rows.some((row) => typeof row.share === 'number') ? ['share'] : [];
  const columns = [...first, ...used, ...share, 'countedOn', ...met, ...why];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={words.word('records.table')} tabIndex={0}>
      <table className="records" aria-busy={waiting}>
        {shared === null ? null : (
          <caption>
            {words.word('column.admitted-by')}
            {words.word('list.colon')}
            <code>{shared}</code>
          </caption>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(words, column)}
              </th>
            ))}
            <th scope="col">{words.word('why.column')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const open = row.id === explained;
            return (
              <Fragment key={row.id}>
                <tr aria-current={open ? 'true' : undefined}>
                  {columns.map((column) => (
                    <td key={column} className={`record-${column}`} data-heading={columnName(words, column)}>
                      {column === 'holder' && typeof row.party === 'string' ? (
                        <Link
                          to="/$language/data"
                          params={{ language: words.language }}
                          search={{ part: 'parties', party: row.party }}
                        >
                          {cellText(words, definition, areas, column, row[column])}
                        </Link>
                      ) : (
                        cellText(words, definition, areas, column, row[column])
                      )}
                    </td>
                  ))}
                  <td className="record-why">
                    <button
                      type="button"
                      className="quiet"
                      aria-expanded={open}
                      onClick={() => explain(open ? undefined : row.id)}
                    >
                      {words.word(open ? 'why.close' : leftOut ? 'why.why-not' : 'why.why')}
                      <span className="unseen"> {row.id}</span>
                    </button>
                  </td>
                </tr>
                {open ? (
                  <tr className="explained">
                    <td colSpan={columns.length + 1}>
                      <WhyPanel query={{ ...figure, id: row.id }} areas={areas} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The areas that a record counts in. */
function placeNames(words: Words, areas: readonly AreaAnswer[], places: string): string {
  const names = places.split('+').map((area) => areaName(words, areas, area));
  return names.join(words.word('list.comma'));
}

/** The condition that admitted every record of the page; null where they differ. */
function sharedCondition(words: Words, rows: RecordsAnswer['rows']): string | null {
  const conditions = new Set(rows.map((row) => testsText(words, row.admittedBy)));
  return conditions.size === 1 ? ([...conditions][0] ?? null) : null;
}

function testsText(words: Words, tests: readonly string[]): string {
  return tests.map((test) => testWords(words, test)).join(words.word('list.comma'));
}

/** The conditions that a record meets, by their names. */
function conditionsText(words: Words, definition: Definition, ids: unknown): string {
  const names = Array.isArray(ids)
    ? ids.map((id) => valueName(words, { definition, codes: {} }, 'condition', String(id)))
    : [];
  return names.length === 0 ? '–' : names.join(words.word('list.comma'));
}

function cellText(
  words: Words,
  definition: Definition,
  areas: readonly AreaAnswer[],
  column: string,
  value: unknown,
): string {
  if (value === null || value === undefined || value === '') return '–';
  if (column === 'area') return areaName(words, areas, String(value));
  if (column === 'counted_in') return placeNames(words, areas, String(value));
  if (column === 'share') return shareText(words, Number(value));
  if (column === 'kind') return kindName(words, String(value));
  if (column === 'leftOutBy') return testWords(words, String(value));
  if (column === 'conditions') return conditionsText(words, definition, value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : testsText(words, value.map(String));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
