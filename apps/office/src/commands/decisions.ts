import { type Decision, type DecisionAct, type DeductionFact, deductionFacts, type Ground } from '@zhiheng/screening';
import {
  type DecisionOutcome,
  decisionOutcomes,
  isDay,
  nearestWord,
  readApplicationNumber,
  recordId,
  type Scope,
  seesEverything,
  UserFault,
  wholeOffice,
} from '@zhiheng/vocabulary';
import type { DecidedAnswer, DecisionRow, DecisionRules, DecisionsAnswer } from '../answers-decisions.js';
import { screeningRules } from '../decisions/screening-rules.js';
import { lentSession, shownRelease } from '../lent-session.js';
import type { Office } from '../office.js';
import { findVintage } from '../vintages.js';
import { deciding } from './area-rulings.js';
import { type Command, done } from './command.js';

const usualPage = 50;
const mostPage = 500;

export interface DecideInput {
  /** Id or number of an application; several in one act. */
  readonly applications: readonly string[];
  readonly ground: string;
  readonly outcome: string;
  readonly effective: string;
  readonly reason: string;
}

/**
 * Decides about applications on a ground, all or none, in one act. Throws `not-found` for an application that the newest release does not
 * have, `ground-unknown`, `usage` for an outcome that is none, `date-wrong`, `reason-missing`, `state-changed`.
 */
export const decide: Command<DecideInput, DecidedAnswer> = async (input, { office, actor, scope }) => {
  const { grounds } = screeningRules(office.definitionsFolder);
  const ground = groundNamed(input.ground, grounds);
  const outcome = outcomeNamed(input.outcome);
  const effectiveOn = effectiveDay(office, input.effective, ground);
  const ids = [...new Set(input.applications.map((given) => applicationId(office, given)))];
  if (ids.length === 0) throw new UserFault('usage', { values: { what: 'no application is named' } });
  await demandKnown(office, ids, scope);
  const decisions = ids.map((application) => ({ application, ground: ground.id, outcome, effectiveOn }));
  const act = await office.decisions.decide(decisions, deciding(office, actor, input.reason));
  return done(await decided(office, act, ids));
};

export interface UndoDecisionInput {
  readonly act: number;
  readonly reason: string;
}

/** Takes back what an act decided; vintages that rest on it stay as they are. Throws `not-found`, `reason-missing`, `state-changed`. */
export const decisionsUndo: Command<UndoDecisionInput, DecidedAnswer> = async ({ act, reason }, { office, actor }) => {
  const undone = await office.decisions.undo(act, deciding(office, actor, reason));
  const ids = undone.kind === 'import' ? [] : (await decisionsOf(office, act)).map((one) => one.application);
  return done(await decided(office, undone, [...new Set(ids)]));
};

export interface DecisionsInput {
  readonly application?: string;
  readonly limit?: number;
  readonly after?: string;
}

/** Decisions, the newest first, those taken back too; whoever sees a part of the office sees those about its applications. */
export const decisionsList: Command<DecisionsInput, DecisionsAnswer> = async (input, { office, scope }) => {
  const limit = Math.min(Math.max(input.limit ?? usualPage, 1), mostPage);
  const application = input.application === undefined ? undefined : applicationId(office, input.application);
  const found: Decision[] = [];
  let after = afterOf(input.after);
  for (;;) {
    const asked = { limit: limit + 1, ...(application === undefined ? {} : { application }) };
    const page = await office.decisions.page({ ...asked, ...(after === undefined ? {} : { after }) });
    found.push(...(await visibleOf(office, page, scope)));
    if (page.length <= limit || found.length > limit) break;
    const last = page.at(-1);
    if (last === undefined) break;
    after = { act: last.act, row: last.row };
  }
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const made = await office.decisions.acts(rows.map(({ act }) => act));
  const acts = new Map(made.map((one) => [one.act, one]));
  const facts = application === undefined || rows.length === 0 ? [] : await factsOf(office, [application]);
  return done({
    rows: rows.map((one) => rowOf(one, acts.get(one.act))),
    fact: facts[0] ?? null,
    next: found.length > limit && last !== undefined ? `${last.act}.${last.row}` : null,
  });
};

/** The lists that were taken over, the newest first. */
export const decisionLists: Command<object, readonly DecisionAct[]> = async (_, { office }) =>
  done(await office.decisions.lists());

/** The grounds and the policy of deductions, and how many acts the next vintage will have beside those of the newest. */
export const decisionRules: Command<object, DecisionRules> = async (_, { office }) => {
  const { grounds, policy } = screeningRules(office.definitionsFolder);
  const position = (await findVintage(office))?.vintage.facts?.position ?? 0;
  const { names, provisional, rules } = policy;
  const waiting = await office.decisions.actsBehind(position);
  return done({ grounds, policy: { names, provisional, rules }, waiting });
};

