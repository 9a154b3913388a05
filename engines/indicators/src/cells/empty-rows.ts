import { addedColumns, isAdded, type SetForm, statisticColumns } from './set-form.js';

const text = 'VARCHAR';
const whole = 'BIGINT';
const double = 'DOUBLE PRECISION';

/** SQL of the rows of a set in which nothing counts: none, in the columns and types of its form. */
export function emptyRows(form: SetForm): string {
  const columns = columnsOf(form).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`);
  return `SELECT ${columns.join(', ')} WHERE 1 = 0`;
}

/** Names of the columns that rows of a set have, in their order. */
export function storedColumns(form: SetForm): string[] {
  return columnsOf(form).map(([name]) => name);
}

function columnsOf(form: SetForm): (readonly [name: string, type: string])[] {
  const head = ['office', 'dataset', 'area'].map((name) => [name, text] as const);
  if (form === 'observations') {
    const texts = ['period', 'breakdown', 'statistic'].map((name) => [name, text] as const);
    return [...head, ...texts, ['value', double], ['n', whole], ['numerator', whole]];
  }
  // Stocks are told for years that a table lists.
  const series = [...head, ['breakdown', text], ['year', form.startsWith('stock') ? whole : 'INTEGER']] as const;
  if (isAdded(form)) return [...series, ...addedColumns(form).map((name) => [name, whole] as const)];
  const statistics = statisticColumns.filter(([statistic]) => statistic !== 'n' && statistic !== 'survival-median');
  return [
    ...series,
    ...(['number', 'n'].map((name) => [name, whole]) as [string, string][]),
    ...statistics.map(([, column]) => [column, double] as const),
    ...([
      ['numerator', whole],
      ['survival_median', double],
      ['survival_n', whole],
    ] as const),
  ];
}
