import type { LakeSession } from '@zhiheng/lake';
import { type Clue, strengthNames } from '@zhiheng/screening';
import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ScreenClue } from '../answers-screening.js';
import type { Office } from '../office.js';
import { screeningRun } from './run-screening.js';
import type { ScreeningRun } from './screening-run.js';
import { limitSql, withRun } from './screening-session.js';

export interface CluesAsked {
  readonly run?: string;
  readonly id?: string;
  readonly ground?: string;
  readonly family?: string;
  readonly application?: string;
  /** Left out: all. */
  readonly limit?: number;
  /** Application, ground and family of the last clue of the page before, with spaces between. */
  readonly after?: string;
}

type Named = Pick<ScreenClue, 'title' | 'filed'>;

/** Clues about applications that a scope shows. Throws `screening-missing`, `not-found`, `usage`. */
export async function cluesOf(office: Office, asked: CluesAsked, scope: Scope): Promise<ScreenClue[]> {
  const run = await screeningRun(office, asked.run);
  const tests: string[] = [];
  const parameters: string[] = [];
  const columns = { id: 'clue', ground: 'ground', family: 'family', application: 'id' } as const;
  for (const [name, column] of Object.entries(columns)) {
    const value = asked[name as keyof typeof columns];
    if (value === undefined) continue;
    parameters.push(value);
    tests.push(`${column} = $${parameters.length}`);
  }
  if (asked.after !== undefined) {
    const [application, ground, family] = asked.after.split(' ');
    if (application === undefined || ground === undefined || family === undefined) {
      const values = { what: 'no such page' };
      throw new UserFault('usage', { found: asked.after, expected: 'APPLICATION GROUND FAMILY', values });
    }
    parameters.push(application, ground, family);
    const at = parameters.length;
    tests.push(
      `(id > $${at - 2} OR (id = $${at - 2} AND (ground > $${at - 1} OR (ground = $${at - 1} AND family > $${at}))))`,
    );
  }
  return withRun(office, run, scope, async (session) => {
    const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
    const rows = await session.rows<Named & { told: string }>(
      `SELECT c.told, t.title, p.filed_on AS filed
       FROM (SELECT * FROM clue${where} ORDER BY id, ground, family${limitSql(asked.limit)}) AS c
       LEFT JOIN patents AS p ON p.id = c.id LEFT JOIN patent_texts AS t ON t.id = c.id ORDER BY c.id, c.ground, c.family`,
      parameters,
    );
    const clues = rows.map(({ told }) => JSON.parse(told) as Clue);
    const visible = await visibleAmong(session, clues);
    return clues.map((clue, at) => {
      const { title = null, filed = null } = rows[at] ?? {};
      return { ...shownClue(clue, visible, run), title, filed };
    });
  });
}

/** The others in the evidence of some clues that the session shows. */
async function visibleAmong(session: LakeSession, clues: readonly Clue[]): Promise<ReadonlySet<string>> {
  const ids = new Set(clues.flatMap(({ evidence }) => evidence.others.map(({ application }) => application)));
  await session.registerTable(
    'told_other',
    { id: 'text' },
    [...ids].map((id) => [id]),
  );
  const rows = await session.rows<{ id: string }>('SELECT id FROM patents WHERE id IN (SELECT id FROM told_other)');
  return new Set(rows.map(({ id }) => id));
}

function shownClue(
  { evidence, ...clue }: Clue,
  visible: ReadonlySet<string>,
  run: ScreeningRun,
): Omit<ScreenClue, keyof Named> {
  const others = evidence.others.filter(({ application }) => visible.has(application));
  return {
    ...clue,
    strengthName: strengthNames[clue.strengthWord],
    evidence: { ...evidence, others, withheldByRight: evidence.others.length - others.length },
    ...{ run: run.name, release: run.release },
  };
}
