import type { Breakdown, LocalizedText, Origin, Statistic, UnitId } from '@zhiheng/vocabulary';

export type TargetKind = 'ceiling' | 'floor' | 'hold' | 'growth' | 'direction' | 'qualitative';
export type VerdictWord = 'met' | 'not-met' | 'on-track' | 'at-risk' | 'cannot-tell';
export type Basis = 'computed' | 'interval' | 'published-point' | 'published-bound' | 'published-precision';

/** Which value of an indicator a target looks at. */
export interface TargetSubject {
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
}

/** A reason, as a code with values for its words; words are in `reasons.ts`. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One row of `verdicts`; a group of targets is a row with `part: null` and its parts before it. */
export interface Verdict {
  readonly target: string;
  readonly group: string | null;
  readonly part: string | null;
  readonly names: LocalizedText;
  readonly owners: readonly string[];
  readonly indicator: string | null;
  readonly kind: TargetKind;
  readonly limit: number | null;
  readonly period: string;
  readonly value: number | null;
  readonly unit: UnitId | null;
  readonly decimals: number;
  readonly interval: readonly [number, number] | null;
  readonly origin: Origin;
  readonly basis: Basis | null;
  readonly verdict: VerdictWord;
  /** English sentence. */
  readonly reason: string;
  readonly reasonText: LocalizedText;
  readonly reasons: readonly Reason[];
  /** Values of the years before and of the year judged, for the trend; null where there is none. */
  readonly trend: readonly { readonly period: string; readonly value: number | null }[];
}
