import { OwnFault } from '@zhiheng/vocabulary';
import { type ComputedDefinition, isShared } from '../definition.js';
import { shareValue } from '../record/shares.js';
import { quantiles } from './quantiles.js';
import { byMonth, type MonthSpan, monthsOf, monthsOfYear, spans } from './spans.js';

/**
 * What the rows of a stored set hold, a row a year of a series (`office, dataset, area, breakdown, year`):
 *
 * - `flow`: `m1` to `m12`, what was counted in each month;
 * - `flow-of-holders`: the same of the records, and `p1` to `p31`, the distinct holders of each span of the year;
 * - `flow-of-shares`: the same of the records, and `v1` to `v12`, their shares that count there, in parts of `wholeShare`;
 * - `stock`: `l1` to `l12`, how many were open at the end of each month; what ends the span of known months stays to its December;
 * - `stock-of-holders`: the same of the records, and `h1` to `h12` of their distinct holders;
 * - `stock-of-shares`: the same of the records, and `v1` to `v12` of their shares;
 * - `duration`: a row for each `number` of a span that holds a case, with a column a statistic; survival medians in rows of their own;
 * - `observations`: a row a value, as `unfolded` gives them.
 */
export type SetForm =
  | 'flow'
  | 'flow-of-holders'
  | 'flow-of-shares'
  | 'stock'
  | 'stock-of-holders'
  | 'stock-of-shares'
  | 'duration'
  | 'observations';

export function formOf(definition: ComputedDefinition): Exclude<SetForm, 'observations'> {
  if (definition.kind === 'duration') return 'duration';
  if (definition.kind === 'distribution') throw new OwnFault(`${definition.id} is not told out of cells`);
  if (definition.count === 'holders') return `${definition.kind}-of-holders`;
  return isShared(definition) ? `${definition.kind}-of-shares` : definition.kind;
}

/** Forms of which what changed records tell is added up. */
export type AddedForm = Exclude<SetForm, 'duration' | 'observations'>;

/** Twelve columns of each prefix. */
export const monthly = (...prefixes: readonly string[]) =>
  prefixes.flatMap((prefix) => monthsOfYear.map((month) => `${prefix}${month}`));

/** Columns that are added up. */
const added: Readonly<Record<AddedForm, readonly string[]>> = {
  flow: monthly('m'),
  'flow-of-holders': [...monthly('m'), ...spans.map((_, index) => `p${index + 1}`)],
  'flow-of-shares': monthly('m', 'v'),
  stock: monthly('l'),
  'stock-of-holders': monthly('l', 'h'),
  'stock-of-shares': monthly('l', 'v'),
};

/** Whether what changed records tell can be added to what was told without them. */
export function isAdded(form: SetForm): form is AddedForm {
  return Object.hasOwn(added, form);
}

/** Columns of a series. */
export const seriesColumns = ['office', 'dataset', 'area', 'breakdown', 'year'] as const;

/** Columns that are added up where sets are. */
export function addedColumns(form: AddedForm): readonly string[] {
  return added[form];
}

/** What a stock held in December, in every month: columns of a set. */
export function decemberColumns(form: AddedForm): string[] {
  return added[form].map((column) => `${column.charAt(0)}12 AS ${column}`);
}

/** Order of the rows of a set: the same content gives the same file, the years of an area lie together. */
export function storedOrder(form: SetForm): string {
  const order = 'ORDER BY area, year, breakdown NULLS FIRST, office, dataset';
  return form === 'duration' ? `${order}, number, n NULLS FIRST` : order;
}

/** Order of observations: those of an area lie together. */
const observationOrder = 'ORDER BY area, period, breakdown NULLS FIRST, statistic NULLS FIRST, office, dataset';

/**
 * SQL of the observations that rows of a set hold, as `office, dataset, area, period, breakdown, statistic, value, n, numerator`, with the
 * `year` that each lies in. `months`: stocks are told for these alone. `suffixes`: of the periods that are told, by what stands behind
 * their year; null: all.
 */
export function unfolded(
  form: SetForm,
  rows: string,
  { first, last }: MonthSpan,
  suffixes: readonly string[] | null = null,
): string {
  const source = { rows, spanned: spanTable(suffixes) };
  const inMonths = [`year * 12 + last_month - 1 BETWEEN ${first} AND ${last}`];
  switch (form) {
    case 'flow':
      return observations(source, { n: bySpan((span) => monthsOf(span, 'm')), value: 'n' }, []);
    case 'flow-of-holders':
      return observations(
        source,
        { n: bySpan((span) => monthsOf(span, 'm')), value: `coalesce(${bySpan((_, number) => `p${number}`)}, 0)` },
        [],
      );
    case 'flow-of-shares': {
      const n = bySpan((span) => monthsOf(span, 'm'));
      return observations(source, { n, value: bySpan((span) => monthsOf(span, 'v')), told: shareValue }, []);
    }
    case 'stock-of-shares': {
      const n = bySpan((span) => `l${span.last}`);
      return observations(source, { n, value: bySpan((span) => `v${span.last}`), told: shareValue }, inMonths);
    }
    case 'stock':
    case 'stock-of-holders': {
      const holders = `coalesce(${bySpan((span) => `h${span.last}`)}, 0)`;
      const value = form === 'stock' ? 'n' : holders;
      return observations(source, { n: bySpan((span) => `l${span.last}`), value }, inMonths);
    }
    case 'duration':
      return durations(source);
    case 'observations':
      return `SELECT told.*, CAST(substr(period, 1, 4) AS INTEGER) AS year FROM (\n${rows}\n) AS told${periodTest(suffixes)}`;
  }
}

