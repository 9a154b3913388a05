import { OwnFault, yearBefore } from '@zhiheng/vocabulary';
import type { Target } from '../programme.js';
import type { Projected } from '../projecting/project.js';
import { Decimal, less, quotient, type Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import { shown } from '../shown.js';
import { isReason, type Look, lookAtBase } from './look.js';
import { cannotTell, type Outcome, outcome, type Sight, valueReasons } from './outcome.js';

/**
 * Judges a target whose period is not over by the interval of its projection: on track where all of it meets the target, at risk where a part or all of
 * it misses it. What the rule compares with (the year before) must be known.
 */
export function judgeByProjection(target: Target, look: Look, projected: Projected, levelStated: boolean): Outcome {
  const series = readingOfProjection(projected);
  const limit = 'limit' in target ? new Decimal(target.limit) : null;
  if (target.kind === 'ceiling' || target.kind === 'floor' || target.kind === 'hold') {
    const sight = { reading: null, limit, projection: { projected, reading: series } };
    return judged(target, sight, series, rangeOf(target, null), levelStated);
  }
  const before = yearBefore(target.period);
  const growth = target.kind === 'growth';
  const base = growth ? lookAtBase(look, before, series.unit) : lookAtBase(look, before);
  if (isReason(base)) return cannotTell({ reading: null, limit }, base);
  if (growth && !base.lower.gt(0)) {
    return cannotTell({ reading: null, limit, base }, { code: 'base-not-positive', values: { period: before } });
  }
  const reading = growth ? less(quotient(series, base, 'growth-rate'), 1) : series;
  const sight = { reading: null, limit: limit ?? base.value, base, projection: { projected, reading } };
  if (decidesNothing(target, base)) return cannotTell(sight, { code: 'bound-decides-nothing', values: {} });
  const row = judged(target, sight, reading, rangeOf(target, base), levelStated);
  return { ...row, reasons: [...row.reasons, ...valueReasons(base, before)] };
}

/** Values that meet a target: from `low` to `high`, without the ends where `open`. */
interface Range {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly open: boolean;
}

function rangeOf(target: Target, base: Reading | null): Range {
  switch (target.kind) {
    case 'ceiling':
      return { low: null, high: new Decimal(target.limit), open: false };
    case 'floor':
    case 'growth':
      return { low: new Decimal(target.limit), high: null, open: false };
    case 'hold': {
      const limit = new Decimal(target.limit);
      return { low: limit.minus(target.tolerance), high: limit.plus(target.tolerance), open: false };
    }
    case 'direction': {
      const known = needed(target, base);
      return target.direction === 'rises'
        ? { low: known.upper, high: null, open: true }
        : { low: null, high: known.lower, open: true };
    }
    case 'qualitative': {
      const known = needed(target, base);
      const least = known.span === 'interval' ? known.upper : known.value;
      return { low: least.minus(target.test?.margin ?? 0), high: null, open: false };
    }
  }
}

function needed(target: Target, base: Reading | null): Reading {
  if (base === null) throw new OwnFault(`${target.id} is compared with a year before and was given none`);
  return base;
}

/** A base that is "at least" says nothing of how far to rise; one that is "at most" nothing of how far to fall. */
function decidesNothing(target: Target, { bound }: Reading): boolean {
  if (bound === null) return false;
  return bound !== (target.kind === 'direction' && target.direction === 'falls' ? 'lower' : 'upper');
}

function judged(target: Target, sight: Sight, reading: Reading, range: Range, levelStated: boolean): Outcome {
  const { projection } = sight;
  if (!projection) throw new OwnFault(`${target.id} is judged by a projection and has none`);
  const [low, high] = [meets(reading.lower, range), meets(reading.upper, range)];
  const inside = low && high;
  // A tolerance can lie within the interval; then both of its ends miss it, and some of it does not.
  const outside = !low && !high && !(range.low !== null && range.high !== null && spans(reading, range));
  const values = {
    value: shown(reading.value, target),
    lower: shown(reading.lower, target),
    upper: shown(reading.upper, target),
    level: percent(projection.projected.rule.level),
  };
  const code = inside ? 'projection-inside' : outside ? 'projection-outside' : 'projection-crosses';
  const reasons: Reason[] = [
    { code: 'projected', values },
    { code, values: {} },
    ...testReasons(projection.projected),
    ...(levelStated ? [] : [{ code: 'projection-level-provisional', values: {} } as const]),
  ];
  return outcome(inside ? 'on-track' : 'at-risk', 'projection', sight, reasons);
}

function meets(value: Decimal, { low, high, open }: Range): boolean {
  const above = low === null || (open ? value.gt(low) : value.gte(low));
  const below = high === null || (open ? value.lt(high) : value.lte(high));
  return above && below;
}

function spans({ lower, upper }: Reading, { low, high }: Range): boolean {
  return low !== null && high !== null && lower.lt(low) && upper.gt(high);
}

function testReasons({ backTest }: Projected): Reason[] {
  const hits = backTest.filter(({ held }) => held).length;
  if (backTest.length === 0) return [{ code: 'projection-untested', values: {} }];
  return [{ code: 'projection-held', values: { n: backTest.length, hits } }];
}

export function percent(level: number): string {
  return `${new Decimal(level).times(100).toFixed()} %`;
}

/** The projected value of the series, with its interval. */
function readingOfProjection({ forecast, soFar }: Projected): Reading {
  const { value, lower, upper } = forecast;
  return { ...soFar.reading, value, lower, upper, span: 'interval', bound: null };
}
