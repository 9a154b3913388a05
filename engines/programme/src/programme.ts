import type { Breakdown, Day, LocalizedText, Origin, Period, Statistic, UnitId } from '@zhiheng/vocabulary';
import type { ProgrammeSection } from './clause.js';
import type { ProjectionMethod } from './projecting/forecast.js';
import type { ReasonCode } from './reasons.js';

export type TargetKind = 'ceiling' | 'floor' | 'hold' | 'growth' | 'direction' | 'qualitative';

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
  /** True where the target holds for each region as it stands; else a region is judged only by its overlay. */
  readonly appliesToRegions: boolean;
  /** How its period is projected; null: by the nature of its series. */
  readonly projection: ProjectionMethod | null;
  /** The earliest first. The rule of the target itself is the one before the first. */
  readonly revisions: readonly Revision[];
}

/** What a revision can change. */
export interface RuleValues {
  readonly limit?: number;
  readonly tolerance?: number;
  readonly test?: QualitativeTest;
  /** The day by which the limit is to be reached, where it was set anew; told, while what is judged is the period. */
  readonly due?: Day;
}

/** A rule that takes the place of the one before from a day on. */
export interface Revision {
  readonly effectiveOn: Day;
  /** What it sets; what it does not set stays as it was. */
  readonly sets: RuleValues;
  readonly reason: LocalizedText;
  readonly document: string;
  /** Id of the change by which people made it; left out where a file says so. */
  readonly change?: string;
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

/** One target of a region: a national one as the region sets it, or one of its own. */
export interface OverlayTarget {
  readonly target: Target;
  readonly own: boolean;
  /** True where it has no rule of its own: that of the programme and its revisions hold. */
  readonly keepsRule?: true;
  /** By what it was set within the year; before that day it is as if it were not there. Left out where a file sets it. */
  readonly setFrom?: Revision;
}

/** What a region sets for itself. */
export interface Overlay {
  readonly area: string;
  readonly document: string;
  readonly reason: LocalizedText | null;
  readonly targets: readonly OverlayTarget[];
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
  /** Number of the document; empty where it has none. */
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
  /** Its duties, aims and requirements in the order of the document; none where the file has none. */
  readonly sections: readonly ProgrammeSection[];
  readonly overlays: readonly Overlay[];
  /** Probability of the intervals of projections; `stated` where the file gives it. */
  readonly level: { readonly value: number; readonly stated: boolean };
  /** Path of the file, relative to the definitions folder, and its text. */
  readonly file: string;
  readonly text: string;
}
