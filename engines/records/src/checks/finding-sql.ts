import { columnsOf, printDuckDb } from '@zhiheng/expressions';
import type { CoverageEntry, RecordTable } from '@zhiheng/vocabulary';
import type { CharacterCheck, Check, CoverageCheck, NeighbourCheck, RowCheck, UniqueCheck } from './check.js';
import { wrongCharacterSql } from './check-character.js';
import { coverageBounds } from './coverage-bounds.js';
import { relationSql } from './relation-sql.js';

/** What is checked beside the rows: as of which day, and what the records can tell. */
export interface CheckGround {
  readonly asOf: string;
  readonly coverage: readonly CoverageEntry[];
}

/** Dates of the events of coverage. */
const eventColumns = {
  filed: 'filed_on',
  examination_requested: 'examination_requested_on',
  closed: 'closed_on',
  granted: 'granted_on',
  ceased: 'ceased_on',
} as const;

/**
 * SQL of what a check finds: `id` and `position` of each row. Of regional totals the `id` is office, area and year, `position` 0, and the
 * three numbers stand beside.
 */
export function findingSql(check: Check, ground: CheckGround): string {
  switch (check.kind) {
    case 'unique':
      return uniqueSql(check, ground);
    case 'neighbour-ratio':
      return neighbourSql(check);
    default: {
      const { columns, condition } = rowTest(check, ground);
      const relation = relationSql(tableOf(check), columns, ground.asOf);
      return `SELECT id, position FROM (${relation}) AS looked WHERE ${condition}`;
    }
  }
}

/** What finds a row by that row alone. */
export interface RowTest {
  /** Columns that the condition names. */
  readonly columns: readonly string[];
  /** SQL that is true of the rows found. */
  readonly condition: string;
}

/** Checks that look at one row at a time. */
export type RowwiseCheck = RowCheck | CoverageCheck | CharacterCheck;

export function isRowwise(check: Check): check is RowwiseCheck {
  return check.kind !== 'unique' && check.kind !== 'neighbour-ratio';
}

/** What a check that looks at one row at a time asks of it. */
export function rowTest(check: RowwiseCheck, ground: CheckGround): RowTest {
  switch (check.kind) {
    case 'row':
      return expressionTest(check, ground);
    case 'within-coverage':
      return coverageTest(check, ground);
    case 'check-character':
      return characterTest(check);
  }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const tableOf = (check: Check): RecordTable => check.table as RecordTable;

function expressionTest(check: RowCheck, { coverage }: CheckGround): RowTest {
  const covered = check.covered === null ? [] : ['office', 'dataset'];
  const condition = printDuckDb(check.expression);
  const tests = [`(${condition})`, ...(check.covered === null ? [] : [officesTelling(check.covered, coverage)])];
  return { columns: [...columnsOf(check.expression), ...covered], condition: tests.join(' AND ') };
}

function officesTelling(event: keyof typeof eventColumns, coverage: readonly CoverageEntry[]): string {
  const telling = new Set(coverageBounds(coverage, event).map(({ office, dataset }) => `${office} ${dataset}`));
  return telling.size === 0 ? 'false' : `concat(office, ' ', dataset) IN (${[...telling].map(text).join(', ')})`;
}

function uniqueSql(check: UniqueCheck, { asOf }: CheckGround): string {
  const columns = check.columns.map((name) => `"${name}"`);
  const relation = relationSql(tableOf(check), check.columns, asOf);
  const given = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `WITH looked AS (${relation}),
  shared AS (SELECT ${columns.join(', ')} FROM looked WHERE ${given} GROUP BY ALL HAVING count(*) > 1)
  SELECT id, position FROM looked SEMI JOIN shared USING (${columns.join(', ')})`;
}

function characterTest(check: CharacterCheck): RowTest {
  const column = `"${check.column}"`;
  return { columns: [check.column], condition: `${column} IS NOT NULL AND ${wrongCharacterSql(column)}` };
}

function coverageTest(check: CoverageCheck, { coverage }: CheckGround): RowTest {
  const bounds = coverageBounds(coverage, check.event);
  const day = eventColumns[check.event];
  const tests = bounds.map(({ office, dataset, kind, from, to }) => {
    const outside = [`${day} > DATE '${to}'`, ...(from === null ? [] : [`${day} < DATE '${from}'`])].join(' OR ');
    return `(office = ${text(office)} AND dataset = ${text(dataset)} AND coalesce(kind, 'other') = ${text(kind)} AND (${outside}))`;
  });
  return {
    columns: ['office', 'dataset', 'kind', day],
    condition: tests.length === 0 ? 'false' : tests.join('\n  OR '),
  };
}

/** Years without a record between others count as zero; the first and the last year of a region have but one neighbour and are let be. */
function neighbourSql(check: NeighbourCheck): string {
  const { date, factor, least } = check;
  const records = relationSql(tableOf(check), ['office', 'dataset', date], '2000-01-01');
  return `WITH dated AS (SELECT looked.office, looked.dataset, year(looked."${date}") AS year,
    CASE WHEN regexp_full_match(holder.area, '[0-9]{6}') THEN concat(left(holder.area, 2), '0000') ELSE holder.area END AS area
  FROM (${records}) AS looked JOIN patent_holders AS holder ON holder.id = looked.id AND holder.position = 1
  WHERE looked."${date}" IS NOT NULL AND holder.area IS NOT NULL),
  totals AS (SELECT office, dataset, area, year, count(*) AS total FROM dated GROUP BY office, dataset, area, year),
  spans AS (SELECT office, dataset, area, unnest(range(min(year), max(year) + 1)) AS year FROM totals
    GROUP BY office, dataset, area),
  filled AS (SELECT spans.office, spans.dataset, spans.area, spans.year, coalesce(totals.total, 0) AS total
    FROM spans LEFT JOIN totals USING (office, dataset, area, year)),
  placed AS (SELECT now.*, before.total AS before, after.total AS after FROM filled AS now
    JOIN filled AS before ON before.office = now.office AND before.dataset = now.dataset AND before.area = now.area AND before.year = now.year - 1
    JOIN filled AS after ON after.office = now.office AND after.dataset = now.dataset AND after.area = now.area AND after.year = now.year + 1)
  SELECT concat(office, ' ', area, ' ', year) AS id, 0 AS position, office, dataset, area, year, total, before, after FROM placed
  WHERE (total >= ${least} AND total >= ${factor} * greatest(before, after))
    OR (least(before, after) >= ${least} AND total * ${factor} <= least(before, after))`;
}
