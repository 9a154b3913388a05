import type { TextField } from '@zhiheng/screening';
import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { PairRow } from '../answers-screening.js';
import type { Office } from '../office.js';
import { screeningRun } from './run-screening.js';
import { limitSql, withRun } from './screening-session.js';

export interface PairsAsked {
  readonly run?: string;
  readonly field?: string;
  /** The least Jaccard. */
  readonly min?: number;
  /** Left out: all. */
  readonly limit?: number;
  /** Number of the last pair of the page before. */
  readonly after?: number;
}

const fields: readonly TextField[] = ['title', 'abstract', 'claim'];

/** Pairs of which a scope shows at least one application. Throws `screening-missing`, `not-found`, `usage`. */
export async function pairsOf(office: Office, asked: PairsAsked, scope: Scope): Promise<PairRow[]> {
  const { field, min = 0, limit, after = 0 } = asked;
  if (field !== undefined && !fields.some((one) => one === field)) {
    const values = { what: `no text is named ${field}` };
    throw new UserFault('usage', { place: { field: 'field' }, found: field, expected: fields.join(', '), values });
  }
  const run = await screeningRun(office, asked.run);
  const tests = [`pair > $1`, `jaccard >= $2`, ...(field === undefined ? [] : [`field = '${field}'`])];
  return withRun(office, run, scope, (session) =>
    session.rows<PairRow>(
      `SELECT pair, max(CASE WHEN side = 'a' THEN id END) AS a, max(CASE WHEN side = 'b' THEN id END) AS b, max(jaccard) AS jaccard,
         max(containment) AS containment, max(field) AS field, max(kind) AS kind
       FROM text_pair WHERE ${tests.join(' AND ')} GROUP BY pair ORDER BY pair${limitSql(limit)}`,
      [after, min],
    ),
  );
}
