import type { Dialect } from '@zhiheng/expressions';
import { parsePeriod, UserFault } from '@zhiheng/vocabulary';
import { measureOf } from '../compute/measure.js';
import { splitByEnd, survivalCohort } from '../compute/survival-cohort.js';
import type { DurationDefinition, FlowDefinition, StockDefinition } from '../definition.js';
import type { Condition } from '../record/condition.js';
import type { OpeningRequest } from './opening-request.js';

/** One test on the way into a figure, in words for both outcomes. A test that is not known to hold leaves out. */
export interface AdmissionTest {
  readonly sql: string;
  /** Null where passing goes without saying. */
  readonly admitsBy: string | null;
  readonly leavesOutBy: string;
}

/** The tests of a figure in the order in which a record meets them, and the column of the date that counts. */
export interface Admission {
  readonly tests: readonly AdmissionTest[];
  readonly countedOn: string;
}

/** How records come into the figure that is asked for: the same tests as the computed figure has. */
export function admissionOf(request: OpeningRequest, condition: Condition, dialect: Dialect): Admission {
  const { definition, period, statistic = null } = request;
  switch (definition.kind) {
    case 'flow':
      return {
        tests: [...conjunctTests(condition.conjuncts), ...flowTests(definition, period)],
        countedOn: definition.date,
      };
    case 'distribution':
      return {
        tests: [...conjunctTests(condition.conjuncts), ...flowTests(definition, period), present(definition.column)],
        countedOn: definition.date,
      };
    case 'stock':
      return {
        tests: [...conjunctTests(condition.conjuncts), ...stockTests(definition, period)],
        countedOn: definition.starts,
      };
    case 'duration':
      return statistic === 'survival-median'
        ? { tests: cohortTests(definition, condition, request), countedOn: definition.clock.start }
        : {
            tests: [...conjunctTests(condition.conjuncts), ...durationTests(definition, request, dialect)],
            countedOn: definition.clock.end,
          };
  }
}

function conjunctTests(conjuncts: Condition['conjuncts']): AdmissionTest[] {
  return conjuncts.map(({ text, sql }) => ({ sql, admitsBy: text, leavesOutBy: text }));
}

function present(column: string): AdmissionTest {
  return { sql: `${column} IS NOT NULL`, admitsBy: null, leavesOutBy: `${column} is null` };
}

function inside(column: string, from: string, to: string, span: string): AdmissionTest {
  return {
    sql: `${column} BETWEEN DATE '${from}' AND DATE '${to}'`,
    admitsBy: `${column} in ${span}`,
    leavesOutBy: `${column} outside ${span}`,
  };
}

function flowTests({ date }: Pick<FlowDefinition, 'date'>, period: string): AdmissionTest[] {
  const { from, to } = parsePeriod(period);
  return [present(date), inside(date, from, to, period)];
}

function stockTests({ starts, ends, conditions }: StockDefinition, period: string): AdmissionTest[] {
  const { to } = parsePeriod(period);
  const met = {
    sql: 'met IS NOT NULL',
    admitsBy: `${conditions.map(({ id }) => id).join(' or ')} on ${to}`,
    leavesOutBy: `none of ${conditions.map(({ id }) => id).join(', ')} on ${to}`,
  };
  return [
    present(starts),
    {
      sql: `${starts} <= DATE '${to}'`,
      admitsBy: `${starts} on or before ${to}`,
      leavesOutBy: `${starts} after ${to}`,
    },
    {
      sql: `(${ends} IS NULL OR ${ends} > DATE '${to}')`,
      admitsBy: `${ends} not on or before ${to}`,
      leavesOutBy: `${ends} on or before ${to}`,
    },
    ...(conditions.length === 0 ? [] : [met]),
  ];
}

function inOrder(start: string, end: string): AdmissionTest {
  return { sql: `(${end} IS NULL OR ${end} >= ${start})`, admitsBy: null, leavesOutBy: `${end} before ${start}` };
}

function durationTests({ clock }: DurationDefinition, request: OpeningRequest, dialect: Dialect): AdmissionTest[] {
  const { start, end, convention, target } = clock;
  const { from, to } = parsePeriod(request.period);
  const tests = [
    ...[present(end), inside(end, from, to, request.period), present(start), inOrder(start, end)],
    ...spanTests(clock, request.months ?? null, dialect),
  ];
  if (request.part !== 'numerator') return tests;
  if (target === null) {
    throw new UserFault('usage', {
      values: { what: `${request.definition.id} has no target, so its share has no numerator` },
    });
  }
  const measure = measureOf(convention);
  const within = {
    sql: `${measure.sql(start, end, dialect)} <= ${target * measure.perMonth}`,
    admitsBy: `within ${target} months`,
    leavesOutBy: `more than ${target} months`,
  };
  return [...tests, within];
}

function spanTests(
  { start, end, convention }: DurationDefinition['clock'],
  months: OpeningRequest['months'],
  dialect: Dialect,
): AdmissionTest[] {
  if (months === null || months === undefined) return [];
  const measure = measureOf(convention);
  const [from, until] = [months.from * measure.perMonth, months.until * measure.perMonth];
  const length = measure.sql(start, end, dialect);
  const span = `${months.from}..${months.until}`;
  return [
    {
      sql: `${length} >= ${from} AND ${length} < ${until}`,
      admitsBy: `months in ${span}`,
      leavesOutBy: `months outside ${span}`,
    },
  ];
}

function cohortTests(definition: DurationDefinition, condition: Condition, request: OpeningRequest): AdmissionTest[] {
  const { start, end } = definition.clock;
  const span = parsePeriod(request.period);
  if (span.length !== 'year') {
    throw new UserFault('period-wrong', { found: request.period, expected: 'a year, as survival medians have' });
  }
  const { always, ended } = splitByEnd(definition, condition);
  const { firstDay, lastDay } = survivalCohort(span.year);
  const cohort = [
    ...conjunctTests(always),
    present(start),
    inside(start, firstDay, lastDay, `${firstDay}/${lastDay}`),
    inOrder(start, end),
  ];
  if (request.part !== 'numerator') return cohort;
  const closed = {
    sql: `${end} <= DATE '${lastDay}'`,
    admitsBy: `${end} on or before ${lastDay}`,
    leavesOutBy: `${end} not on or before ${lastDay}`,
  };
  return [...cohort, closed, ...conjunctTests(ended)];
}
