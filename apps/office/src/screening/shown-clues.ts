import type { LakeSession } from '@zhiheng/lake';
import { type Clue, strengthNames } from '@zhiheng/screening';
import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ScreenClue } from '../answers-screening.js';
import type { Office } from '../office.js';
import { screeningRun } from './run-screening.js';
import type { ScreeningRun } from './screening-run.js';
import { limitSql, withRun } from './screening-session.js';

/** How lists of clues are ordered: the strongest first, among equals by application; or by application alone. */
export const clueOrders = ['strength', 'application'] as const;
export type ClueOrder = (typeof clueOrders)[number];

export interface CluesAsked {
  readonly run?: string;
  readonly id?: string;
  readonly ground?: string;
  readonly family?: string;
  readonly application?: string;
  /** Left out: the strongest first. */
  readonly order?: ClueOrder;
  /** Left out: all. */
  readonly limit?: number;
  /** `cluePlace` of the last clue of the page before, in the same order. */
  readonly after?: string;
}

const orderSql: Readonly<Record<ClueOrder, string>> = {
  strength: 'c.strength DESC, c.id, c.ground, c.family',
  application: 'c.id, c.ground, c.family',
};

/** The place of a clue in an order, which no other clue of its run has: (strength,) application, ground and family, with spaces between. */
export function cluePlace(
  { strength, application, ground, family }: Pick<Clue, 'strength' | 'application' | 'ground' | 'family'>,
  order: ClueOrder,
): string {
  return [...(order === 'strength' ? [strength] : []), application, ground, family].join(' ');
}

type Named = Pick<ScreenClue, 'title' | 'filed'>;

/** Clues about applications that a scope shows. Throws `screening-missing`, `not-found`, `usage`. */
export async function cluesOf(office: Office, asked: CluesAsked, scope: Scope): Promise<ScreenClue[]> {
  const { order = 'strength' } = asked;
  if (!clueOrders.includes(order)) {
    const values = { what: `no order is named ${order}` };
    throw new UserFault('usage', { place: { field: 'order' }, found: order, expected: clueOrders.join(', '), values });
  }
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
    const place = placeOf(asked.after, order);
    parameters.push(...place);
    tests.push(behindSql(order, parameters.length - place.length + 1));
  }
  return withRun(office, run, scope, async (session) => {
    const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
    const rows = await session.rows<Named & { told: string }>(
      `SELECT c.told, t.title, p.filed_on AS filed
       FROM (SELECT * FROM clue AS c${where} ORDER BY ${orderSql[order]}${limitSql(asked.limit)}) AS c
       LEFT JOIN patents AS p ON p.id = c.id LEFT JOIN patent_texts AS t ON t.id = c.id
       ORDER BY ${orderSql[order]}`,
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

/** The parts of a place. Throws `usage`. */
function placeOf(after: string, order: ClueOrder): string[] {
  const place = after.split(' ');
  const parts =
    order === 'strength' ? ['STRENGTH', 'APPLICATION', 'GROUND', 'FAMILY'] : ['APPLICATION', 'GROUND', 'FAMILY'];
  if (place.length !== parts.length || (order === 'strength' && !/^\d+(\.\d+)?(e-\d+)?$/.test(place[0] ?? ''))) {
    throw new UserFault('usage', { found: after, expected: parts.join(' '), values: { what: 'no such page' } });
  }
  return place;
}

/** Whether a clue stands behind the place whose parts are the parameters from `at`. */
function behindSql(order: ClueOrder, at: number): string {
  const by = order === 'strength' ? at + 1 : at;
  const [id, ground, family] = [`$${by}`, `$${by + 1}`, `$${by + 2}`];
  const behind = `(id > ${id} OR (id = ${id} AND (ground > ${ground} OR (ground = ${ground} AND family > ${family}))))`;
  if (order === 'application') return behind;
  const strength = `CAST($${at} AS DOUBLE)`;
  return `(strength < ${strength} OR (strength = ${strength} AND ${behind}))`;
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
