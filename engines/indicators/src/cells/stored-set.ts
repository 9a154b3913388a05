import { addedColumns, decemberColumns, isAdded, type SetForm, seriesColumns, storedOrder } from './set-form.js';

/** The years that rows tell, in the place of what earlier rows told of them. */
export interface ToldYears {
  readonly years: readonly number[];
  /** Of survival medians. */
  readonly survival: readonly number[];
}

/** A relation of rows of a set, and which of its years it tells anew; null: it is the first, or what it tells is added to the others. */
export interface SetPart {
  readonly relation: string;
  readonly told: ToldYears | null;
}

/** SQL of the rows of a set out of its parts, the earliest first. */
export function storedRows(form: SetForm, parts: readonly SetPart[]): string {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return `SELECT * FROM ${first.relation}`;
  if (!isAdded(form))
    return parts.map((one, index) => stillTold(form, one, parts.slice(index + 1))).join('\nUNION ALL\n');
  const series = seriesColumns.join(', ');
  const sums = addedColumns(form).map((column) => `CAST(sum(${column}) AS BIGINT) AS ${column}`);
  return `SELECT ${series}, ${sums}
FROM (${parts.map(({ relation }) => `SELECT * FROM ${relation}`).join(' UNION ALL ')}) AS added
GROUP BY ${series}`;
}

function stillTold(form: SetForm, { relation }: SetPart, later: readonly SetPart[]): string {
  const list = (of: (told: ToldYears) => readonly number[]) => {
    const years = [...new Set(later.flatMap(({ told }) => (told === null ? [] : of(told))))].sort((a, b) => a - b);
    return years.length === 0 ? '-1' : years.join(', ');
  };
  const figures = `year NOT IN (${list(({ years }) => years)})`;
  const kept =
    form === 'duration'
      ? `CASE WHEN survival_median IS NOT NULL THEN year NOT IN (${list(({ survival }) => survival)}) ELSE ${figures} END`
      : figures;
  return `SELECT * FROM ${relation} AS earlier WHERE ${kept}`;
}

/** SQL of what changed records add to a set, and of what it held when its last year ended, in the years behind it. `earlier`: its rows. */
export function addedRows(
  { form, sql }: { readonly form: SetForm; readonly sql: string },
  earlier: string,
  carried: readonly number[],
): string {
  const [first] = carried;
  if (first === undefined || !isAdded(form)) return sql;
  const series = seriesColumns.filter((name) => name !== 'year').join(', ');
  const each = carried.map(
    (year) => `SELECT ${series}, ${year} AS year, ${decemberColumns(form).join(', ')}
FROM (\n${earlier}\n) AS held
WHERE year = ${first - 1} AND l12 <> 0`,
  );
  const both = [sql, ...each].map((rows, index) => `SELECT * FROM (\n${rows}\n) AS told_${index + 1}`);
  return `${both.join('\nUNION ALL\n')}\n${storedOrder(form)}`;
}
