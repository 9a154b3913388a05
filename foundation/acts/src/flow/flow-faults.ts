import { nearestWord } from '@zhiheng/vocabulary';
import type { ClockEffects, FlowAct, FlowDefinition } from './definition.js';
import { reachedStates } from './reached-states.js';

/** What is wrong in a transition table; `where` names the state, act or clock. */
export interface FlowFault {
  readonly where: string;
  readonly what: string;
}

/** Every fault of a transition table; empty when it is sound. `guards` are the names of the guards it may use. */
export function flowFaults(flow: FlowDefinition, guards: readonly string[] = []): FlowFault[] {
  const states = flow.states.map(({ id }) => id);
  const acts = flow.acts.map(({ id }) => id);
  const clocks = (flow.clocks ?? []).map(({ id }) => id);
  const faults: FlowFault[] = [
    ...twice('state', states),
    ...twice('act', acts),
    ...twice('clock', clocks),
    ...(flow.clocks ?? [])
      .filter(({ term }) => !Number.isInteger(term.count) || term.count < 1)
      .map(({ id }) => ({ where: `clock ${id}`, what: 'its term has to be a whole number of at least 1' })),
  ];
  if (!flow.acts.some(({ from }) => from.length === 0)) faults.push({ where: 'flow', what: 'no act opens it' });
  for (const act of flow.acts) {
    const where = `act ${act.id}`;
    const tell = (what: string) => faults.push({ where, what });
    const named = act.to === null ? act.from : [...act.from, act.to];
    for (const state of named) if (!states.includes(state)) tell(unknown('state', state, states));
    if (act.to === null && act.from.length === 0) tell('an act that opens has to lead to a state');
    if (act.roles.length === 0 && act.operator !== true) tell('nobody may do it');
    if (act.guard !== undefined && !guards.includes(act.guard)) tell(unknown('guard', act.guard, guards));
    for (const clock of clockNames(act.clock)) if (!clocks.includes(clock)) tell(unknown('clock', clock, clocks));
    for (const { by } of act.clock?.extends ?? []) if (by.count < 1) tell('it extends a clock by nothing');
    const fields = (act.needs ?? []).map(({ field }) => field);
    faults.push(...twice(`${where} field`, fields));
    for (const field of [act.holderFrom, act.organisationFrom]) {
      if (field !== undefined && !fields.includes(field)) tell(unknown('field', field, fields));
    }
    faults.push(...fourEyesFaults(flow, act));
  }
  const reached = reachedStates(flow.acts);
  for (const state of states) if (!reached.has(state)) faults.push({ where: `state ${state}`, what: 'never reached' });
  for (const clock of clocks) {
    if (!flow.acts.some((act) => act.clock?.starts?.includes(clock))) {
      faults.push({ where: `clock ${clock}`, what: 'no act starts it' });
    }
  }
  return faults;
}

function fourEyesFaults(flow: FlowDefinition, act: FlowAct): FlowFault[] {
  if (act.fourEyes === undefined) return [];
  const where = `act ${act.id}`;
  if (act.fourEyes.length === 0) return [{ where, what: 'four eyes name no act' }];
  if (act.from.length === 0) return [{ where, what: 'four eyes on an act that opens: nothing came before it' }];
  const faults: FlowFault[] = [];
  const ids = flow.acts.map(({ id }) => id);
  for (const name of act.fourEyes) {
    const named = flow.acts.find(({ id }) => id === name);
    if (named === undefined) faults.push({ where, what: unknown('act', name, ids) });
    else if (!(named.to === null ? named.from : [named.to]).some((state) => leadsTo(flow, state, act.from))) {
      faults.push({ where, what: `four eyes name ${name}, which cannot have come before` });
    }
  }
  if (faults.length > 0 || act.fourEyes.includes(act.id)) return faults;
  const around = reachedStates(flow.acts.filter(({ id }) => !act.fourEyes?.includes(id)));
  const missed = act.from.filter((state) => around.has(state));
  if (missed.length === 0) return [];
  return [
    {
      where,
      what: `four eyes can be gone around: ${missed.join(', ')} is reached without ${act.fourEyes.join(' or ')}`,
    },
  ];
}

function leadsTo({ acts }: FlowDefinition, state: string, any: readonly string[]): boolean {
  const reached = reachedStates(acts, state);
  return any.some((one) => reached.has(one));
}

function clockNames(effects: ClockEffects = {}): string[] {
  const { starts = [], ends = [], suspends = [], resumes = [], within, after } = effects;
  const asked = [within, after].filter((name) => name !== undefined);
  return [...starts, ...ends, ...suspends, ...resumes, ...(effects.extends ?? []).map(({ clock }) => clock), ...asked];
}

function twice(what: string, ids: readonly string[]): FlowFault[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({ where: `${what} ${id}`, what: 'stands twice' }));
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  return `no ${what} is named ${name}${near === null ? '' : ` (did you mean ${near}?)`}`;
}
