import type { RecordTable } from '@zhiheng/vocabulary';
import type { Check } from './check.js';
import { checkColumns, hasPosition } from './check-columns.js';
import { type CheckGround, findingSql } from './finding-sql.js';
import { relationSql } from './relation-sql.js';
import type { CheckSession } from './run-checks.js';

/** A row that a check found. */
export interface FoundRow {
  readonly id: string;
  /** Place among the rows of its record, from 1; null where a record has one row. */
  readonly position: number | null;
  /** Null where the table does not tell. */
  readonly dataset: string | null;
  /** What is at odds, by column. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

export interface FoundRows {
  /** Rows found in what the session shows. */
  readonly visible: number;
  readonly rows: readonly FoundRow[];
  /** The `after` of the page behind; null at the end. */
  readonly next: string | null;
}

export interface FoundPage {
  readonly limit: number;
  readonly after?: string | undefined;
}

type Finding = { readonly id: string; readonly position: number } & FoundRow['values'];

/** Which rows a page shows, found before their values are read. */
export interface FoundKeys extends Omit<FoundRows, 'rows'> {
  readonly keys: readonly Finding[];
}

/**
 * Finds a page of the rows behind a check, by id and position, in a session that shows names as they are: a mask is never taken for a
 * fault.
 */
export async function findRows(
  session: CheckSession,
  check: Check,
  ground: CheckGround,
  page: FoundPage,
): Promise<FoundKeys> {
  const finding = findingSql(check, ground);
  const [count] = await session.rows<{ found: number }>(`SELECT count(*) AS found FROM (${finding}) AS finding`);
  const [id = '', position = 0] = page.after === undefined ? [] : readKey(page.after);
  const later = page.after === undefined ? '' : 'WHERE id > $1 OR (id = $1 AND position > $2)';
  const found = await session.rows<Finding>(
    `SELECT * FROM (${finding}) AS finding ${later} ORDER BY id, position LIMIT ${page.limit + 1}`,
    later === '' ? [] : [id, position],
  );
  const keys = found.slice(0, page.limit);
  const last = found.length > page.limit ? keys.at(-1) : undefined;
  return {
    visible: count?.found ?? 0,
    keys,
    next: last === undefined ? null : `${last.id}#${last.position}`,
  };
}

/** The values of found rows, as a session shows them. */
export async function readFoundRows(
  session: CheckSession,
  check: Check,
  ground: CheckGround,
  { keys, visible, next }: FoundKeys,
): Promise<FoundRows> {
  const regional = check.kind === 'neighbour-ratio';
  return { visible, rows: regional ? keys.map(regionalRow) : await valuesOf(session, check, ground, keys), next };
}

async function valuesOf(session: CheckSession, check: Check, { asOf }: CheckGround, keys: readonly Finding[]) {
  const table = check.table as RecordTable;
  const list = keys.map(({ id, position }) => [id, position] as const);
  const dataset = datasetColumn(table);
  const names = dataset === null ? check.shows : [...check.shows, dataset];
  await session.registerTable('found_keys', { found_id: 'text', found_position: 'integer' }, list);
  const rows = await session.rows<Finding>(
    `SELECT looked.* FROM (${relationSql(table, names, asOf)}) AS looked
     JOIN found_keys ON found_id = id AND found_position = position ORDER BY id, position`,
  );
  return rows.map((row) => ({
    id: row.id,
    position: hasPosition(table) ? row.position : null,
    dataset: dataset === null ? null : textOf(row[dataset]),
    values: Object.fromEntries(check.shows.map((name) => [name, row[name] ?? null])),
  }));
}

/** The column that tells whether a row is real: its own, else that of the patent it is about. */
function datasetColumn(table: RecordTable): string | null {
  const columns = checkColumns(table);
  return ['dataset', 'patent_dataset'].find((name) => columns.has(name)) ?? null;
}

function regionalRow({ id, position: _, dataset, ...values }: Finding): FoundRow {
  return { id, position: null, dataset: textOf(dataset), values };
}

const textOf = (value: FoundRow['values'][string] | undefined) => (typeof value === 'string' ? value : null);

function readKey(key: string): readonly [string, number] {
  const cut = key.lastIndexOf('#');
  const position = Number(key.slice(cut + 1));
  return cut < 0 || !Number.isSafeInteger(position) ? [key, 0] : [key.slice(0, cut), position];
}
