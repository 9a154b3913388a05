import type { RecordSession } from '@zhiheng/indicators';
import { type LakeSession, openLakeSession, type Release } from '@zhiheng/lake';
import { OwnFault, type Scope, scopeName, shownTableNames } from '@zhiheng/vocabulary';
import { showTags } from '../classification/vintage-tags.js';
import { withFacts } from '../decisions/vintage-facts.js';
import type { Office } from '../office.js';
import { besideOf, earlierPrefix } from '../record-sessions.js';
import type { Vintage } from '../vintage.js';

/** Two vintages, the one that is told first. */
export interface VintagePair {
  readonly before: Vintage;
  readonly after: Vintage;
}

/**
 * Lends a session over the records of two vintages: those of the later one under their names, those of the earlier one under the same
 * with `before_`. One that sees everything can show the observations of both, any their admissions.
 */
export function withComparedSession<T>(
  office: Office,
  { before, after }: VintagePair,
  scope: Scope,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const open = async () => {
    const recordsOf = async ({ releaseHash, facts }: Vintage) =>
      withFacts((await office.store.getJson(releaseHash)) as Release, facts);
    const beside = [...besideOf(before, scope), ...besideOf(after, scope)];
    const session = await openLakeSession(await recordsOf(after), office.store, scope, {
      memoryLimit: '2GB',
      beside,
      check: 'when-named',
      compared: { prefix: earlierPrefix, manifest: await recordsOf(before) },
    });
    await showTags(session, after);
    await showTags(session, before, `${earlierPrefix}patent_tags`, `${earlierPrefix}patents`);
    return session;
  };
  return office.sessions.use(`${before.name} ${after.name} ${scopeName(scope)} compared`, open, use);
}

/** A session that reads the records of the earlier vintage by their own names; `shown`: names of what was shown with them. */
export function asEarlier(session: LakeSession, shown: readonly string[]): RecordSession {
  const asked = (sql: string) => ofEarlier(sql, shown);
  return {
    scope: session.scope,
    dialect: session.dialect,
    rows: (sql, parameters) => session.rows(asked(sql), parameters),
    registerTable: (name, columns, rows) => session.registerTable(name, columns, rows),
    keep: (name, sql) => session.keep(name, asked(sql)),
  };
}

/** SQL that asks the earlier records what it would ask the later ones. */
export function ofEarlier(sql: string, shown: readonly string[]): string {
  if (!/^\s*(?:SELECT|WITH)\b/.test(sql)) throw new OwnFault(`no plain SELECT\nSQL: ${sql}`);
  const named = [...new Set([...shownTableNames, 'patent_tags', ...shown])].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(sql),
  );
  if (named.length === 0) return sql;
  const each = named.map((name) => `${name} AS NOT MATERIALIZED (SELECT * FROM ${earlierPrefix}${name})`);
  // What a query names itself stands before what it is told here.
  const asked = /^\s*WITH\b/.test(sql) ? `SELECT * FROM (\n${sql}\n) AS asked` : sql;
  return `WITH ${each.join(', ')}\n${asked}`;
}
