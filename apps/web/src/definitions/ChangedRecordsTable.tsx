import type { DefinitionPreview } from '@zhiheng/office';
import { periodName } from '../numbers/period-name.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { columnWords } from '../words/term-ids.js';
import { useWords } from '../words/words.js';

export interface ChangedRecordsProps {
  readonly preview: DefinitionPreview;
  readonly change: 'added' | 'removed';
}

const columns = ['title', 'holder', 'area', 'countedOn'] as const;
const headings = { added: 'definition-preview.added', removed: 'definition-preview.removed' } as const;

/** Some records that the draft newly counts, or counts no longer. */
export function ChangedRecordsTable({ preview, change }: ChangedRecordsProps) {
  const words = useWords();
  const { word } = words;
  const { compared } = preview;
  const { total, visible, withheldByRight, rows } = preview[change];
  const { nameOf } = useAreaNames(rows.map(({ area }) => String(area)));
  if (compared === null) return null;
  const place = word('definition-preview.place', {
    area: nameOf(compared.area),
    period: periodName(words, compared.period),
  });
  const heading = word(headings[change]);
  return (
    <section>
      <h3>
        {heading} <span className="count">{total}</span>
      </h3>
      <p className="unit">
        {place}
        {rows.length < visible ? word('list.semicolon') + word('definition-preview.first', { n: rows.length }) : null}
        {withheldByRight === 0
          ? null
          : word('list.semicolon') + word('definition-preview.withheld', { n: withheldByRight })}
      </p>
      {rows.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
        <section className="wide" aria-label={heading} tabIndex={0}>
          <table className="changed-records">
            <thead>
              <tr>
                <th scope="col">{word('definition-preview.record')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {word(columnWords[column] ?? column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <code>{row.id}</code>
                  </th>
                  {columns.map((column) => (
                    <td key={column} data-heading={word(columnWords[column] ?? column)}>
                      {column === 'area' ? nameOf(String(row.area)) : String(row[column] ?? '–')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
