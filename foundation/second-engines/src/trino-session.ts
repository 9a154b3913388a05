import { link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dialects } from '@zhiheng/expressions';
import type { Holdings, ObjectStore, Release } from '@zhiheng/lake';
import { type Scope, type ShownTable, shownTables, wholeOffice } from '@zhiheng/vocabulary';
import { type Layout, layoutOf, viewSql } from './release-layout.js';
import type { Columns, SecondSession, Value } from './second-session.js';
import { writeRows } from './table-file.js';
import { TrinoClient } from './trino-client.js';
import { withParameters } from './with-parameters.js';

/** A Trino that reads files below `warehouse` through the catalogue `lake`, beside one named `memory`. */
export interface TrinoPlace {
  readonly url: string;
  readonly warehouse: string;
}

const columnTypes = {
  text: 'varchar',
  integer: 'bigint',
  decimal: 'decimal(20, 2)',
  hash: 'bigint',
  date: 'date',
} as const;
let sessions = 0;

/**
 * A session on Trino. Files stand as tables of the catalogue `lake`; what is asked stands in `memory`: views over those tables, and
 * the tables that are kept.
 */
export class TrinoSession implements SecondSession {
  readonly scope: Scope = wholeOffice;
  readonly dialect = dialects.trino;
  readonly #client: TrinoClient;
  readonly #place: TrinoPlace;
  readonly #schema: string;
  #files = 0;
  readonly #kept = new Set<string>();

  private constructor(place: TrinoPlace, schema: string) {
    this.#place = place;
    this.#schema = schema;
    this.#client = new TrinoClient(place.url, { catalog: 'memory', schema });
  }

  /** A session without tables. */
  static async open(place: TrinoPlace): Promise<TrinoSession> {
    sessions += 1;
    const schema = `session_${process.pid}_${sessions}`;
    const session = new TrinoSession(place, schema);
    await session.run(`CREATE SCHEMA memory.${schema}`);
    await session.run(`CREATE SCHEMA lake.${schema}`);
    return session;
  }

  async close(): Promise<void> {
    await this.run(`DROP SCHEMA memory.${this.#schema} CASCADE`);
    await this.run(`DROP SCHEMA lake.${this.#schema} CASCADE`);
    await rm(join(this.#place.warehouse, this.#schema), { recursive: true, force: true });
  }

  async run(sql: string): Promise<void> {
    await this.#client.ask(sql);
  }

  async rows<T extends object>(sql: string, parameters: readonly Value[] = []): Promise<T[]> {
    const { columns, rows } = await this.#client.ask(withParameters(sql, parameters));
    return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])) as T);
  }

  async registerTable(name: string, columns: Columns, rows: readonly (readonly Value[])[]): Promise<void> {
    const { table, folder } = await this.#newFolder(name);
    if (rows.length > 0) await writeRows(columns, rows, join(folder, 'rows.parquet'));
    await this.#createOver(table, folder, columns);
    await this.#forget(name);
    await this.run(`CREATE OR REPLACE VIEW ${name} AS SELECT * FROM lake.${this.#schema}.${table}`);
  }

  async keep(name: string, sql: string): Promise<void> {
    await this.#forget(name);
    await this.run(`CREATE TABLE ${name} AS ${sql}`);
    this.#kept.add(name);
  }

  async writeParquet(sql: string, path: string): Promise<number> {
    const { columns, rows } = await this.#client.ask(sql);
    const shape = Object.fromEntries(columns.map(({ name, type }) => [name, columnType(type)]));
    await writeRows(shape, rows as readonly (readonly Value[])[], path);
    return rows.length;
  }

  /** Shows a canonical table of a manifest: its segments linked into a folder, and a view of the rows that are current. */
  async showTable(name: ShownTable, manifest: Holdings | Release, store: ObjectStore): Promise<void> {
    const layout = layoutOf(manifest.tables[name]);
    const { columns } = shownTables[name];
    const tables: Partial<Record<keyof Layout, string>> = {};
    for (const [part, segments] of Object.entries(layout) as [keyof Layout, Layout[keyof Layout]][]) {
      if (segments.length === 0) continue;
      const { table, folder } = await this.#newFolder(`${name}_${part}`);
      for (const { sha256 } of segments) await link(store.pathOf(sha256, 'parquet'), join(folder, `${sha256}.parquet`));
      await this.#createOver(table, folder, part === 'replaced' ? { id: 'text', revision: 'integer' } : columns);
      tables[part] = `lake.${this.#schema}.${table}`;
    }
    await this.run(`CREATE VIEW ${name} AS ${viewSql(columns, tables, columnTypes)}`);
  }

  /** A table keeps the folder it was made over, so that a replaced one gets another. */
  async #newFolder(name: string): Promise<{ table: string; folder: string }> {
    this.#files += 1;
    const table = `${name}_${this.#files}`;
    const folder = join(this.#place.warehouse, this.#schema, table);
    await mkdir(folder, { recursive: true });
    return { table, folder };
  }

  async #createOver(table: string, folder: string, columns: Columns): Promise<void> {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${columnTypes[type]}`);
    const location = folder.slice(this.#place.warehouse.length);
    await this.run(
      `CREATE TABLE lake.${this.#schema}.${table} (${list.join(', ')}) WITH (format = 'PARQUET', external_location = 'local://${location}')`,
    );
  }

  async #forget(name: string): Promise<void> {
    if (!this.#kept.delete(name)) return;
    await this.run(`DROP TABLE ${name}`);
  }
}

/** A session whose views show the current rows of these tables of a manifest, over the very segments: hard links, no copies. */
export async function openTrinoSession(
  manifest: Holdings | Release,
  store: ObjectStore,
  place: TrinoPlace,
  tables: readonly ShownTable[],
): Promise<TrinoSession> {
  const session = await TrinoSession.open(place);
  for (const name of tables) await session.showTable(name, manifest, store);
  return session;
}

function columnType(type: string): Columns[string] | 'double' {
  if (type.startsWith('varchar')) return 'text';
  if (type === 'bigint' || type === 'integer') return 'integer';
  return type === 'date' ? 'date' : type === 'double' ? 'double' : 'decimal';
}
