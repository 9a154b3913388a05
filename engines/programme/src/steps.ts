import { type LocalizedText, type UnitId, yearBefore } from '@zhiheng/vocabulary';
import { filled } from './filled.js';
import type { Judged } from './judge-in-force.js';
import { percent } from './judging/by-projection.js';
import type { SeenProjection } from './judging/outcome.js';
import type { Target } from './programme.js';
import { Decimal, type Reading } from './reading.js';
import { reasonWords } from './reasons.js';
import { type Form, shown, shownLimit, signed } from './shown.js';
import { type StepCode, stepTable } from './step-table.js';

export type { StepCode };

/** One step of a judging: a code with the numbers that were used, and the words of both. */
export interface VerdictStep {
  readonly code: StepCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: LocalizedText;
}

/** How a target was judged, step by step, with the numbers that the judging itself used. */
export function stepsOf({ target, outcome, revisions }: Judged): VerdictStep[] {
  const { sight, reasons, verdict } = outcome;
  const steps = [ruleStep(target, sight.base ?? null)];
  for (const { effectiveOn, inForce, document } of revisions) {
    steps.push(step(inForce ? 'rule-revised' : 'rule-to-come', { day: effectiveOn, document }));
  }
  const { projection, base, current, reading } = sight;
  const before = yearBefore(target.period);
  if (projection) steps.push(...projectionSteps(target, projection));
  if (current) steps.push(step('value', { period: target.period, value: plain(current.value), unit: current.unit }));
  else if (reading && target.kind !== 'growth') steps.push(...readingSteps(target, reading));
  if (base) {
    const written = target.kind === 'growth' ? plain(base.value) : shown(base.value, target);
    steps.push(step('base', { period: before, value: written, unit: unitWord(base.unit) }));
  }
  if (current && base && reading) {
    const numbers = { value: plain(current.value), base: plain(base.value), growth: shown(reading.value, target) };
    steps.push(step('growth', numbers));
    if (reading.span === 'precision') steps.push(spanStep('growth-span', target, reading));
  }
  if (projection && base && target.kind === 'growth') {
    const numbers = { base: plain(base.value), growth: shown(projection.reading.value, target) };
    steps.push(step('projected-growth', numbers), spanStep('projected-growth-span', target, projection.reading));
  }
  const text = reasonWords(reasons);
  steps.push({ code: verdict, values: {}, text: joined(stepTable[verdict], text) });
  return steps;
}

function ruleStep(target: Target, base: Reading | null): VerdictStep {
  const limit = 'limit' in target ? shownLimit(target.limit, target) : '';
  const unit = unitWord(target.unit);
  const before = { period: yearBefore(target.period) };
  switch (target.kind) {
    case 'ceiling':
      return step('rule-ceiling', { limit, unit });
    case 'floor':
      return step('rule-floor', { limit, unit });
    case 'growth':
      return step('rule-growth', { limit, ...before });
    case 'hold': {
      const exact = new Decimal(target.limit);
      const ends = [exact.minus(target.tolerance), exact.plus(target.tolerance)].map((one) => shownLimit(one, target));
      return step('rule-hold', { lower: ends[0] ?? '', upper: ends[1] ?? '', unit });
    }
    case 'direction':
      return step(target.direction === 'rises' ? 'rule-rises' : 'rule-falls', before);
    case 'qualitative': {
      if (target.test === null) return step('rule-none', {});
      const margin = shownLimit(target.test.margin, target);
      if (base === null) return step('rule-not-below', { ...before, margin });
      const least = shown(base.value.minus(target.test.margin), target);
      return step('rule-not-below-value', { ...before, margin, least });
    }
  }
}

function readingSteps(target: Target, reading: Reading): VerdictStep[] {
  const value = step('value', {
    period: target.period,
    value: shown(reading.value, target),
    unit: unitWord(reading.unit),
  });
  if (reading.span === 'exact' || reading.bound !== null) return [value];
  return [value, spanStep(reading.span === 'interval' ? 'value-interval' : 'value-span', target, reading)];
}

function projectionSteps(target: Target, { projected }: SeenProjection): VerdictStep[] {
  const { forecast, rule, soFar, until, precedents, backTest } = projected;
  const { unit } = soFar.reading;
  const form = target.kind === 'growth' ? null : target;
  const write = (value: Decimal) => (form === null ? plain(value) : shown(value, finer(form)));
  const symbol = unitWord(unit);
  const proportion = rule.method === 'completion-share';
  const each = precedents.map(({ period, whole, soFar: part }) => {
    const numbers = { period, whole: plain(whole), part: plain(part.value) };
    return proportion
      ? step('earlier-quotient', { ...numbers, quotient: plain(whole.div(part.value)) })
      : step('earlier-difference', { ...numbers, difference: plain(whole.minus(part.value)) });
  });
  const { mean, deviation, t } = forecast;
  const sample = { n: precedents.length, mean: plain(mean), deviation: plain(deviation), t: plain(t) };
  const ends = { lower: write(forecast.lower), upper: write(forecast.upper), unit: symbol };
  const hits = backTest.filter(({ held }) => held).length;
  return [
    step('running', { period: target.period, until, value: plain(soFar.reading.value), unit: symbol }),
    ...each,
    step(proportion ? 'sample-of-logarithms' : 'sample-of-differences', sample),
    step(proportion ? 'projected-by-quotient' : 'projected-by-difference', {
      part: plain(soFar.reading.value),
      mean: sample.mean,
      value: write(forecast.value),
      unit: symbol,
    }),
    step('projected-interval', { level: percent(rule.level), ...ends }),
    step('back-test', { n: backTest.length, hits }),
  ];
}

/** The ends of a span, with as many decimals more as it takes to tell them from each other. */
function spanStep(code: StepCode, target: Target, { lower, upper }: Reading): VerdictStep {
  let form = finer(target);
  while (!lower.eq(upper) && form.decimals < finest && shown(lower, form) === shown(upper, form)) form = finer(form);
  return step(code, { lower: shown(lower, form), upper: shown(upper, form) });
}

/** Ends that are alike to so many decimals are told alike. */
const finest = 6;

/** One decimal more than the target is shown with, so that an end of a span can be told from a limit close by. */
function finer({ unit, decimals }: Form): Form {
  return { unit, decimals: decimals + 1 };
}

function step(code: StepCode, values: VerdictStep['values']): VerdictStep {
  return { code, values, text: filled(stepTable[code], code, values) };
}

/** Numbers that are not those of the target's limit: five significant digits, whole ones whole. */
function plain(value: Decimal): string {
  return signed((value.isInteger() ? value : value.toSignificantDigits(5)).toFixed());
}

/** A unit whose symbol stands after the number; fractions are written in percent already. */
function unitWord(unit: UnitId | null): string {
  return unit === null || unit === 'share' || unit === 'growth-rate' ? '' : unit;
}

function joined(head: LocalizedText, tail: LocalizedText): LocalizedText {
  const put = (language: keyof LocalizedText, comma: string) =>
    tail[language] === '' ? head[language] : `${head[language]}${comma}${tail[language]}`;
  return { 'zh-Hans': put('zh-Hans', '，'), 'zh-Hant': put('zh-Hant', '，'), en: put('en', ', ') };
}
