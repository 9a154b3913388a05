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