/** What an act decided, with what the decisions about its applications come to. */
export async function decided(office: Office, act: DecisionAct, ids: readonly string[]): Promise<DecidedAnswer> {
  return { ...act, ledgerPosition: act.undone?.act ?? act.act, facts: await factsOf(office, ids) };
}

async function factsOf(office: Office, ids: readonly string[]): Promise<DeductionFact[]> {
  const own: Decision[] = [];
  for (const application of ids) own.push(...(await office.decisions.page({ application, limit: mostPage })));
  const { policy } = screeningRules(office.definitionsFolder);
  const asOf = { position: await office.decisions.lastAct(), effective: office.today() };
  return deductionFacts(own, policy, asOf);
}

async function decisionsOf(office: Office, act: number): Promise<Decision[]> {
  const page = await office.decisions.page({ limit: mostPage, after: { act: act + 1, row: -1 } });
  return page.filter((one) => one.act === act);
}

function rowOf(
  { application, ground, outcome, effectiveOn, act, row }: Decision,
  made: DecisionAct | undefined,
): DecisionRow {
  const { person = '', time = '', reason = '', list = null, undone = null } = made ?? {};
  return { application, ground, outcome, effectiveOn, act, row, person, time, reason, list, undone };
}

/** Those about applications that a scope shows in the newest release. */
async function visibleOf(office: Office, decisions: readonly Decision[], scope: Scope): Promise<Decision[]> {
  if (seesEverything(scope) || scope.areas === 'everywhere') return [...decisions];
  const known = await knownIds(
    office,
    decisions.map(({ application }) => application),
    scope,
  );
  return decisions.filter(({ application }) => known.has(application));
}

async function demandKnown(office: Office, ids: readonly string[], scope: Scope): Promise<void> {
  const known = await knownIds(office, ids, scope);
  const missing = ids.find((id) => !known.has(id));
  if (missing === undefined) return;
  throw new UserFault('not-found', {
    place: { field: 'applications' },
    found: missing,
    expected: 'an application of the newest release',
    values: { name: missing },
  });
}

/** Those of some ids that the newest release has and a scope shows. */
export async function knownIds(
  office: Office,
  ids: readonly string[],
  scope: Scope = wholeOffice,
): Promise<Set<string>> {
  const release = await shownRelease(office);
  if (release === null || ids.length === 0) return new Set();
  return lentSession(office, release, scope, async (session) => {
    await session.registerTable(
      'decided_id',
      { id: 'text' },
      [...new Set(ids)].map((id) => [id]),
    );
    const rows = await session.rows<{ id: string }>('SELECT id FROM patents WHERE id IN (SELECT id FROM decided_id)');
    return new Set(rows.map(({ id }) => id));
  });
}

function groundNamed(given: string, grounds: readonly Ground[]): Ground {
  const ground = grounds.find(({ id }) => id === given);
  if (ground !== undefined) return ground;
  const ids = grounds.map(({ id }) => id);
  const near = nearestWord(given, ids);
  throw new UserFault('ground-unknown', {
    place: { field: 'ground' },
    found: given,
    expected: ids.join(', '),
    values: { name: given },
    ...(near === null ? {} : { didYouMean: near }),
  });
}

function outcomeNamed(given: string): DecisionOutcome {
  const outcome = decisionOutcomes.find((one) => one === given);
  if (outcome !== undefined) return outcome;
  const near = nearestWord(given, decisionOutcomes);
  throw new UserFault('usage', {
    place: { field: 'outcome' },
    found: given,
    expected: decisionOutcomes.join(', '),
    values: { what: `no outcome is named ${given}` },
    ...(near === null ? {} : { didYouMean: near }),
  });
}

/** A day that is not to come and on which the ground holds. */
function effectiveDay(office: Office, given: string, ground: Ground): string {
  const today = office.today();
  if (!isDay(given) || given > today) {
    throw new UserFault('date-wrong', {
      place: { field: 'effective' },
      found: given,
      expected: `a day up to ${today}`,
    });
  }
  if (given >= ground.validFrom && (ground.validTo === null || given <= ground.validTo)) return given;
  throw new UserFault('date-wrong', {
    place: { field: 'effective' },
    found: given,
    expected: `a day on which ${ground.id} holds: ${ground.validFrom} to ${ground.validTo ?? 'today'}`,
  });
}

/** The id of an application that is given by it or by its number. */
function applicationId(office: Office, given: string): string {
  const text = given.trim();
  if (text.includes(':')) return text;
  const read = readApplicationNumber(office.code, text);
  return recordId(office.code, 'number' in read ? read.number : text);
}

function afterOf(given: string | undefined): { readonly act: number; readonly row: number } | undefined {
  if (given === undefined) return undefined;
  const [act, row] = given.split('.').map(Number);
  if (Number.isSafeInteger(act) && Number.isSafeInteger(row)) return { act: act as number, row: row as number };
  throw new UserFault('usage', {
    found: given,
    expected: '`next` of the page before',
    values: { what: 'no such page' },
  });
}
