import type { CheckRowsAnswer } from '@zhiheng/office';
import { Fragment } from 'react';
import { useWords } from '../../words/words.js';
import { fieldName } from '../field-name.js';
import type { PageView } from '../page-view.js';
import { RecordRows } from './RecordRows.js';
import { useValueText } from './useValueText.js';

type Row = CheckRowsAnswer['rows'][number];

export interface FoundTableProps {
  readonly view: PageView;
  readonly rows: readonly Row[];
  /** Totals of a region instead of records: they open to nothing. */
  readonly regional: boolean;
  readonly waiting: boolean;
}

/** Rows found with the values at odds; the id opens the whole record below its row. */
export function FoundTable({ view, rows, regional, waiting }: FoundTableProps) {
  const words = useWords();
  const { word } = words;
  const valueText = useValueText(rows.map(({ values }) => values));
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].filter(
    (column) => !regional || column !== 'area',
  );
  const numeric = new Set(columns.filter((column) => rows.some(({ values }) => typeof values[column] === 'number')));
  const alignment = (column: string) => (numeric.has(column) ? 'numeric' : undefined);
  const toggle = (key: string) => view.set({ record: view.state.record === key ? undefined : key });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="wide" aria-label={word('checks.rows.heading')} tabIndex={0}>
      <table className="found" aria-busy={waiting}>
        <thead>
          <tr>
            <th scope="col">{word(regional ? 'column.area' : 'checks.rows.record')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={alignment(column)}>
                {fieldName(words, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = row.position === null ? row.id : `${row.id}#${row.position}`;
            const open = view.state.record === key;
            return (
              <Fragment key={key}>
                <tr aria-current={open ? 'true' : undefined}>
                  <th scope="row">
                    {regional ? (
                      valueText('area', row.values.area ?? null)
                    ) : (
                      <button type="button" className="opens" aria-expanded={open} onClick={() => toggle(key)}>
                        {row.id}
                        {row.position === null ? null : <span className="unit"> · {row.position}</span>}
                      </button>
                    )}
                  </th>
                  {columns.map((column) => (
                    <td key={column} className={alignment(column)} data-heading={fieldName(words, column)}>
                      {valueText(column, row.values[column] ?? null)}
                    </td>
                  ))}
                </tr>
                {open ? (
                  <tr className="opened">
                    <td colSpan={columns.length + 1}>
                      <RecordRows id={row.id} release={view.state.release} />
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
