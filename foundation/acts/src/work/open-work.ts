import { type Actor, type Day, type LocalizedText, OwnFault, type Role } from '@zhiheng/vocabulary';
import { dueOf } from '../flow/clocks.js';
import type { Flow } from '../flow/flow.js';
import type { Instance } from '../flow/instance.js';
import type { Moment } from '../flow/moment.js';
import type { ActInput } from '../flow/needs.js';
import type { PossibleAct } from '../flow/refusal.js';
import { possibleActs } from '../flow/try-act.js';
import { type Light, lightOf } from './light.js';

/** One instance that waits for an act of someone. It is worked out from the instance when asked for, never stored. */
export interface WorkItem {
  /** `FLOW:INSTANCE`, and the account acted for where there is one. */
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** The facts of the instance, for the title. */
  readonly facts: ActInput;
  readonly acts: readonly PossibleAct[];
  /** Whom it waits for: roles, with the organisation or the account that the acts are limited to. */
  readonly for: {
    readonly roles: readonly Role[];
    readonly organisation: string | null;
    readonly account: string | null;
  };
  /** The absent colleague for whom it would be done; null for one's own work. */
  readonly onBehalfOf: string | null;
  /** The earliest running deadline; null when none runs. */
  readonly due: { readonly day: Day; readonly provisional: boolean; readonly clock: string } | null;
  readonly light: Light;
  /** When the instance came into its state, ISO 8601. */
  readonly since: string;
  readonly link: string | null;
}

/**
 * What waits for an actor: each open instance with the acts they could do now, the most urgent first. `standIns` are the
 * same person acting for each colleague whose work they may do. An instance whose flow version is not among `flows` is our fault.
 */
export function openWork(
  flows: readonly Flow[],
  instances: readonly Instance[],
  actor: Actor,
  standIns: readonly Actor[],
  now: Moment,
): WorkItem[] {
  const items: WorkItem[] = [];
  for (const instance of instances) {
    const flow = flows.find(({ id, version }) => id === instance.flow && version === instance.flowVersion);
    if (flow === undefined) throw new OwnFault(`no flow ${instance.flow} of version ${instance.flowVersion}`);
    const own = workOf(flow, instance, actor, now);
    if (own !== null) items.push(own);
    for (const standIn of standIns) {
      const item = workOf(flow, instance, standIn, now);
      // What one may do oneself is not listed once more for another.
      if (item !== null && !item.acts.every(({ act }) => own?.acts.some((one) => one.act === act))) items.push(item);
    }
  }
  return items.toSorted(byUrgency);
}

function workOf(flow: Flow, instance: Instance, actor: Actor, now: Moment): WorkItem | null {
  const last = instance.history.at(-1);
  if (last === undefined) return null;
  const acts = possibleActs(flow, instance, actor, now).filter(({ act }) => rowOf(flow, act)?.aside !== true);
  if (acts.length === 0) return null;
  const rows = acts.map(({ act }) => rowOf(flow, act)).filter((row) => row !== undefined);
  const due = earliestDue(instance, now);
  const { onBehalfOf } = actor;
  return {
    id: [flow.id, instance.id, ...(onBehalfOf === null ? [] : [onBehalfOf])].join(':'),
    kind: flow.id,
    instance: instance.id,
    version: instance.version,
    title: flow.words,
    facts: instance.facts,
    acts,
    for: {
      roles: [...new Set(rows.flatMap(({ roles }) => roles))],
      organisation: rows.every(({ limit }) => limit === 'own-organisation') ? instance.organisation : null,
      account: rows.every(({ limit }) => limit === 'holder') ? instance.holder : null,
    },
    onBehalfOf,
    due,
    light: lightOf(due?.day ?? null, now),
    since: instance.history.findLast(({ from, to }) => from !== to)?.time ?? last.time,
    link: flow.page?.replaceAll('{id}', encodeURIComponent(instance.id)) ?? null,
  };
}

function rowOf(flow: Flow, act: string) {
  return flow.acts.find(({ id }) => id === act);
}

function earliestDue(instance: Instance, now: Moment): WorkItem['due'] {
  let earliest: WorkItem['due'] = null;
  for (const clock of instance.clocks) {
    const due = clock.endedOn === null ? dueOf(clock, now.calendar) : null;
    if (due !== null && (earliest === null || due.day < earliest.day)) earliest = { ...due, clock: clock.clock };
  }
  return earliest;
}

function byUrgency(a: WorkItem, b: WorkItem): number {
  const keyOf = ({ due, since, id }: WorkItem) => `${due?.day ?? '9999-12-31'} ${since} ${id}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
