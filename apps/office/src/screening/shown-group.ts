import type { LakeSession } from '@zhiheng/lake';
import { strengthWord } from '@zhiheng/screening';
import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ScreenGroupShown, ScreenMember } from '../answers-screening-shown.js';
import type { Office } from '../office.js';
import { linksAmong } from './group-links.js';
import { screeningRun } from './run-screening.js';
import { type ScreeningRun, screeningAct } from './screening-run.js';
import { withRun } from './screening-session.js';
import { groupsOf } from './shown-groups.js';

export interface GroupAsked {
  readonly id: string;
  readonly run?: string;
  readonly limit?: number;
  /** Filing day and application of the last member of the page before, with a space between. */
  readonly after?: string;
}

const [usualMembers, mostMembers] = [200, 1000];
/** Stands behind every day for a member that has none. */
const noDay = '9999-12-31';
const dayKey = `CAST(coalesce(p.filed_on, DATE '${noDay}') AS VARCHAR)`;

/**
 * A group with the members that a scope shows, their filing days, and what links them. Throws `screening-missing`, and `not-found` also for
 * what the scope withholds.
 */
export async function groupShown(office: Office, asked: GroupAsked, scope: Scope): Promise<ScreenGroupShown> {
  const run = await screeningRun(office, asked.run);
  const [group] = await groupsOf(office, { id: asked.id, run: run.name }, scope);
  if (group === undefined) {
    const expected = 'the id of a group of the run';
    throw new UserFault('not-found', { found: asked.id, expected, values: { name: asked.id } });
  }
  const told = await withRun(office, run, scope, async (session) => {
    const { members, next } = await membersOf(session, asked);
    const days = await session.rows<ScreenGroupShown['days'][number]>(
      `SELECT p.filed_on AS "day", count(*) AS members FROM group_member AS m JOIN patents AS p ON p.id = m.id
       WHERE m.grp = $1 GROUP BY p.filed_on ORDER BY p.filed_on NULLS LAST`,
      [asked.id],
    );
    return { members, next, days, ...(await linksAmong(session, members, group.core)) };
  });
  return { run: run.name, release: run.release, group, ...told, formerRun: await formerRun(office, run) };
}

async function membersOf(session: LakeSession, { id, limit = usualMembers, after = ' ' }: GroupAsked) {
  const most = Math.min(Math.max(Math.floor(limit), 1), mostMembers);
  const [day = '', application = ''] = after.split(' ');
  const rows = await session.rows<Omit<ScreenMember, 'core' | 'clues'> & { core: number; key: string }>(
    `SELECT m.id AS application, m.core, t.title, p.filed_on AS filed, p.published_on AS published, p.kind, m.area, m.party,
       h.name AS holder, m.agency, ${dayKey} AS key
     FROM group_member AS m JOIN patents AS p ON p.id = m.id LEFT JOIN patent_texts AS t ON t.id = m.id
     LEFT JOIN (SELECT id, name, row_number() OVER (PARTITION BY id ORDER BY coalesce(from_on, DATE '0001-01-01'), position) AS place
       FROM patent_holders WHERE id IN (SELECT id FROM group_member WHERE grp = $1)) AS h ON h.id = m.id AND h.place = 1
     WHERE m.grp = $1 AND (${dayKey} > $2 OR (${dayKey} = $2 AND m.id > $3))
     ORDER BY key, m.id LIMIT ${most + 1}`,
    [id, day, application],
  );
  const page = rows.slice(0, most);
  const clues = await cluesOf(
    session,
    page.map((row) => row.application),
  );
  const last = page.at(-1);
  return {
    members: page.map(({ key: _, core, ...row }) => ({
      ...{ ...row, core: core === 1 },
      clues: clues.get(row.application) ?? [],
    })),
    next: rows.length > most && last !== undefined ? `${last.key} ${last.application}` : null,
  };
}

/** Clues about some applications, by application. */
async function cluesOf(
  session: LakeSession,
  ids: readonly string[],
): Promise<Map<string, ScreenMember['clues'][number][]>> {
  await session.registerTable(
    'told_member',
    { id: 'text' },
    ids.map((id) => [id]),
  );
  const rows = await session.rows<{ id: string; clue: string; ground: string; family: string; strength: number }>(
    `SELECT id, clue, ground, family, strength FROM clue WHERE id IN (SELECT id FROM told_member) ORDER BY id, ground, family`,
  );
  const by = new Map<string, ScreenMember['clues'][number][]>();
  for (const { id, clue, ground, family, strength } of rows) {
    const told = { id: clue, ground, family, strength, strengthWord: strengthWord(strength) };
    by.set(id, [...(by.get(id) ?? []), told]);
  }
  return by;
}

/** The newest run before one over another release: whose groups its lineage names. */
async function formerRun(office: Office, run: ScreeningRun): Promise<string | null> {
  const acts = await office.ledger.acts(screeningAct);
  const own = acts.findIndex(({ object }) => object === run.name);
  for (const { hash, object } of acts.slice(0, Math.max(own, 0)).reverse()) {
    if (((await office.store.getJson(hash)) as ScreeningRun).releaseHash !== run.releaseHash) return object;
  }
  return null;
}
