import { type Scope, UserFault } from '@zhiheng/vocabulary';
import type { ClueSeen, ScreenShowAnswer } from '../answers-screening.js';
import type { Office } from '../office.js';
import { type ScreeningRun, screeningAct } from './screening-run.js';
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
    if (group !== undefined) return { id, clues: [], group, seen: [] };
  } else {
    const isClue = id.startsWith('C-');
    const clues = await cluesOf(office, { ...asked, ...(isClue ? { id } : { application: id }) }, scope);
    if (clues.length > 0) return { id, clues, group: null, seen: isClue ? await seenBy(office, id, scope) : [] };
  }
  const expected = 'the id of a clue, a group or an application of the run';
  throw new UserFault('not-found', { found: id, expected, values: { name: id } });
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
