import type { SeenProjection } from './judging/outcome.js';
import type { VerdictProjection } from './verdict.js';

/** A projection as a verdict carries it; numbers are rounded to doubles only here. */
export function projectionRow({ projected, reading }: SeenProjection, levelStated: boolean): VerdictProjection {
  const { forecast, rule, soFar, until, precedents, backTest } = projected;
  return {
    value: reading.value.toNumber(),
    interval: [reading.lower.toNumber(), reading.upper.toNumber()],
    level: rule.level,
    levelProvisional: !levelStated,
    method: rule.method,
    from: soFar.periods,
    until,
    series: {
      unit: soFar.reading.unit,
      soFar: soFar.reading.value.toNumber(),
      value: forecast.value.toNumber(),
      interval: [forecast.lower.toNumber(), forecast.upper.toNumber()],
    },
    basedOn: precedents.map(({ period, whole, soFar: part, parts }) => ({
      period,
      value: whole.toNumber(),
      from: parts,
      soFar: part.value.toNumber(),
    })),
    backTest: {
      n: backTest.length,
      hits: backTest.filter(({ held }) => held).length,
      periods: backTest.map(({ period, whole, lower, upper, held }) => ({
        period,
        value: whole.toNumber(),
        interval: [lower.toNumber(), upper.toNumber()],
        held,
      })),
    },
  };
}
