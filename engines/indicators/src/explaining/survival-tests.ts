import { parsePeriod, UserFault } from '@zhiheng/vocabulary';
import { type SurvivalCohort, splitByEnd, survivalCohort } from '../compute/survival-cohort.js';
import type { DurationDefinition } from '../definition.js';
import type { OpeningRequest } from '../opening/opening-request.js';
import { conditionOf } from '../record/condition.js';
import { conditionTests, plainTest } from './condition-tests.js';
import { lengthBetween } from './measured.js';
import type { ExplainedTest, FollowedCase } from './record-explanation.js';
import type { RecordState } from './record-state.js';

/** The tests of a survival median: those of its cohort, then those that tell its ended cases from the others. */
export interface SurvivalTests {
  readonly cohort: SurvivalCohort;
  readonly condition: readonly ExplainedTest[];
  readonly dates: readonly ExplainedTest[];
  readonly ended: readonly ExplainedTest[];
}

/** Null where something else than a survival median is asked for. Throws `period-wrong`. */
export function survivalTests(
  { definition, statistic, period }: OpeningRequest,
  state: RecordState,
): SurvivalTests | null {
  if (definition.kind !== 'duration' || statistic !== 'survival-median') return null;
  const span = parsePeriod(period);
  if (span.length !== 'year') {
    throw new UserFault('period-wrong', { found: period, expected: 'a year, as survival medians have' });
  }
  const cohort = survivalCohort(span.year);
  const { firstDay, lastDay } = cohort;
  const { start, end } = definition.clock;
  const atEnd = new Set(splitByEnd(definition, conditionOf(definition)).ended.map(({ text }) => text));
  const tests = conditionTests(definition, state);
  return {
    cohort,
    condition: tests.filter(({ leavesOutBy }) => !atEnd.has(leavesOutBy)),
    dates: [
      plainTest(`${start} is not null`, state, { text: `${start} is not null`, leavesOutBy: `${start} is null` }),
      plainTest(`${start} between ${firstDay} and ${lastDay}`, state, {
        text: `${start} in ${firstDay}/${lastDay}`,
        leavesOutBy: `${start} outside ${firstDay}/${lastDay}`,
      }),
      plainTest(`${end} is null or ${end} >= ${start}`, state, {
        text: `${end} not before ${start}`,
        leavesOutBy: `${end} before ${start}`,
      }),
    ],
    ended: [
      plainTest(`${end} <= ${lastDay}`, state, {
        text: `${end} on or before ${lastDay}`,
        leavesOutBy: `${end} not on or before ${lastDay}`,
      }),
      ...tests.filter(({ leavesOutBy }) => atEnd.has(leavesOutBy)),
    ],
  };
}

/** How a record of the cohort is followed: to its end, or to the day on which it was last seen without one. */
export function followedCase(
  { clock }: DurationDefinition,
  { cohort: { firstDay, lastDay }, ended }: SurvivalTests,
  state: RecordState,
): FollowedCase {
  const [start, end] = [String(state[clock.start]), state[clock.end]];
  const closed = typeof end === 'string' && end <= lastDay;
  const until = closed ? end : lastDay;
  const outcome = !closed ? 'open' : ended.every(({ holds }) => holds === true) ? 'ended' : 'left';
  return { firstDay, lastDay, until, outcome, ...lengthBetween(clock.convention, start, until) };
}
