import { type Dialect, dialects } from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import type { ComputedDefinition, RecordTable } from '../definition.js';
import type { RecordSession } from '../session.js';
import { type NamedRelation, tableRelations } from './table-relations.js';

/** A session in which the records of a table stand where patents are asked for. */
export interface TableSession extends RecordSession {
  /** SQL that asks the session behind what `sql` asks this one. */
  written(sql: string): string;
}

const opened = new WeakMap<RecordSession, Map<RecordTable, TableSession>>();

/** The session in which the records that a definition counts stand where patents are asked for; of patents the session itself. */
export function sessionFor<Session extends RecordSession>(
  { table }: Pick<ComputedDefinition, 'table'>,
  session: Session,
): Session | TableSession {
  if (table === 'patents') return session;
  const tables = opened.get(session) ?? new Map<RecordTable, TableSession>();
  opened.set(session, tables);
  const known = tables.get(table) ?? tableSession(table, session);
  tables.set(table, known);
  return known;
}

/** SQL that asks a session what `sql` asks where the records of a definition stand where patents are asked for. */
export function writtenFor({ table }: Pick<ComputedDefinition, 'table'>, session: RecordSession, sql: string): string {
  const own = sessionFor({ table }, session);
  return 'written' in own ? own.written(sql) : sql;
}

function tableSession(table: Exclude<RecordTable, 'patents'>, session: RecordSession): TableSession {
  const { dialect } = session;
  // What is registered here stands apart from what the session itself registered under the same name.
  const kept = new Map<string, string>();
  const ownName = (name: string) => `${table}_${name}`;
  const written = (sql: string) =>
    namedBefore(
      sql,
      [
        ...tableRelations(table, dialect),
        ...[...kept].map(([name, own]): NamedRelation => [name, `SELECT * FROM ${own}`]),
      ],
      dialect,
    );
  return {
    scope: session.scope,
    dialect,
    written,
    rows: (sql, parameters) => session.rows(written(sql), parameters),
    async registerTable(name, columns, rows) {
      await session.registerTable(ownName(name), columns, rows);
      kept.set(name, ownName(name));
    },
    async keep(name, sql) {
      await session.keep(ownName(name), written(sql));
      kept.set(name, ownName(name));
    },
  };
}

/** The SQL of a figure over another table than that of patents, for showing: with what stands for patents before it. */
export function shownFor(table: RecordTable, sql: string, dialect: Dialect = dialects.duckdb): string {
  return table === 'patents' ? sql : namedBefore(sql, tableRelations(table, dialect), dialect);
}

/** A SELECT before which relations are named that it may ask. */
function namedBefore(sql: string, relations: readonly NamedRelation[], { name }: Dialect): string {
  const hint = name === 'trino' ? '' : 'NOT MATERIALIZED ';
  const asked = askedIn(sql, relations);
  const named = asked.map(([relation, own]) => `${relation} AS ${hint}(\n${own}\n)`).join(',\n');
  if (named === '') return sql;
  const begun = /^\s*(WITH|SELECT)\b/.exec(sql);
  if (begun === null) throw new OwnFault(`no plain SELECT\nSQL: ${sql}`);
  return begun[1] === 'WITH' ? `WITH ${named},\n${sql.replace(/^\s*WITH\s/, '')}` : `WITH ${named}\n${sql}`;
}

/** The relations that SQL asks, and those that these ask. */
function askedIn(sql: string, relations: readonly NamedRelation[]): readonly NamedRelation[] {
  const asks = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const asked: NamedRelation[] = [];
  for (const one of [...relations].reverse()) {
    if ([sql, ...asked.map(([, own]) => own)].some((text) => asks(text, one[0]))) asked.unshift(one);
  }
  return asked;
}
