import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ClueSeen, ScreenShowAnswer } from '../answers-screening.js';
import type { Office } from '../office.js';
import { screeningRun } from './run-screening.js';
import { type ScreeningRun, screeningAct } from './screening-run.js';
import { withRun } from './screening-session.js';
import { cluesOf } from './shown-clues.js';
import { groupsOf } from './shown-groups.js';

/** Runs of which is told how they saw a clue. */
const lastRuns = 12;

/**
 * What a run saw, by the id of a clue (`C-…`), of a group (`G-…`), or of an application. Throws `screening-missing`, and `not-found` also for
 * what the scope withholds.
 */
export async function showScreened(
  office: Office,
  id: string,
  run: string | undefined,
  scope: Scope,
): Promise<ScreenShowAnswer> {
  const asked = run === undefined ? {} : { run };
  if (id.startsWith('G-')) {
    const [group] = await groupsOf(office, { ...asked, id }, scope);
    if (group !== undefined) return { id, clues: [], group, groups: [], seen: [] };
  } else {
    const isClue = id.startsWith('C-');
    const clues = await cluesOf(office, { ...asked, ...(isClue ? { id } : { application: id }) }, scope);
    if (clues[0] !== undefined) {
      const groups = await groupsWith(office, clues[0].application, run, scope);
      return { id, clues, group: null, groups, seen: isClue ? await seenBy(office, id, scope) : [] };
    }
  }
  const expected = 'the id of a clue, a group or an application of the run';
  throw new UserFault('not-found', { found: id, expected, values: { name: id } });
}

async function groupsWith(
  office: Office,
  application: string,
  name: string | undefined,
  scope: Scope,
): Promise<string[]> {
  const rows = await withRun(office, await screeningRun(office, name), scope, (session) =>
    session.rows<{ grp: string }>('SELECT DISTINCT grp FROM group_member WHERE id = $1 ORDER BY grp', [application]),
  );
  return rows.map(({ grp }) => grp);
}

async function seenBy(office: Office, id: string, scope: Scope): Promise<ClueSeen[]> {
  // A run that was made again under its name is one.
  const byRun = new Map((await office.ledger.acts(screeningAct)).map((act) => [act.object, act]));
  const acts = [...byRun.values()].slice(-lastRuns).reverse();
  const seen: ClueSeen[] = [];
  for (const { hash, object } of acts) {
    const { createdAt } = (await office.store.getJson(hash)) as ScreeningRun;
    for (const { run, release, ruleVersion, strength } of await cluesOf(office, { run: object, id }, scope)) {
      seen.push({ run, release, createdAt, ruleVersion, strength });
    }
  }
  return seen;
}
