import type { RecordTable } from '@zhiheng/vocabulary';
import type { Check } from './check.js';
import { hasPosition } from './check-columns.js';
import { type CheckGround, findingSql } from './finding-sql.js';
import { relationSql } from './relation-sql.js';
import type { CheckSession } from './run-checks.js';

/** A row that a check found. */
export interface FoundRow {
  readonly id: string;
  /** Place among the rows of its record, from 1; null where a record has one row. */
  readonly position: number | null;
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

/**
 * The rows behind a check, a page at a time, by id and position. They are found in `plain`, a session that shows the names as they are, and their values read from
 * `shown`, where names may be masked: a mask is never taken for a fault.
 */
export async function openFoundRows(
  plain: CheckSession,
  shown: CheckSession,
  check: Check,
  ground: CheckGround,
  page: FoundPage,
): Promise<FoundRows> {
  const finding = findingSql(check, ground);
  const [count] = await plain.rows<{ found: number }>(`SELECT count(*) AS found FROM (${finding}) AS finding`);
  const [id = '', position = 0] = page.after === undefined ? [] : readKey(page.after);
  const later = page.after === undefined ? '' : 'WHERE id > $1 OR (id = $1 AND position > $2)';
  const found = await plain.rows<Finding>(
    `SELECT * FROM (${finding}) AS finding ${later} ORDER BY id, position LIMIT ${page.limit + 1}`,
    later === '' ? [] : [id, position],
  );
  const keys = found.slice(0, page.limit);
  const last = found.length > page.limit ? keys.at(-1) : undefined;
  return {
    visible: count?.found ?? 0,
    rows: check.kind === 'neighbour-ratio' ? keys.map(regionalRow) : await valuesOf(shown, check, ground, keys),
    next: last === undefined ? null : `${last.id}#${last.position}`,
  };
}

async function valuesOf(session: CheckSession, check: Check, { asOf }: CheckGround, keys: readonly Finding[]) {
  const table = check.table as RecordTable;
  const list = keys.map(({ id, position }) => [id, position] as const);
  await session.registerTable('found_keys', { found_id: 'text', found_position: 'integer' }, list);
  const rows = await session.rows<Finding>(
    `SELECT looked.* FROM (${relationSql(table, check.shows, asOf)}) AS looked
     JOIN found_keys ON found_id = id AND found_position = position ORDER BY id, position`,
  );
  return rows.map((row) => ({
    id: row.id,
    position: hasPosition(table) ? row.position : null,
    values: Object.fromEntries(check.shows.map((name) => [name, row[name] ?? null])),
  }));
}

function regionalRow({ id, position: _, ...values }: Finding): FoundRow {
  return { id, position: null, values };
}

function readKey(key: string): readonly [string, number] {
  const cut = key.lastIndexOf('#');
  const position = Number(key.slice(cut + 1));
  return cut < 0 || !Number.isSafeInteger(position) ? [key, 0] : [key.slice(0, cut), position];
}
