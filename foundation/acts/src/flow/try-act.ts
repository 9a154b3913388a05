import { type Actor, nearestWord, OwnFault } from '@zhiheng/vocabulary';
import { clocksAfter } from './clocks.js';
import type { FlowAct } from './definition.js';
import type { Flow } from './flow.js';
import type { HistoryEntry, Instance, InstanceClock } from './instance.js';
import type { Moment } from './moment.js';
import { type ActInput, fieldFaults } from './needs.js';
import { fourEyesRefusal, standingRefusal } from './person-rules.js';
import type { PossibleAct, Refusal, RefusalReason } from './refusal.js';
import { refusalWords } from './refusal-words.js';

/** What came of trying an act: the instance after it with the new entry of its history, or why not. */
export type Tried =
  | { readonly done: true; readonly instance: Instance; readonly entry: HistoryEntry }
  | { readonly done: false; readonly refusal: Refusal };

/**
 * Tries an act on an instance; nothing is stored and nothing thrown for a refusal. Asked in this order: state, role,
 * organisation or holder, four eyes, clock, guard, fields; the first that fails is told. `Actor.keyScope` is not looked at: that
 * is for rights.
 */
export function tryAct(
  flow: Flow,
  instance: Instance,
  actName: string,
  actor: Actor,
  input: ActInput,
  now: Moment,
): Tried {
  if (instance.flow !== flow.id || instance.flowVersion !== flow.version) {
    throw new OwnFault(
      `${instance.id} goes by ${instance.flow} ${instance.flowVersion}, not ${flow.id} ${flow.version}`,
    );
  }
  const act = flow.acts.find(({ id }) => id === actName);
  const refuse = (reason: RefusalReason): Tried => {
    const words = refusalWords(flow, actName, reason);
    return { done: false, refusal: { ...reason, words, possible: possibleActs(flow, instance, actor, now) } };
  };
  if (act === undefined) {
    const didYouMean = nearestWord(
      actName,
      flow.acts.map(({ id }) => id),
    );
    return refuse({ code: 'act-unknown', didYouMean });
  }
  const allowed = allowedClocks(flow, instance, act, actor, input, now);
  if ('code' in allowed) return refuse(allowed);
  const fields = fieldFaults(act.needs ?? [], input);
  if (fields.length > 0) return refuse({ code: 'field', fields });
  const to = act.to ?? instance.state;
  if (to === null) throw new OwnFault(`${act.id} of ${flow.id} opens an instance in no state`);
  const entry: HistoryEntry = {
    version: instance.version + 1,
    act: act.id,
    from: instance.state,
    to,
    person: actor.person,
    onBehalfOf: actor.onBehalfOf,
    time: now.time,
    input,
  };
  const given = (field: string | undefined, before: string | null) =>
    field === undefined ? before : String(input[field] ?? '') || null;
  const holder = given(act.holderFrom, instance.holder);
  const organisation = given(act.organisationFrom, instance.organisation);
  const { version, to: state } = entry;
  const history = [...instance.history, entry];
  const { clocks } = allowed;
  return { done: true, entry, instance: { ...instance, state, version, holder, organisation, history, clocks } };
}

/** The acts that this actor could do now, whatever fields they would need, in the order of the table. */
export function possibleActs(flow: Flow, instance: Instance, actor: Actor, now: Moment): PossibleAct[] {
  return flow.acts
    .filter((act) => !('code' in allowedClocks(flow, instance, act, actor, null, now)))
    .map(({ id, words }) => ({ act: id, words }));
}

/** The clocks after the act, or why it may not be done; fields are not looked at. */
function allowedClocks(
  flow: Flow,
  instance: Instance,
  act: FlowAct,
  actor: Actor,
  input: ActInput | null,
  now: Moment,
): { readonly clocks: readonly InstanceClock[] } | RefusalReason {
  const { state, clocks } = instance;
  const fits = state === null ? act.from.length === 0 : act.from.includes(state);
  if (!fits) return { code: 'state', state, from: act.from };
  const refusal = standingRefusal(act, instance, actor) ?? fourEyesRefusal(act, instance, actor);
  if (refusal !== null) return refusal;
  const after = clocksAfter(clocks, act.clock ?? {}, flow.clocks ?? [], now.day, now.calendar);
  if ('why' in after) return { code: 'clock', ...after };
  if (act.guard !== undefined) {
    const guard = flow.guards[act.guard];
    if (guard === undefined) throw new OwnFault(`no guard is named ${act.guard}`);
    if (!guard.holds({ instance, actor, input, moment: now })) return { code: 'guard', guard: act.guard };
  }
  return { clocks: after };
}
