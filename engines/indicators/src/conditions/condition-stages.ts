import type { Dialect } from '@zhiheng/expressions';
import { OwnFault } from '@zhiheng/vocabulary';
import { part, withParts } from '../compute/sql-parts.js';
import type { StockDefinition } from '../definition.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import { conditionIntervals } from './condition-intervals.js';

/** Bits of one whole number of 64, its sign and one more left out. */
const mostConditions = 62;

/**
 * SQL of the stages of the conditions of a stock: `id, condition_from, condition_until, met`. The stages of a record are disjoint and
 * in each it meets the same conditions: bit n of `met` is the n-th condition of the definition. From the first day of a stage until
 * the day before `condition_until`; null: open. Times without any condition are no stages.
 *
 * `tables`: what stands for the canonical tables; left out: themselves. Throws `expression-wrong`.
 */
export function conditionStages(
  { conditions, parameters }: Pick<StockDefinition, 'conditions' | 'parameters'>,
  dialect: Dialect,
  tables: TableOf = itself,
): string {
  if (conditions.length === 0 || conditions.length > mostConditions) {
    throw new OwnFault(`a stock with ${conditions.length} conditions has no stages`);
  }
  const numbers = conditions.map((_, number) => number);
  const intervals = conditions.map(
    (condition, number) =>
      `SELECT id, ${number} AS condition_number, from_on, until_on\nFROM (\n${conditionIntervals(condition, parameters, dialect, tables)}\n) AS each_interval
WHERE from_on IS NOT NULL AND (until_on IS NULL OR until_on > from_on)`,
  );
  const single = singleStages(conditions, intervals, tables);
  const interval = intervals.map((sql, number) => (number === single?.number ? single.beside : sql));
  const change = `SELECT id, condition_number, from_on AS changed_on, 1 AS change FROM condition_interval
UNION ALL
SELECT id, condition_number, until_on, -1 FROM condition_interval WHERE until_on IS NOT NULL`;
  const changesOf = (number: number) =>
    `sum(CASE WHEN condition_number = ${number} THEN change ELSE 0 END) AS change_${number}`;
  const daily = `SELECT id, changed_on, ${numbers.map(changesOf).join(', ')}
FROM condition_change
GROUP BY id, changed_on`;
  const running = `SELECT id, changed_on, ${numbers.map((number) => `sum(change_${number}) OVER days AS open_${number}`).join(', ')}
FROM condition_day
WINDOW days AS (PARTITION BY id ORDER BY changed_on)`;
  const bits = numbers.map((number) => `CASE WHEN open_${number} > 0 THEN ${1n << BigInt(number)} ELSE 0 END`);
  const mask = `SELECT id, changed_on, CAST(${bits.join(' + ')} AS BIGINT) AS met FROM condition_running`;
  const before = `SELECT id, changed_on, met, lag(met, 1, CAST(0 AS BIGINT)) OVER (PARTITION BY id ORDER BY changed_on) AS met_before
FROM condition_mask`;
  const stage = `SELECT id, changed_on AS condition_from, lead(changed_on) OVER (PARTITION BY id ORDER BY changed_on) AS condition_until, met
FROM condition_before
WHERE met <> met_before`;
  const staged = 'SELECT id, condition_from, condition_until, met\nFROM condition_stage\nWHERE met <> 0';
  return withParts(
    [
      ...(single === null ? [] : [single.others]),
      part('condition_interval', interval.join('\nUNION ALL\n')),
      part('condition_change', change),
      part('condition_day', daily),
      part('condition_running', running),
      part('condition_mask', mask),
      part('condition_before', before),
      part('condition_stage', stage),
    ],
    single === null ? staged : `${staged}\nUNION ALL\n${single.stages}`,
  );
}

/**
 * Of the only condition by dates a record has one interval, which is its only stage where it has no other: `stages`. `beside` are the intervals of
 * that condition of records that have others, which `others` names. Null where several conditions go by dates, or none.
 */
function singleStages(conditions: StockDefinition['conditions'], intervals: readonly string[], tables: TableOf) {
  const dated = conditions.flatMap(({ dates }, number) => (dates === null ? [] : [number]));
  const [number] = dated;
  const sql = number === undefined ? undefined : intervals[number];
  if (number === undefined || sql === undefined || dated.length > 1) return null;
  const named = 'SELECT id FROM eventful_record';
  const events = intervals
    .filter((_, other) => other !== number)
    .map((other) => `SELECT id FROM (\n${other}\n) AS events`);
  return {
    number,
    others: part('eventful_record', [`SELECT id FROM ${tables('patents')} WHERE 1 = 0`, ...events].join('\nUNION\n')),
    beside: `${sql} AND id IN (${named})`,
    stages: `SELECT id, from_on AS condition_from, until_on AS condition_until, CAST(${1n << BigInt(number)} AS BIGINT) AS met
FROM (\n${sql}\n) AS single_interval
WHERE id NOT IN (${named})`,
  };
}
