import type { Day } from '@zhiheng/vocabulary';
import { deadlineOf } from '../calendar/deadline.js';
import type { ReckonedDay, WorkingCalendar } from '../calendar/working-calendar.js';
import type { ClockEffects, FlowClock } from './definition.js';
import type { InstanceClock } from './instance.js';

/** Why a clock does not let an act pass. */
export interface ClockRefusal {
  readonly clock: string;
  readonly why: 'over' | 'not-over' | 'not-running' | 'suspended' | 'not-suspended';
  readonly due: Day | null;
}

/** The day a clock runs out; null while it is suspended. Provisional when the calendar is not published so far. */
export function dueOf(clock: InstanceClock, calendar: WorkingCalendar): ReckonedDay | null {
  const { startedOn, terms, suspensions } = clock;
  return deadlineOf({ start: startedOn, terms, suspensions }, calendar);
}

/** The clocks after an act on a day, or why one of them refuses it. */
export function clocksAfter(
  clocks: readonly InstanceClock[],
  effects: ClockEffects,
  kinds: readonly FlowClock[],
  day: Day,
  calendar: WorkingCalendar,
): readonly InstanceClock[] | ClockRefusal {
  const refusal = refusalOf(clocks, effects, day, calendar);
  if (refusal !== null) return refusal;
  let after = clocks.map((clock) => {
    if (clock.endedOn !== null) return clock;
    return changed(clock, effects, day);
  });
  for (const name of effects.starts ?? []) {
    const kind = kinds.find(({ id }) => id === name);
    if (kind === undefined) continue;
    // A clock that is started anew begins from the front.
    after = after.filter(({ clock }) => clock !== name);
    after.push({ clock: name, startedOn: day, terms: [kind.term], suspensions: [], endedOn: null });
  }
  return after;
}

function changed(clock: InstanceClock, effects: ClockEffects, day: Day): InstanceClock {
  let { terms, suspensions, endedOn } = clock;
  for (const { clock: name, by } of effects.extends ?? []) if (name === clock.clock) terms = [...terms, by];
  if (effects.resumes?.includes(clock.clock)) {
    suspensions = suspensions.map((one) => (one.until === null ? { ...one, until: day } : one));
  }
  if (effects.suspends?.includes(clock.clock)) suspensions = [...suspensions, { from: day, until: null }];
  if (effects.ends?.includes(clock.clock)) {
    endedOn = day;
    suspensions = suspensions.map((one) => (one.until === null ? { ...one, until: day } : one));
  }
  return { ...clock, terms, suspensions, endedOn };
}

function refusalOf(
  clocks: readonly InstanceClock[],
  effects: ClockEffects,
  day: Day,
  calendar: WorkingCalendar,
): ClockRefusal | null {
  const look = (name: string) => {
    const clock = clocks.find((one) => one.clock === name && one.endedOn === null);
    const due = clock === undefined ? null : (dueOf(clock, calendar)?.day ?? null);
    return { running: clock !== undefined, suspended: clock !== undefined && due === null, due };
  };
  // Lateness is not undone: what has run out is neither suspended nor extended.
  const living = [...(effects.suspends ?? []), ...(effects.extends ?? []).map(({ clock }) => clock)];
  for (const name of [...living, ...(effects.within === undefined ? [] : [effects.within])]) {
    const { running, suspended, due } = look(name);
    if (!running) return { clock: name, why: 'not-running', due };
    if (suspended && effects.suspends?.includes(name)) return { clock: name, why: 'suspended', due };
    if (due !== null && day > due) return { clock: name, why: 'over', due };
  }
  for (const name of effects.resumes ?? []) {
    const { running, suspended, due } = look(name);
    if (!running || !suspended) return { clock: name, why: 'not-suspended', due };
  }
  if (effects.after === undefined) return null;
  const { running, suspended, due } = look(effects.after);
  if (!running) return { clock: effects.after, why: 'not-running', due };
  if (suspended) return { clock: effects.after, why: 'suspended', due };
  return due !== null && day > due ? null : { clock: effects.after, why: 'not-over', due };
}
