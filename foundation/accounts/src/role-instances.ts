import {
  type Acted,
  type ActInput,
  dueOf,
  type Instance,
  Instances,
  type Moment,
  momentAt,
  type ReckonedDay,
  type Refusal,
  refusalFault,
} from '@zhiheng/acts';
import { type Actor, OwnFault, UserFault } from '@zhiheng/vocabulary';
import { roleFlows, roleGrantFlow } from './role-flow.js';
import type { GrantState, NewGrant } from './role-grant.js';
import type { AccountsRoom, Step } from './room.js';

/** The grants of roles of two persons, as instances of their flow. */
export function grantInstances(room: AccountsRoom): Instances {
  return new Instances(room.ledger, roleFlows);
}

/** What guards look at and titles show. */
export function factsOf({ account, role, areas, from, to }: NewGrant): ActInput {
  const scope = areas === 'everywhere' ? areas : [...new Set(areas)].sort().join(' ');
  return { account, role, areas: scope, from, ...(to === null ? {} : { to }) };
}

/** The moment of a step, with the calendar as it stood when the step began. */
export async function momentOf(room: AccountsRoom, moment: Date): Promise<Moment> {
  return momentAt(moment.toISOString(), await room.calendar(), room.settings.timeZone);
}

/** The day by which an instance has to be confirmed; null where no deadline runs. */
export function dueToConfirm({ clocks }: Instance, { calendar }: Moment): ReckonedDay | null {
  const clock = clocks.find(({ endedOn }) => endedOn === null);
  return clock === undefined ? null : dueOf(clock, calendar);
}

interface GrantAct {
  readonly id: string;
  /** The version looked at; 0 for a new one. */
  readonly version: number;
  readonly act: string;
  readonly actor: Actor;
  readonly now: Moment;
  readonly account: string;
  readonly tells: NonNullable<Parameters<Instances['act']>[0]['noted']>['tells'];
  /** The state that the act leads to, by which the act of the ledger is named. */
  readonly state: GrantState;
  readonly facts?: ActInput;
}

/** Does an act on a grant within a step. Throws `four-eyes`, `decided-already`, `act-refused`. */
export async function actOnGrant(room: AccountsRoom, step: Step, wanted: GrantAct): Promise<Instance> {
  const { id, version, act, actor, now, account, tells, state, facts } = wanted;
  const acted: Acted = await grantInstances(room).actWithin(step.transaction, {
    ...{ flow: roleGrantFlow, id, version, act, actor, now },
    ...(facts && { facts }),
    noted: { kind: `role-${state}`, object: account, tells },
  });
  if (acted.done) return acted.instance;
  throw grantFault(act, acted.refusal);
}

/** Ends what was given or proposed, in the name of an act that ends more than this. */
export async function endGrant(
  room: AccountsRoom,
  step: Step,
  instance: Instance,
  { actor, now, under }: { readonly actor: Actor; readonly now: Moment; readonly under: { readonly number: number } },
): Promise<void> {
  const { id, version } = instance;
  const request = { flow: roleGrantFlow, id, version, act: 'end', actor, now, under };
  const acted = await grantInstances(room).actWithin(step.transaction, request);
  if (!acted.done) throw refusalFault(acted.refusal);
}

/** Who decided a grant before. */
export function decidedBefore({ history }: Instance): UserFault {
  const last = history.at(-1);
  if (last === undefined) throw new OwnFault('a grant without a history');
  const values = { who: last.person, state: last.to, time: last.time };
  return new UserFault('decided-already', { found: last.to, values });
}

function grantFault(act: string, refusal: Refusal): UserFault {
  const { code } = refusal;
  // Whoever may not be the second person is told that another has to be.
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  if (act === 'confirm' && another) return new UserFault('four-eyes', { found: refusal.words.en });
  if (code === 'state-changed') {
    const states: Readonly<Record<string, GrantState>> = { confirm: 'granted', 'turn-down': 'turned-down' };
    const values = { who: refusal.person, state: states[refusal.act] ?? 'withdrawn', time: refusal.time };
    return new UserFault('decided-already', { found: values.state, values });
  }
  return refusalFault(refusal);
}
