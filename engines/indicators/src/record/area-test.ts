import { type Dialect, dialects } from '@zhiheng/expressions';

const outsideMainland = "('71', '81', '82')";

/**
 * SQL that is true where a column holds the code of an area or of one that lies in it, as `AreaDirectory.lineage` tells. The
 * column is never null: a record without a holder lies in `XX`.
 */
export function areaTest(code: string, column: string, { text }: Pick<Dialect, 'text'> = dialects.duckdb): string {
  const starts = (prefix: string) => `substr(${column}, 1, ${prefix.length}) = ${text(prefix)}`;
  const listed = `(length(${column}) = 6 AND substr(${column}, 1, 1) IN ('1', '2', '3', '4', '5', '6', '7', '8', '9'))`;
  if (code === 'ALL') return `${column} IS NOT NULL`;
  if (code === 'CN-ML') {
    return `(${column} = 'CN-ML' OR (${listed} AND substr(${column}, 1, 2) NOT IN ${outsideMainland}))`;
  }
  if (code === 'CN') return `(${column} = 'CN' OR ${starts('CN-')} OR ${listed})`;
  if (/^\d{2}0000$/.test(code)) return starts(code.slice(0, 2));
  if (/^\d{4}00$/.test(code)) return starts(code.slice(0, 4));
  if (/^[A-Z]{2}$/.test(code)) return `(${column} = ${text(code)} OR ${starts(`${code}-`)})`;
  return `${column} = ${text(code)}`;
}

/** SQL of the number of an area: its code where that is six digits, 1 for `CN-ML`, 2 for `CN`, 0 for all others. */
export function areaNumber(column: string, { wholeMatch }: Dialect): string {
  const listed = `CASE WHEN ${wholeMatch(column, '[0-9]{6}')} THEN CAST(${column} AS INTEGER) ELSE 0 END`;
  return `CASE ${column} WHEN 'CN-ML' THEN 1 WHEN 'CN' THEN 2 ELSE ${listed} END`;
}

/**
 * The same as `areaTest` where the number of the area stands beside: by ranges of numbers, and of all areas that have none by those of their
 * codes, so that rows in the order of numbers and codes are found without looking through others.
 */
export function placeTest(
  code: string,
  { number, place }: { readonly number: string; readonly place: string },
  dialect: Dialect,
): string {
  const byNumber = areaNumberTest(code, number);
  if (byNumber !== null) return byNumber;
  const test = areaTest(code, place, dialect);
  if (!/^[A-Z]{2}(?:-[A-Z0-9]+)?$/.test(code)) return test;
  // The sign after the hyphen ends the codes that begin with a country and a hyphen.
  const within = `${place} >= ${dialect.text(code)} AND ${place} < ${dialect.text(`${code}.`)}`;
  return `(${number} = 0 AND ${within} AND ${test})`;
}

/** `areaTest` over the number of an area; null where numbers do not tell. */
export function areaNumberTest(code: string, number: string): string | null {
  const between = (from: number, to: number) => `${number} BETWEEN ${from} AND ${to}`;
  if (code === 'CN') return `${number} > 0`;
  if (code === 'CN-ML') {
    return `(${number} = 1 OR ${between(100_000, 709_999)} OR ${between(720_000, 809_999)} OR ${between(830_000, 999_999)})`;
  }
  if (!/^[1-9]\d{5}$/.test(code)) return null;
  const from = Number(code);
  if (code.endsWith('0000')) return between(from, from + 9999);
  return code.endsWith('00') ? between(from, from + 99) : `${number} = ${from}`;
}
