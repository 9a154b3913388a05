import type { Period } from '@zhiheng/vocabulary';
import type { Projected } from '../projecting/project.js';
import type { Decimal, Reading } from '../reading.js';
import type { Reason } from '../reasons.js';
import type { Basis, VerdictWord } from '../verdict.js';

/** What judging one target gives, before its row is written. */
export interface Outcome {
  readonly verdict: VerdictWord;
  readonly basis: Basis | null;
  readonly value: Decimal | null;
  /** The limit, or the earlier value that stood for one. */
  readonly limit: Decimal | null;
  readonly interval: readonly [Decimal, Decimal] | null;
  readonly reasons: readonly Reason[];
  /** What was looked at on the way. */
  readonly sight: Sight;
}

/** Value and limit of an outcome, as far as they are known. */
export interface Sight {
  readonly reading: Reading | null;
  readonly limit: Decimal | null;
  /** The year before, where the rule looks at it. */
  readonly base?: Reading | null;
  /** Of a growth target, what grew. */
  readonly current?: Reading | null;
  readonly projection?: SeenProjection | null;
}

/** A projection of the series, and what it makes of the target's value: the same, but for a growth. */
export interface SeenProjection {
  readonly projected: Projected;
  readonly reading: Reading;
}

export function outcome(verdict: VerdictWord, basis: Basis | null, sight: Sight, reasons: readonly Reason[]): Outcome {
  const { reading, limit } = sight;
  const interval = reading?.span === 'interval' ? ([reading.lower, reading.upper] as const) : null;
  return { verdict, basis, value: reading?.value ?? null, limit, interval, reasons, sight };
}

export function cannotTell(sight: Sight, ...reasons: readonly Reason[]): Outcome {
  return outcome('cannot-tell', null, sight, reasons);
}

/** The basis of a value that is judged as a point or by its interval. */
export function basisOf(reading: Reading): Basis {
  if (reading.span === 'interval') return 'interval';
  return reading.published ? 'published-point' : 'computed';
}

/** The reason that goes with a basis, where the basis alone says all. */
export function basisReasons(basis: Basis): Reason[] {
  if (basis === 'published-point') return [{ code: 'published-point', values: {} }];
  return basis === 'computed' ? [{ code: 'computed-from-records', values: {} }] : [];
}

/** What to know of a value beside its verdict. */
export function valueReasons(reading: Reading, period: Period): Reason[] {
  const reasons: Reason[] = [];
  if (reading.estimated) reasons.push({ code: 'value-estimated', values: { period } });
  if (reading.provisional) reasons.push({ code: 'value-provisional', values: { period } });
  return reasons;
}
