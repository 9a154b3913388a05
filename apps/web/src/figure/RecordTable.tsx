import { Link } from '@tanstack/react-router';
import type { AreaAnswer, RecordsAnswer } from '@zhiheng/office';
import { columnWords } from '../words/term-ids.js';
import { useWords, type Words } from '../words/words.js';
import { areaName, kindName } from './choice-names.js';
import { testWords } from './test-words.js';

export interface RecordTableProps {
  readonly rows: RecordsAnswer['rows'];
  readonly leftOut: boolean;
  readonly areas: readonly AreaAnswer[];
  readonly waiting: boolean;
}

const first = ['number', 'title', 'holder', 'area', 'kind'];
const hidden = new Set(['id', 'party', 'office', 'dataset', 'leftOutBy', 'admittedBy', 'countedOn', ...first]);

/** Records as rows: who and what, the columns that the definition uses, and why each counted or was left out. */
export function RecordTable({ rows, leftOut, areas, waiting }: RecordTableProps) {
  const words = useWords();
  const used = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !hidden.has(column));
  const shared = leftOut ? null : sharedCondition(words, rows);
  const why = leftOut ? ['leftOutBy'] : shared === null ? ['admittedBy'] : [];
  const columns = [...first, ...used, 'countedOn', ...why];
  const heading = (column: string) => {
    const id = columnWords[column];
    return id === undefined ? column : words.word(id);
  };
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
                {heading(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column} className={`record-${column}`} data-heading={heading(column)}>
                  {column === 'holder' && typeof row.party === 'string' ? (
                    <Link
                      to="/$language/data"
                      params={{ language: words.language }}
                      search={{ part: 'parties', party: row.party }}
                    >
                      {cellText(words, areas, column, row[column])}
                    </Link>
                  ) : (
                    cellText(words, areas, column, row[column])
                  )}
                </td>
              ))}
            </tr>
          ))}
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

function cellText(words: Words, areas: readonly AreaAnswer[], column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (column === 'area') return areaName(words, areas, String(value));
  if (column === 'counted_in') return placeNames(words, areas, String(value));
  if (column === 'kind') return kindName(words, String(value));
  if (column === 'leftOutBy') return testWords(words, String(value));
  if (Array.isArray(value)) return value.length === 0 ? '–' : testsText(words, value.map(String));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
