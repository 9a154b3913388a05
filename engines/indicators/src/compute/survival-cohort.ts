import { type Day, dayOf, lastDayOf, OwnFault, type Period } from '@zhiheng/vocabulary';
import type { DurationDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';

/** Cases that a survival median of a year looks at: those begun in the 36 months that end with the year. */
export interface SurvivalCohort {
  readonly period: Period;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export function survivalCohort(year: number): SurvivalCohort {
  const lastDay = lastDayOf(String(year).padStart(4, '0'));
  if (lastDay === null) throw new OwnFault(`no such year: ${year}`);
  return { period: lastDay.slice(0, 4), firstDay: dayOf(year - 2, 1, 1), lastDay };
}

/** Columns that are known only once a case has ended. */
const endColumns = new Set(['closed_on', 'outcome', 'granted_on', 'ceased_on', 'cease_reason']);

/**
 * The condition in two: what can be asked of an open case, and what can be asked only of an ended one. An ended case that
 * fails the latter is followed up to its end and then leaves, like a case that is still open.
 */
export function splitByEnd(definition: DurationDefinition, condition: Condition) {
  const readsEnd = (columns: readonly string[]) =>
    columns.some((name) => name === definition.clock.end || (endColumns.has(name) && name !== definition.clock.start));
  return {
    always: condition.conjuncts.filter(({ columns }) => !readsEnd(columns)),
    ended: condition.conjuncts.filter(({ columns }) => readsEnd(columns)),
  };
}
