import { dueOf, type Instance, Instances, type Moment, type ReckonedDay, refusalFault } from '@zhiheng/acts';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { findAccount, wrongState } from './accounts.js';
import { endSessions } from './ending.js';
import { makeLink, type OneTimeLink } from './links.js';
import { renewalFlow, renewalFlowName } from './renewal-flow.js';
import { type AccountsRoom, change, type Step } from './room.js';
import { newName } from './token.js';

/** A link that another administrator has to confirm. */
export interface AskedRenewal {
  readonly account: string;
  readonly renewal: string;
  readonly due: ReckonedDay | null;
}

/** A renewal as it stands. */
export interface Renewal extends AskedRenewal {
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: string;
}

/**
 * A new one-time link in place of an older one: for an invitation that was lost, at once; for a password that was forgotten, only asked for where the
 * office has another administrator, who confirms it. Made at once, it signs the account out. Throws `not-found`, `account-state`.
 */
export async function renewLink(
  room: AccountsRoom,
  actor: Actor,
  account: string,
): Promise<OneTimeLink | AskedRenewal> {
  const calendar = await room.calendar();
  return change(room, actor, async (step) => {
    const { state, password_hash: password } = await findAccount(step.database, account);
    if (state !== 'invited' && state !== 'active') throw wrongState(account, state);
    if (password === null || !(await hasAnother(step, actor, account))) return make(room, step, account);
    const id = newName(room.random);
    const now = { time: step.time, day: step.today, calendar };
    const acted = await instancesOf(room).actWithin(step.transaction, {
      ...{ flow: renewalFlowName, id, version: 0, act: 'ask', actor, now, facts: { account } },
      noted: { kind: 'link-asked', object: account, tells: { renewal: id } },
    });
    if (!acted.done) throw refusalFault(acted.refusal);
    return { account, renewal: id, due: dueIn(acted.instance, now) };
  });
}

/**
 * Another administrator confirms a renewal, in person, and is given the link; every session of the account ends. Throws `not-found`, `four-eyes`,
 * `act-refused`, `state-changed`, `account-state`.
 */
export async function confirmRenewal(room: AccountsRoom, actor: Actor, id: string): Promise<OneTimeLink> {
  const seen = await findRenewal(room, id);
  const calendar = await room.calendar();
  return change(room, actor, async (step) => {
    await act(room, step, seen, { act: 'confirm', actor, calendar });
    const { account } = renewalOf(seen, null);
    const { state } = await findAccount(step.database, account);
    if (state !== 'active') throw wrongState(account, state);
    return make(room, step, account);
  });
}

/** Turns a renewal down; whoever asked may, too. Throws `not-found`, `act-refused`, `state-changed`. */
export async function turnDownRenewal(room: AccountsRoom, actor: Actor, id: string): Promise<void> {
  const seen = await findRenewal(room, id);
  const calendar = await room.calendar();
  return change(room, actor, (step) => act(room, step, seen, { act: 'turn-down', actor, calendar }));
}

/** Renewals that nobody has decided on yet. */
export async function listRenewals(room: AccountsRoom): Promise<Renewal[]> {
  const open = await instancesOf(room).open(renewalFlowName);
  const calendar = await room.calendar();
  return open.map((instance) => renewalOf(instance, dueIn(instance, { calendar })));
}

const instancesOf = (room: AccountsRoom) => new Instances(room.ledger, [renewalFlow]);

function dueIn({ clocks }: Instance, { calendar }: Pick<Moment, 'calendar'>): ReckonedDay | null {
  const running = clocks.find(({ endedOn }) => endedOn === null);
  return running === undefined ? null : dueOf(running, calendar);
}

function renewalOf({ id, state, facts, history }: Instance, due: ReckonedDay | null): Renewal {
  const { person = '', time = '' } = history[0] ?? {};
  return { account: String(facts.account), renewal: id, due, askedBy: person, askedAt: time, state: state ?? '' };
}

async function findRenewal(room: AccountsRoom, id: string): Promise<Instance> {
  const seen = await instancesOf(room).get(renewalFlowName, id);
  if (seen === null) throw new UserFault('not-found', { values: { name: id } });
  return seen;
}

async function act(
  room: AccountsRoom,
  step: Step,
  { id, version, facts }: Instance,
  { act: name, actor, calendar }: { readonly act: string; readonly actor: Actor } & Pick<Moment, 'calendar'>,
): Promise<void> {
  const kind = name === 'confirm' ? 'link-confirmed' : 'link-turned-down';
  const acted = await instancesOf(room).actWithin(step.transaction, {
    ...{ flow: renewalFlowName, id, version, act: name, actor, now: { time: step.time, day: step.today, calendar } },
    noted: { kind, object: String(facts.account), tells: { renewal: id } },
  });
  if (acted.done) return;
  const { code, words } = acted.refusal;
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  throw name === 'confirm' && another ? new UserFault('four-eyes', { found: words.en }) : refusalFault(acted.refusal);
}

/** Makes the link; whoever holds the account is signed out, so that it does not go unseen. */
async function make(room: AccountsRoom, step: Step, account: string): Promise<OneTimeLink> {
  const link = await makeLink(room, step, account);
  const ended = await endSessions(step, account, null);
  await step.note('link-made', account, null, { expiresAt: link.expiresAt, ended });
  return link;
}

/** Whether an active administrator is there who neither asks nor is asked about. */
async function hasAnother({ database, today }: Step, actor: Actor, account: string): Promise<boolean> {
  const rows = await database
    .selectFrom('account_roles')
    .innerJoin('accounts', 'accounts.id', 'account_roles.account')
    .select('accounts.id')
    .where('accounts.state', '=', 'active')
    .where('account_roles.role', '=', 'administrator')
    .where('account_roles.state', '=', 'granted')
    .where('account_roles.from_on', '<=', today)
    .where((open) => open.or([open('account_roles.to_on', 'is', null), open('account_roles.to_on', '>=', today)]))
    .execute();
  return rows.some(({ id }) => id !== account && id !== actor.account && id !== actor.onBehalfOf);
}
