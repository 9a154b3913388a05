import { concordanceOf, dimensionNames } from '../dimensions.js';
import { itself, type TableOf } from './owner-joins.js';

/** Dimensions that classes tell: their scheme, and how long the beginning of a symbol is; null: all of it. */
const ofClasses: Readonly<Record<string, { readonly scheme: string; readonly length: number | null }>> = {
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
  if (classes !== undefined) {
    const symbol = "replace(symbol, ' ', '')";
    const start = classes.length === null ? symbol : `substr(${symbol}, 1, ${classes.length})`;
    const told = classes.length === null ? `length(${symbol}) > 0` : `length(${start}) = ${classes.length}`;
    return `SELECT DISTINCT id, ${start} AS value
FROM ${table('patent_classes')} AS named
WHERE scheme = '${classes.scheme}' AND ${told}`;
  }
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
