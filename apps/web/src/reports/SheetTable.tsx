import type { TableAnswer } from '@zhiheng/office';
import { symbolOf } from '../numbers/quantity.js';
import { useWords } from '../words/words.js';
import { SheetCell } from './SheetCell.js';

type Sheet = TableAnswer['filled']['sheets'][number];

interface SheetTableProps {
  readonly table: TableAnswer;
  readonly sheet: Sheet;
}

/** A sheet with its head that stays, its signs and its notes; on a phone each row is two lines. */
export function SheetTable({ table, sheet }: SheetTableProps) {
  const { word, own, language } = useWords();
  const { columns, rows, units, marks, notes } = sheet;
  const grouped = columns.some(({ group }) => group !== null);
  const unitOf = (at: number) => {
    const unit = units.columns?.[at] ?? null;
    return unit === null ? null : <span className="unit"> {symbolOf(unit, language)}</span>;
  };
  return (
    <div>
      <h2>
        {own(sheet.names)}
        {units.whole === null ? null : (
          <span className="unit"> {word('reports.unit', { unit: symbolOf(units.whole, language) })}</span>
        )}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="sheet-box" tabIndex={0} aria-label={own(sheet.names)}>
        <table className="sheet">
          <thead>
            {grouped ? (
              <tr>
                <th scope="col" rowSpan={2}>
                  {word('reports.item')}
                </th>
                {groupsOf(columns, own).map(({ name, span, at }) =>
                  name === null ? (
                    <th key={at} scope="col" rowSpan={2} className="numeric">
                      {own(columns[at]?.names ?? { 'zh-Hans': '', 'zh-Hant': '', en: '' })}
                      {unitOf(at)}
                    </th>
                  ) : (
                    <th key={at} scope="colgroup" colSpan={span} className="group">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            ) : null}
            <tr>
              {grouped ? null : <th scope="col">{word('reports.item')}</th>}
              {columns.map(({ id, names, group }, at) =>
                grouped && group === null ? null : (
                  <th key={id} scope="col" className="numeric">
                    {own(names)}
                    {unitOf(at)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, names, kind, level, cells }, at) => (
              <tr key={id} className={`row-${kind}`} data-level={level}>
                <th scope="row">
                  {own(names)}
                  {units.rows === null ? null : (
                    <span className="unit"> {symbolOf(units.rows[at] ?? null, language)}</span>
                  )}
                </th>
                {cells.map((cell, column) => (
                  <td
                    key={columns[column]?.id ?? column}
                    className="numeric"
                    data-column={headOf(columns[column], own)}
                  >
                    <SheetCell cell={cell} isRest={kind === 'rest'} table={table} marks={marks} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="sheet-notes">
        {marks.map(({ mark, words }) => (
          <li key={mark}>
            {mark} {own(words)}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.en}>{own(note)}</li>
        ))}
      </ul>
    </div>
  );
}

type Own = ReturnType<typeof useWords>['own'];

/** Neighbouring columns of the same group under one head; a column of none stands alone. */
function groupsOf(columns: Sheet['columns'], own: Own) {
  const groups: { name: string | null; span: number; at: number }[] = [];
  columns.forEach(({ group }, at) => {
    const name = group === null ? null : own(group);
    const last = groups.at(-1);
    if (last !== undefined && name !== null && last.name === name) last.span += 1;
    else groups.push({ name, span: 1, at });
  });
  return groups;
}

/** The head of a column as its cells carry it where no head stands above them: behind that of its group, if any. */
function headOf(column: Sheet['columns'][number] | undefined, own: Own): string {
  if (column === undefined) return '';
  const name = own(column.names);
  return column.group === null ? name : `${own(column.group)} · ${name}`;
}
