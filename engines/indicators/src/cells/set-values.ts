import { type AddedForm, monthly, type SetForm, seriesColumns, statisticColumns, unfolded } from './set-form.js';
import { byMonth, type MonthSpan, monthsOfYear, spans, spansOfCases, upToMonth } from './spans.js';

/** SQL of how many observations rows of a set hold: as many as `unfolded` gives. `where`: SQL of which rows. */
export function countedValues(form: SetForm, rows: string, months: MonthSpan, where = '1 = 1'): string {
  const source = form === 'observations' ? unfolded(form, rows, months) : rows;
  return `SELECT CAST(coalesce(sum(${valuesOfRow(form, months)}), 0) AS BIGINT) AS count
FROM (\n${withRunning(form, source)}\n) AS stored
WHERE ${where}`;
}

/** SQL of how many observations some sets of one form hold: `set_number`, from 0 in their order, and `count`; a set without rows has none. */
export function countedSets(form: SetForm, sets: readonly string[], months: MonthSpan): string {
  const stored = sets.map(
    (rows, number) =>
      `SELECT ${number} AS set_number, counted.* FROM (\n${form === 'observations' ? unfolded(form, rows, months) : rows}\n) AS counted`,
  );
  return `SELECT set_number, CAST(sum(${valuesOfRow(form, months)}) AS BIGINT) AS count
FROM (\n${withRunning(form, stored.join('\nUNION ALL\n'))}\n) AS stored
GROUP BY set_number`;
}

/** Rows of a flow with what was counted up to the end of each month, `u1` to `u12`: a span is a difference of two; others as they are. */
function withRunning(form: SetForm, rows: string, prefixes: readonly string[] = ['']): string {
  if (!form.startsWith('flow')) return rows;
  const running = prefixes.map((prefix) =>
    byMonth((month) => `${upToMonth(`${prefix}m`, month)} AS ${prefix}u${month}`),
  );
  return `SELECT each_row.*, ${running.join(',\n  ')}\nFROM (\n${rows}\n) AS each_row`;
}

/** SQL of how many observations one row of `withRunning` holds; `prefix`: of the names of its months. */
function valuesOfRow(form: SetForm, { first, last }: MonthSpan, prefix = ''): string {
  const one = (test: string) => `CASE WHEN ${test} THEN 1 ELSE 0 END`;
  const each = () => {
    switch (form) {
      case 'flow':
      case 'flow-of-holders':
      case 'flow-of-shares':
        return spansOfCases(12).map(({ first: from, last: to, numbers }) => {
          const before = from === 1 ? '0' : `${prefix}u${from - 1}`;
          return `${numbers.length} * ${one(from === to ? `${prefix}m${to} <> 0` : `${prefix}u${to} <> ${before}`)}`;
        });
      case 'stock':
      case 'stock-of-holders':
      case 'stock-of-shares':
        return monthsOfYear.map((month) => {
          const told = spans.filter((span) => span.last === month).length;
          return `${told} * ${one(`${prefix}l${month} <> 0 AND year * 12 + ${month - 1} BETWEEN ${first} AND ${last}`)}`;
        });
      case 'duration':
        return statisticColumns.map(([, column]) => one(`${column} IS NOT NULL`));
      case 'observations':
        return ['1'];
    }
  };
  return each().join('\n  + ');
}

/** Rows that are added to those of a set. */
export interface AddedToSet {
  readonly rows: string;
  readonly added: string;
  /** SQL of the rows of the set that tell more months than before, whether or not anything is added to them; null: none does. */
  readonly further: string | null;
}

/**
 * SQL of how many observations more each of some sets of one form holds once rows are added to it: `set_number`, from 0 in their order,
 * and `more`; a set without such rows has none. `before`, `after`: the months that they are told for without them and with them. All are
 * counted together, since working out how costs more than counting.
 */
export function addedValues(
  form: AddedForm,
  sets: readonly AddedToSet[],
  { before, after }: { readonly before: MonthSpan; readonly after: MonthSpan },
): string {
  const columns = form.startsWith('flow') ? monthly('m') : monthly('l');
  const series = ['set_number', ...seriesColumns];
  const union = (of: (set: AddedToSet) => string) =>
    sets
      .map((set, number) => `SELECT ${number} AS set_number, counted.* FROM (\n${of(set)}\n) AS counted`)
      .join('\nUNION ALL\n');
  const listed = (prefix: string, of: (column: string) => string) =>
    columns.map((column) => `${of(column)} AS ${prefix}${column}`).join(', ');
  const own = [...seriesColumns, ...columns].join(', ');
  const nothing = columns.map((column) => `0 AS ${column}`).join(', ');
  const held = union(({ rows, added: relation, further }) => {
    const years = `year IN (SELECT year FROM ${relation})`;
    return `SELECT ${own} FROM (\n${rows}\n) AS earlier WHERE ${further === null ? years : `(${years} OR ${further})`}`;
  });
  const told = union(({ rows, added: relation, further }) => {
    const moved = `SELECT ${own} FROM ${relation}`;
    if (further === null) return moved;
    return `${moved}\nUNION ALL\nSELECT ${[...seriesColumns, nothing].join(', ')} FROM (\n${rows}\n) AS earlier WHERE ${further}`;
  });
  const sums = columns.map((column) => `CAST(sum(${column}) AS BIGINT) AS ${column}`).join(', ');
  const same = series.map((name) => `told.${name} IS NOT DISTINCT FROM held.${name}`).join(' AND ');
  const both = `SELECT told.set_number, told.year,
    ${listed('was_', (column) => `coalesce(held.${column}, 0)`)},
    ${listed('is_', (column) => `coalesce(held.${column}, 0) + told.${column}`)}
  FROM (
SELECT ${series.join(', ')}, ${sums}
FROM (\n${told}\n) AS each_row
GROUP BY ${series.join(', ')}
  ) AS told
  LEFT JOIN (\n${held}\n) AS held ON ${same}`;
  return `SELECT set_number, CAST(sum(${valuesOfRow(form, after, 'is_')}) - sum(${valuesOfRow(form, before, 'was_')}) AS BIGINT) AS more
FROM (
  ${withRunning(form, both, ['is_', 'was_'])}
) AS both_rows
GROUP BY set_number`;
}
