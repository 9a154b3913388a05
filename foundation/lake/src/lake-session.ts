import { dialects } from '@zhiheng/expressions';
import { type ColumnType, OwnFault, type Scope, seesEverything, UserFault } from '@zhiheng/vocabulary';
import { type AwaitedView, AwaitedViews } from './awaited-views.js';
import type { Segment } from './manifest.js';
import type { ObjectStore } from './object-store.js';
import { checkStatement } from './scope/checked-statement.js';
import { type PeopleBeside, shownBeside } from './scope/masks.js';
import type { Parameters, Session, WrittenApart } from './session.js';

type Row = Record<string, string | number | boolean | null>;

/** What `LakeSession` stands on; made by `openLakeSession` alone. */
export interface LakeGround {
  /** The engine, with everything outside locked. */
  readonly session: Session;
  readonly scope: Scope;
  /** The views of records by their names. */
  readonly views: ReadonlyMap<string, AwaitedView>;
  readonly store: ObjectStore;
  /** Hashes of further segments that the engine may read. */
  readonly beside: ReadonlySet<string>;
  /** Whether segments are to be checked before the first statement that reads them. */
  readonly checking: boolean;
  /** Whether statements are the software's own, which nobody looks through. */
  readonly ownStatements: boolean;
}

type Named = Pick<Segment, 'sha256'>;

/** Segments beside the records, and whose they are. */
export interface ShownSegments {
  /** A later one says more: what it has of a record takes the place of what earlier ones have. Those of a list count together. */
  readonly segments: readonly (Named | readonly Named[])[];
  /** The column by which a later row takes the place of others; left out: `id`. */
  readonly by?: string;
  /** The table of records whose `id` the rows have; left out: they are no records. */
  readonly recordsOf?: string;
  /** The rows of all segments count, none taking the place of another. */
  readonly together?: boolean;
  /** What the rows tell of people, as far as the scope shows it; left out: nothing. */
  readonly people?: PeopleBeside;
  /** A column that sessions which see less than the whole office do not have, whether or not the rows have it. */
  readonly officeAlone?: string;
}

/**
 * A session over the records of one manifest that shows what its scope shows and nothing else. Each statement is one SELECT
 * over the views, tables registered here and its own common table expressions; anything else throws our own fault.
 */
export class LakeSession {
  readonly scope: Scope;
  readonly dialect = dialects.duckdb;
  readonly #session: Session;
  readonly #ground: LakeGround;
  readonly #views: ReadonlySet<string>;
  readonly #names: Set<string>;
  readonly #awaited: AwaitedViews;

  constructor(ground: LakeGround) {
    if (ground.ownStatements && !seesEverything(ground.scope)) {
      throw new OwnFault('statements of a narrowed session are looked through');
    }
    this.scope = ground.scope;
    this.#session = ground.session;
    this.#ground = ground;
    this.#views = new Set(ground.views.keys());
    this.#names = new Set(ground.views.keys());
    this.#awaited = new AwaitedViews(ground.session, ground.store, ground.checking);
    for (const [name, view] of ground.views) this.#awaited.expect(name, view);
  }

  close(): void {
    this.#session.close();
  }

  /** All rows of a query. */
  async rows<T extends object = Row>(sql: string, parameters: Parameters = []): Promise<T[]> {
    await this.#check(sql);
    return this.#discreetly(sql, () => this.#session.rows<T>(sql, parameters));
  }

