import type { Breakdown, Dataset, Day, LocalizedText, Origin, Period, Statistic, UnitId } from '@zhiheng/vocabulary';
import type { Reason, ReasonCode } from './reasons.js';

export type { Reason };

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

/** What a reader must know of a target's series; one that blocks makes the verdict `cannot-tell`. */
export interface TargetNote {
  readonly code: ReasonCode;
  readonly blocks: boolean;
}

interface TargetHead {
  readonly id: string;
  readonly names: LocalizedText;
  readonly owners: readonly string[];
  readonly period: Period;
  /** The origin of the values that the target is judged on. */
  readonly origin: Origin;
  /** Unit of `limit` and of the verdict's value; null where nothing is measured. */
  readonly unit: UnitId | null;
  /** Decimals shown; a `share` or `growth-rate` is shown in percent with as many. */
  readonly decimals: number;
  /** Null where no series measures the target. */
  readonly subject: TargetSubject | null;
  /** When set, the target looks at `subject` ÷ `denominator`. */
  readonly denominator: TargetSubject | null;
  /** True where the rule (limit, tolerance, test) is our reading and not the text's. */
  readonly provisional: boolean;
  readonly notes: readonly TargetNote[];
}

/** Value at most (`ceiling`) or at least (`floor`) the limit. */
export interface LimitTarget extends TargetHead {
  readonly kind: 'ceiling' | 'floor';
  readonly limit: number;
}

/** Value within `tolerance` of the limit. */
export interface HoldTarget extends TargetHead {
  readonly kind: 'hold';
  readonly limit: number;
  readonly tolerance: number;
}

/** Value ÷ value of the year before − 1 at least the limit, a fraction: 0.10 for 10 %. */
export interface GrowthTarget extends TargetHead {
  readonly kind: 'growth';
  readonly limit: number;
}

/** Value above (or below) that of the year before. */
export interface DirectionTarget extends TargetHead {
  readonly kind: 'direction';
  readonly direction: 'rises' | 'falls';
}

/** Value not below that of the year before by more than `margin`, in the target's unit. */
export interface QualitativeTest {
  readonly kind: 'not-below-year-before';
  readonly margin: number;
}

export interface QualitativeTarget extends TargetHead {
  readonly kind: 'qualitative';
  /** Null where no test is stated. */
  readonly test: QualitativeTest | null;
}

export type Target = LimitTarget | HoldTarget | GrowthTarget | DirectionTarget | QualitativeTarget;

/** Targets that hold together; its row follows the row of its last part. */
export interface TargetGroup {
  readonly id: string;
  readonly names: LocalizedText;
  readonly owners: readonly string[];
  readonly parts: readonly { readonly target: string; readonly part: string }[];
}

export interface HandIn {
  readonly due: Day;
  readonly to: string;
  readonly forms: readonly ('paper' | 'electronic')[];
}

/** A year's programme as its file says. */
export interface Programme {
  readonly id: string;
  readonly names: LocalizedText;
  /** Number of the document. */
  readonly number: string;
  readonly issuedOn: Day;
  readonly year: number;
  readonly handIn: HandIn;
  /** True where the owners of targets are our proposal. */
  readonly ownersProposed: boolean;
  /** Departments that have a name in other languages; `owners` and `handIn.to` name them by `zh-Hans`. */
  readonly departments: readonly LocalizedText[];
  readonly targets: readonly Target[];
  readonly groups: readonly TargetGroup[];
  /** Path of the file, relative to the definitions folder, and its text. */
  readonly file: string;
  readonly text: string;
}

/** One row of `verdicts`; a group of targets is a row with `part: null` and its parts before it. */
export interface Verdict {
  readonly target: string;
  readonly group: string | null;
  readonly part: string | null;
  readonly names: LocalizedText;
  readonly owners: readonly string[];
  readonly indicator: string | null;
  /** Which value of the indicator was looked at; null for a group, and where no series measures the target. */
  readonly subject: TargetSubject | null;
  /** Dataset of the value; null where there is none. */
  readonly dataset: Dataset | null;
  readonly kind: TargetKind;
  /** Which way a target of direction goes; null for others. */
  readonly direction: 'rises' | 'falls' | null;
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
  /** Unit of the trend's values: of a growth target the unit of what grows; null where it is not known. */
  readonly trendUnit: UnitId | null;
}
