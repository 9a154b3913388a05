import type { Dialect } from '@zhiheng/expressions';

/** As many digits as surely fit into an integer of the SQL engine. */
const mostDigits = 18;

/**
 * A number of a record that follows its id: of the last digits in it. Several records can have one number. Rows in the order of numbers are
 * found at once, which those in the order of ids are not: an engine tells apart what lies in a file by the first letters alone.
 */
export function recordNumber(id: string): string {
  return String(BigInt(id.replace(/[^0-9]/g, '').slice(-mostDigits) || '0'));
}

/** The same as SQL of the engine that segments are written with. */
export function recordNumberSql(id: string): string {
  return `CAST(coalesce(nullif(right(regexp_replace(${id}, '[^0-9]', '', 'g'), ${mostDigits}), ''), '0') AS BIGINT)`;
}

/** SQL that is true for the rows of these records in a relation with `record_number`; `places`: their numbers of `filed_number`, where it has that. */
export function ofRecords(
  ids: readonly string[],
  { text }: Pick<Dialect, 'text'>,
  places: readonly number[] | null = null,
): string {
  const numbers = [...new Set(ids.map(recordNumber))];
  // A list of values alone tells an engine which parts of a file to read, and not which of their rows.
  const listed = `list_contains([${numbers.join(', ')}], record_number) AND `;
  const filed = places === null ? '' : `filed_number IN (${[...new Set(places)].join(', ')}) AND `;
  return `${filed}record_number IN (${numbers.join(', ')}) AND ${listed}id IN (${ids.map((id) => text(id)).join(', ')})`;
}

/** A key of a holder is a hexadecimal number; this is the beginning of it. */
const keyDigits = 12;

/** The number by which the party of a key of a holder is found; several keys can have one. 0: it is no key. */
export function keyNumber(key: string): number {
  return /^[0-9a-f]{12}/.test(key) ? Number.parseInt(key.slice(0, keyDigits), 16) : 0;
}

/** The same as SQL of the engine that segments are written with. */
export function keyNumberSql(key: string): string {
  return `CASE WHEN regexp_full_match(left(${key}, ${keyDigits}), '[0-9a-f]{${keyDigits}}') THEN CAST('0x' || left(${key}, ${keyDigits}) AS BIGINT) ELSE 0 END`;
}
