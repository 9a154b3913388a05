import { type Dialect, dialects } from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import { concordanceOf, dimensionNames } from '../dimensions.js';
import { itself, type TableOf } from './owner-joins.js';

/** Dimensions that classes tell: their scheme, and how long the beginning of a symbol is; null: all of it. */
interface ClassRule {
  readonly scheme: string;
  readonly length: number | null;
}

const ofClasses: Readonly<Record<string, ClassRule>> = {
  ipc_section: { scheme: 'ipc', length: 1 },
  ipc_subclass: { scheme: 'ipc', length: 4 },
  nice_class: { scheme: 'nice', length: null },
};

/** Dimensions of which a record has one value or none, beside its kind. */
export const singleDimensions = ['route', 'holder_type', 'outcome', 'department'] as const;

/** A dimension that stands beside the records, and the table that tells it. */
export interface Bridge {
  readonly table: 'patent_classes' | 'patent_tags' | 'patents';
  readonly columns: readonly string[];
}

/** What a dimension is told by that does not stand among the records themselves; null: it does. */
export function bridgeOf(dimension: string): Bridge | null {
  if (Object.hasOwn(ofClasses, dimension)) return { table: 'patent_classes', columns: ['id', 'scheme', 'symbol'] };
  if (concordanceOf(dimension) !== null) return { table: 'patent_tags', columns: ['id', 'scheme', 'code'] };
  return dimension === 'agency' ? { table: 'patents', columns: ['id', 'agency'] } : null;
}

const bridged: ReadonlySet<string> = new Set(dimensionNames.filter((name) => bridgeOf(name) !== null));

export function isBridged(dimension: string): boolean {
  return bridged.has(dimension);
}

/** SQL of what a bridged dimension says of records: `id, value`, each pair once. */
export function bridgeSql(dimension: string, table: TableOf = itself): string {
  const classes = ofClasses[dimension];
  if (classes !== undefined) return `SELECT DISTINCT ${classValuesSql(classes, table)}`;
  const concordance = concordanceOf(dimension);
  if (concordance === null) {
    return `SELECT id, agency AS value
FROM ${table('patents')} AS named
WHERE agency <> ''`;
  }
  return `SELECT DISTINCT id, split_part(code, '.', 1) AS value
FROM ${table('patent_tags')} AS named
WHERE scheme = '${concordance}'`;
}

/** `id, value` of what classes tell of records, a row a class. */
function classValuesSql({ scheme, length }: ClassRule, table: TableOf): string {
  const symbol = "replace(symbol, ' ', '')";
  const start = length === null ? symbol : `substr(${symbol}, 1, ${length})`;
  const told = length === null ? `length(${symbol}) > 0` : `length(${start}) = ${length}`;
  return `id, ${start} AS value
FROM ${table('patent_classes')} AS named
WHERE scheme = '${scheme}' AND ${told}`;
}

/** The values that classes and codes of one record give it in a dimension, each once; null for a dimension that they do not tell. */
export function bridgedValues(
  dimension: string,
  { classes = [], tags = [] }: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): string[] | null {
  const rule = ofClasses[dimension];
  if (rule !== undefined) {
    const own = classes.filter(({ scheme, symbol }) => scheme === rule.scheme && typeof symbol === 'string');
    const starts = own.map(({ symbol }) =>
      String(symbol)
        .replaceAll(' ', '')
        .slice(0, rule.length ?? undefined),
    );
    return [...new Set(starts)]
      .filter((one) => (rule.length === null ? one !== '' : one.length === rule.length))
      .sort();
  }
  const concordance = concordanceOf(dimension);
  if (concordance === null) return null;
  const codes = tags.filter(({ scheme }) => scheme === concordance).map(({ code }) => String(code).split('.')[0] ?? '');
  return [...new Set(codes)].sort();
}

/** The bridged dimensions whose values are so few that those of a record stand in one number, and the column that it stands in. */
const bitColumns: Readonly<Record<string, string>> = { ipc_section: 'ipc_sections' };
const sections = [...'ABCDEFGH'];

/** The column of an admission that tells all values of a bridged dimension; null: there is none. */
export function bitColumn(dimension: string): string | null {
  return bitColumns[dimension] ?? null;
}

/** The bridged dimensions among some that have such a column, each once. */
export function dimensionsOfBits(breakdowns: readonly (readonly string[])[]): string[] {
  return [...new Set(breakdowns.flat())].filter((name) => bitColumn(name) !== null).sort();
}

/** The bit of a value in that column; null: it has none of its own. */
export function bitOf(value: string): string | null {
  const index = sections.indexOf(value);
  return index === -1 ? null : String(2 ** index);
}

/** SQL of that column, `id` beside it, of the records that have any value: no bit is that of no value. */
export function bitsSql(dimension: string, table: TableOf = itself, dialect: Dialect = dialects.duckdb): string {
  const classes = ofClasses[dimension];
  if (classes === undefined) throw new OwnFault(`${dimension} is told by no classes`);
  const each = sections.map((value, index) => `WHEN '${value}' THEN ${2 ** index}`);
  const bits = `CAST(CASE value ${each.join(' ')} ELSE ${2 ** sections.length} END AS BIGINT)`;
  return `SELECT id, ${dialect.anyBits(bits)} AS ${bitColumn(dimension)}
FROM (SELECT ${classValuesSql(classes, table)}) AS told
GROUP BY id`;
}