/** What `unfolded` gives without the year, in the order of observations. */
export function orderedObservations(form: SetForm, rows: string, months: MonthSpan): string {
  return `SELECT office, dataset, area, period, breakdown, statistic, value, n, numerator
FROM (\n${unfolded(form, rows, months)}\n) AS observation
${observationOrder}`;
}

const period = "lpad(CAST(year AS VARCHAR), 4, '0') || suffix AS period";

/** SQL of the spans with some suffixes (null: all): `span_number, suffix, last_month`. */
function spanTable(suffixes: readonly string[] | null): string {
  const told = spans.flatMap(({ suffix, last }, index) =>
    suffixes === null || suffixes.includes(suffix)
      ? [`SELECT ${index + 1} AS span_number, CAST('${suffix}' AS VARCHAR) AS suffix, ${last} AS last_month`]
      : [],
  );
  return told.length === 0
    ? "SELECT 0 AS span_number, CAST('' AS VARCHAR) AS suffix, 0 AS last_month WHERE 1 = 0"
    : told.join(' UNION ALL ');
}

function bySpan(of: (span: (typeof spans)[number], number: number) => string): string {
  return `CASE span_number ${spans.map((span, index) => `WHEN ${index + 1} THEN ${of(span, index + 1)}`).join(' ')} END`;
}

function periodTest(suffixes: readonly string[] | null): string {
  if (suffixes === null) return '';
  return ` WHERE substr(period, 5) IN (${suffixes.map((suffix) => `'${suffix}'`).join(', ')})`;
}

/** SQL of rows of a set, and of the spans that they are told for. */
interface SpannedRows {
  readonly rows: string;
  readonly spanned: string;
}

function observations(
  { rows, spanned }: SpannedRows,
  {
    n,
    value,
    told = (counted) => `CAST(${counted} AS DOUBLE PRECISION)`,
  }: { readonly n: string; readonly value: string; readonly told?: (counted: string) => string },
  tests: readonly string[],
): string {
  const counted = value === 'n' ? 'n' : 'counted';
  return `SELECT office, dataset, area, ${period}, breakdown, CAST(NULL AS VARCHAR) AS statistic,
  ${told(counted)} AS value, n, CAST(NULL AS BIGINT) AS numerator, year
FROM (
  SELECT office, dataset, area, breakdown, year, suffix, last_month, ${n} AS n${value === 'n' ? '' : `, ${value} AS counted`}
  FROM (\n${rows}\n) AS stored CROSS JOIN (${spanned}) AS span
) AS told
WHERE ${['n <> 0', ...tests].join(' AND ')}`;
}

/** Statistics of a duration, and the columns that hold them. */
export const statisticColumns: readonly (readonly [statistic: string, column: string])[] = [
  ['n', 'CAST(n AS DOUBLE PRECISION)'],
  ['mean', 'mean'],
  ...quantiles.map(({ statistic }) => [statistic, statistic] as const),
  ['share-within-target', 'share_within_target'],
  ['survival-median', 'survival_median'],
];

function durations({ rows, spanned }: SpannedRows): string {
  const names = statisticColumns.map(([name]) => `SELECT CAST('${name}' AS VARCHAR) AS statistic`).join(' UNION ALL ');
  const value = statisticColumns.map(([name, column]) => `WHEN '${name}' THEN ${column}`).join(' ');
  return `SELECT office, dataset, area, ${period}, breakdown, statistic, value,
  CASE WHEN statistic = 'survival-median' THEN survival_n ELSE n END AS n,
  CASE WHEN statistic = 'share-within-target' THEN numerator END AS numerator, year
FROM (
  SELECT stored.*, suffix, statistic, CASE statistic ${value} END AS value
  FROM (\n${rows}\n) AS stored JOIN (${spanned}) AS span ON span_number = stored.number
  CROSS JOIN (${names}) AS named
) AS told
WHERE value IS NOT NULL`;
}

/** Whether a row holds anything: SQL over the twelve columns of a prefix. */
export function holdsAnything(prefix: string): string {
  return `(${byMonth((month) => `${prefix}${month} <> 0`, ' OR ')})`;
}
