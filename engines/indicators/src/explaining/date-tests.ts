import { parsePeriod, UserFault } from '@zhiheng/vocabulary';
import type { DurationDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { OpeningRequest } from '../opening/opening-request.js';
import { plainTest } from './condition-tests.js';
import { measured } from './measured.js';
import type { ExplainedTest } from './record-explanation.js';
import type { RecordState } from './record-state.js';
import { plainValue } from './seen-by.js';

/** The tests of dates that the kind of a definition adds, in the order in which a record meets them. */
export function dateTests(request: OpeningRequest, state: RecordState): ExplainedTest[] {
  const { definition } = request;
  switch (definition.kind) {
    case 'flow':
      return flowTests(definition, request, state);
    case 'distribution':
      return [...flowTests(definition, request, state), present(definition.column, state)];
    case 'stock':
      return stockTests(definition, request, state);
    case 'duration':
      return durationTests(definition, request, state);
  }
}

/** The column of the date that counts. */
export function countedColumn({ definition, statistic }: OpeningRequest): string {
  switch (definition.kind) {
    case 'flow':
    case 'distribution':
      return definition.date;
    case 'stock':
      return definition.starts;
    case 'duration':
      return statistic === 'survival-median' ? definition.clock.start : definition.clock.end;
  }
}

function present(column: string, state: RecordState): ExplainedTest {
  return plainTest(`${column} is not null`, state, {
    text: `${column} is not null`,
    leavesOutBy: `${column} is null`,
  });
}

function inside(column: string, period: string, state: RecordState): ExplainedTest {
  const { from, to } = parsePeriod(period);
  return plainTest(`${column} between ${from} and ${to}`, state, {
    text: `${column} in ${period}`,
    leavesOutBy: `${column} outside ${period}`,
  });
}

function flowTests(
  { date }: Pick<FlowDefinition, 'date'>,
  { period }: OpeningRequest,
  state: RecordState,
): ExplainedTest[] {
  return [present(date, state), inside(date, period, state)];
}

function stockTests(
  { starts, ends }: StockDefinition,
  { period }: OpeningRequest,
  state: RecordState,
): ExplainedTest[] {
  const { to } = parsePeriod(period);
  return [
    present(starts, state),
    plainTest(`${starts} <= ${to}`, state, {
      text: `${starts} on or before ${to}`,
      leavesOutBy: `${starts} after ${to}`,
    }),
    plainTest(`${ends} is null or ${ends} > ${to}`, state, {
      text: `${ends} not on or before ${to}`,
      leavesOutBy: `${ends} on or before ${to}`,
    }),
  ];
}

function durationTests(definition: DurationDefinition, request: OpeningRequest, state: RecordState): ExplainedTest[] {
  const { start, end, target } = definition.clock;
  const tests = [
    present(end, state),
    inside(end, request.period, state),
    present(start, state),
    plainTest(`${end} >= ${start}`, state, {
      text: `${end} not before ${start}`,
      leavesOutBy: `${end} before ${start}`,
    }),
  ];
  const { months = null } = request;
  if (months !== null) tests.push(spanTest(definition, months, state));
  if (request.part !== 'numerator') return tests;
  if (target === null) {
    throw new UserFault('usage', { values: { what: `${definition.id} has no target, so its share has no numerator` } });
  }
  const length = measured(definition, state);
  return [
    ...tests,
    {
      source: 'dates',
      text: `within ${target} months`,
      leavesOutBy: `more than ${target} months`,
      place: null,
      holds: length === null ? null : length.months <= target,
      values: { [start]: plainValue(state[start]), [end]: plainValue(state[end]), months: length?.months ?? null },
      parts: [],
    },
  ];
}

function spanTest(
  definition: DurationDefinition,
  { from, until }: { readonly from: number; readonly until: number },
  state: RecordState,
): ExplainedTest {
  const length = measured(definition, state);
  const { start, end } = definition.clock;
  return {
    source: 'dates',
    text: `months in ${from}..${until}`,
    leavesOutBy: `months outside ${from}..${until}`,
    place: null,
    holds: length === null ? null : length.months >= from && length.months < until,
    values: { [start]: plainValue(state[start]), [end]: plainValue(state[end]), months: length?.months ?? null },
    parts: [],
  };
}