  /** Rows of a query in batches, in bounded memory; the session stays free meanwhile. */
  async *stream<T extends object = Row>(sql: string, parameters: Parameters = []): AsyncGenerator<T[]> {
    await this.#check(sql);
    const batches = this.#session.stream<T>(sql, parameters);
    try {
      for (;;) {
        const next = await this.#discreetly(sql, () => batches.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await batches.return(undefined);
    }
  }

  /** Names of the columns that a query gives, in their order. */
  async columns(sql: string): Promise<string[]> {
    await this.#check(sql);
    const described = await this.#discreetly(sql, () => this.#session.rows<{ column_name: string }>(`DESCRIBE ${sql}`));
    return described.map(({ column_name }) => column_name);
  }

  /** Creates a table and fills it with rows, or replaces the one of that name: for small lists that queries join with. */
  async registerTable(
    name: string,
    columns: Readonly<Record<string, ColumnType>>,
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void> {
    this.#claim(name, Object.keys(columns));
    await this.#session.registerTable(name, columns, rows);
  }

  /** Keeps the rows of a query as a table of this name, or replaces the one of that name. */
  async keep(name: string, sql: string): Promise<void> {
    await this.#check(sql);
    this.#claim(name, []);
    await this.#discreetly(sql, () => this.#session.run(`CREATE OR REPLACE TABLE "${name}" AS ${sql}`));
  }

  /** Gives a query a name: what it tells is told whenever the name is asked. */
  async name(name: string, sql: string): Promise<void> {
    const names = await this.#namedIn(sql);
    this.#claim(name, []);
    this.#awaited.expect(name, { sql, segments: [], names });
  }

  /**
   * Shows the rows of segments that the session was opened beside, as a view of this name: of several, a row that has the `id` (or what
   * `by` names) of a row in a later one does not count. A narrowed session shows of segments whose rows are records' (`recordsOf`) those of visible
   * records, and no others.
   */
  async showSegments(name: string, shown: ShownSegments): Promise<void> {
    const { beside, store } = this.#ground;
    const groups = shown.segments.flatMap((one): (readonly Named[])[] => {
      const group = 'sha256' in one ? [one] : one;
      return group.length === 0 ? [] : [group];
    });
    for (const { sha256 } of groups.flat()) {
      if (!beside.has(sha256)) throw new OwnFault(`not opened beside segment ${sha256}`);
    }
    const narrowed = this.scope.areas !== 'everywhere';
    if (narrowed && shown.recordsOf === undefined) throw new OwnFault('a narrowed session shows rows of records alone');
    this.#demandPlain(name, []);
    const { by = 'id', together = false } = shown;
    if (!isPlain(by)) throw new OwnFault(`no name of a column: ${by}`);
    const pathOf = (one: Named) => `'${store.pathOf(one.sha256, 'parquet').replaceAll("'", "''")}'`;
    const rowsOf = (of: readonly Named[]) => `read_parquet([${of.map(pathOf).join(', ')}])`;
    const parts = groups.map((group, index) => {
      const later = groups.slice(index + 1).flat();
      const rows = `SELECT kept.* FROM ${rowsOf(group)} AS kept`;
      return later.length === 0 ? rows : `${rows} ANTI JOIN ${rowsOf(later)} AS later ON later.${by} = kept.${by}`;
    });
    const all = together ? `SELECT * FROM ${rowsOf(groups.flat())}` : parts.join(' UNION ALL BY NAME ');
    const columns = this.#columnsOf(shown);
    const told = columns === '*' ? all : `SELECT ${columns} FROM (${all}) AS told`;
    const visible = narrowed ? this.#visible(shown.recordsOf ?? '') : null;
    const rows =
      visible === null ? told : `SELECT * FROM (${told}) AS every WHERE every.id IN (SELECT id FROM "${visible.name}")`;
    this.#names.add(name);
    this.#awaited.expect(name, {
      sql: rows,
      segments: groups.flat(),
      ...(visible === null ? {} : { names: [visible.table], prepare: visible.make }),
    });
  }

  #columnsOf({ people, officeAlone }: Pick<ShownSegments, 'people' | 'officeAlone'>): string {
    if (people !== undefined) return shownBeside(people, this.scope.personal);
    if (officeAlone === undefined || seesEverything(this.scope)) return '*';
    if (!isPlain(officeAlone)) throw new OwnFault(`no name of a column: ${officeAlone}`);
    return `COLUMNS(lambda column_name: column_name <> '${officeAlone}')`;
  }

  /** Shows the rows of one segment. */
  async showSegment(name: string, segment: Pick<Segment, 'sha256'>): Promise<void> {
    await this.showSegments(name, { segments: [segment] });
  }

  /**
   * Writes the rows of a query as a Parquet file; gives their number. Only where the whole office is in sight. `groupRows`: how many rows
   * are packed together; left out: the usual number.
   */
  async writeParquet(sql: string, path: string, groupRows?: number): Promise<number> {
    if (!seesEverything(this.scope)) throw new OwnFault('a narrowed session writes no files');
    await this.#check(sql);
    return this.#session.writeParquet(sql, path, groupRows);
  }

  /** The same apart by a column of whole numbers, each number in files of its own in a new folder. */
  async writeParquetApart(sql: string, folder: string, by: string, groupRows: number): Promise<WrittenApart[]> {
    if (!seesEverything(this.scope)) throw new OwnFault('a narrowed session writes no files');
    if (!isPlain(by)) throw new OwnFault(`no name of a column: ${by}`);
    await this.#check(sql);
    return this.#session.writeParquetApart(sql, folder, by, groupRows);
  }

  /** A table of the ids of the visible records of a table, made once: no statement can name it. */
  #visible(table: string) {
    if (!this.#views.has(table)) throw new OwnFault(`no table of records: ${table}`);
    const name = `visible ${table}`;
    const make = () => this.#session.run(`CREATE TABLE IF NOT EXISTS "${name}" AS SELECT id FROM "${table}"`);
    return { name, table, make };
  }

  /** Names of what a statement reads; throws where it may not. Of the software's own statements all names that occur as words. */
  async #namedIn(sql: string): Promise<ReadonlySet<string>> {
    if (this.#ground.ownStatements) return new Set(sql.match(plainWords)?.filter((word) => this.#names.has(word)));
    return checkStatement(await this.#session.syntaxOf(sql), this.#names);
  }

  async #check(sql: string): Promise<void> {
    const named = await this.#namedIn(sql);
    await this.#discreetly(sql, () => this.#awaited.define(named));
  }

  /** What the engine says of a failing query may quote a row that the scope withholds, so a narrowed session does not repeat it. */
  async #discreetly<T>(sql: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof UserFault || seesEverything(this.scope)) throw error;
      throw new OwnFault(`a query of a narrowed session failed\nSQL: ${sql}`);
    }
  }

  /** Gives a name to something that is no view that waits. */
  #claim(name: string, columns: readonly string[]): void {
    this.#demandPlain(name, columns);
    this.#awaited.forget(name);
    this.#names.add(name);
  }

  #demandPlain(name: string, columns: readonly string[]): void {
    if (![name, ...columns].every(isPlain) || this.#views.has(name))
      throw new OwnFault(`no name for a table beside the records: ${name}`);
  }
}

const plainWords = /[a-z_][a-z0-9_]*/g;

function isPlain(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(name);
}
