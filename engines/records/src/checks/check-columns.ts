import type { Columns, ValueType } from '@zhiheng/expressions';
import { type ColumnType, type RecordTable, recordTables } from '@zhiheng/vocabulary';

/** Bookkeeping of the store; no check rests on it. */
const bookkeeping = new Set(['id', 'revision', 'content_hash', 'source', 'source_position']);

/** A table whose columns can be named beside those of another: at most one row for each of its rows. */
export interface Beside {
  readonly table: RecordTable;
  /** SQL that joins a row of it to a row of `own`. */
  readonly on: string;
  /** Before the names of its columns. */
  readonly prefix: string;
}

/** A column of what a check looks at. */
export interface CheckColumn {
  readonly type: ValueType;
  /** SQL over `own` and the tables beside it. */
  readonly sql: string;
  /** Index of the table beside; null for the table itself and for counts. */
  readonly beside: number | null;
}

const byId = (table: RecordTable, alias: string): Beside => ({ table, on: `${alias}.id = own.id`, prefix: '' });
const patent = [byId('patents', 'beside0'), byId('patent_states', 'beside1')];
const mark = [byId('trademarks', 'beside0')];

/** What stands beside each table; the patent that an event is about only where it is known by its id. */
const besides: Readonly<Record<RecordTable, readonly Beside[]>> = {
  patents: [byId('patent_states', 'beside0'), byId('patent_texts', 'beside1')],
  patent_texts: patent,
  patent_states: [byId('patents', 'beside0')],
  patent_classes: patent,
  patent_holders: patent,
  patent_people: patent,
  patent_events: [
    { table: 'patents', on: 'beside0.id = own.patent', prefix: 'patent_' },
    { table: 'patent_states', on: 'beside1.id = own.patent', prefix: 'patent_' },
  ],
  patent_family_members: [],
  patent_statements: [],
  recordals: [],
  trademarks: [],
  trademark_classes: mark,
  trademark_holders: mark,
  trademark_events: mark,
  geographical_indications: [],
  gi_users: [byId('geographical_indications', 'beside0')],
};

/** Tables whose rows of a record are counted for its head row. */
const counted: Readonly<Partial<Record<RecordTable, Readonly<Record<string, RecordTable>>>>> = {
  patents: { class_count: 'patent_classes', holder_count: 'patent_holders' },
  trademarks: { class_count: 'trademark_classes', holder_count: 'trademark_holders' },
};

export function besidesOf(table: RecordTable): readonly Beside[] {
  return besides[table];
}

/** True where several rows of a record are told apart by their position. */
export function hasPosition(table: RecordTable): boolean {
  return 'position' in recordTables[table].columns;
}

/** What a check over a table can name: its own columns, those of tables beside it, counts, and `as_of`, the day of the check. */
export function checkColumns(table: RecordTable): ReadonlyMap<string, CheckColumn> {
  const columns = new Map<string, CheckColumn>();
  const add = (from: RecordTable, prefix: string, alias: string, beside: number | null) => {
    for (const [name, type] of Object.entries(recordTables[from].columns) as [string, ColumnType][]) {
      const key = `${prefix}${name}`;
      if (type === 'hash' || bookkeeping.has(name) || columns.has(key)) continue;
      columns.set(key, { type, sql: `${alias}."${name}"`, beside });
    }
  };
  add(table, '', 'own', null);
  for (const [index, { table: other, prefix }] of besides[table].entries()) add(other, prefix, `beside${index}`, index);
  for (const [name, rows] of Object.entries(counted[table] ?? {})) {
    const sql = `(SELECT count(*) FROM ${rows} AS part WHERE part.id = own.id)`;
    columns.set(name, { type: 'integer', sql, beside: null });
  }
  columns.set('as_of', { type: 'date', sql: 'as_of', beside: null });
  return columns;
}

/** The same for the language of expressions. */
export function expressionColumns(table: RecordTable): Columns {
  return Object.fromEntries([...checkColumns(table)].map(([name, { type }]) => [name, type]));
}
