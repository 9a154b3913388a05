import type { Dataset, Day, LocalizedText, Origin, Period, UnitId } from '@zhiheng/vocabulary';
import type { RuleValues, TargetKind, TargetSubject } from './programme.js';
import type { ProjectionMethod } from './projecting/forecast.js';
import type { Reason } from './reasons.js';

export type { Reason };

export type VerdictWord = 'met' | 'not-met' | 'on-track' | 'at-risk' | 'cannot-tell';
/** `projection`: the period is not over, and the interval of its projection was judged. */
export type Basis =
  | 'computed'
  | 'interval'
  | 'published-point'
  | 'published-bound'
  | 'published-precision'
  | 'projection';

/** An earlier period that a projection rests on; values in the unit of what was projected. */
export interface ProjectionGround {
  readonly period: Period;
  readonly value: number;
  /** The periods that the value of the same months was read from or added up from. */
  readonly from: readonly Period[];
  readonly soFar: number;
}

/** How often the interval held, each earlier period projected from the years before it alone; `n` 0 where there were too few. */
export interface BackTest {
  readonly n: number;
  readonly hits: number;
  readonly periods: readonly {
    readonly period: Period;
    readonly value: number;
    readonly interval: readonly [number, number];
    readonly held: boolean;
  }[];
}

/** What a period that is not over is expected to come to. */
export interface VerdictProjection {
  /** In the target's unit: of a growth target the growth. */
  readonly value: number;
  readonly interval: readonly [number, number];
  /** Probability of the interval; provisional where the programme does not state it. */
  readonly level: number;
  readonly levelProvisional: boolean;
  readonly method: ProjectionMethod;
  /** The periods that the value so far was read from or added up from. */
  readonly from: readonly Period[];
  /** Last day of the months that the value so far is of. */
  readonly until: Day;
  /** The series itself: of a growth target what grows, else as `value` and `interval`. */
  readonly series: {
    readonly unit: UnitId;
    readonly soFar: number;
    readonly value: number;
    readonly interval: readonly [number, number];
  };
  /** The earliest first. */
  readonly basedOn: readonly ProjectionGround[];
  readonly backTest: BackTest;
}

/** One revision of a target, beside what held before it. */
export interface VerdictRevision {
  readonly effectiveOn: Day;
  /** False before its day. */
  readonly inForce: boolean;
  readonly before: RuleValues;
  readonly after: RuleValues;
  readonly reason: LocalizedText;
  readonly document: string;
}

/** Who set a target that a region is judged by: its overlay, as a national target or one of its own, or the programme for all regions. */
export interface SetForArea {
  readonly by: 'overlay' | 'own' | 'programme';
  readonly document: string | null;
  readonly reason: LocalizedText | null;
}

/** One row of `verdicts`; a group of targets is a row with `part: null` and its parts before it. */
export interface Verdict {
  readonly target: string;
  readonly group: string | null;
  readonly part: string | null;
  /** The region whose target is judged; null for the programme's own. */
  readonly area: string | null;
  /** Who set it for the region; null for the programme's own. */
  readonly setBy: SetForArea | null;
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
  /** The limit in force. */
  readonly limit: number | null;
  /** The earliest first, those of later days too. */
  readonly revisions: readonly VerdictRevision[];
  readonly period: string;
  readonly value: number | null;
  readonly unit: UnitId | null;
  readonly decimals: number;
  readonly interval: readonly [number, number] | null;
  readonly origin: Origin;
  readonly basis: Basis | null;
  readonly verdict: VerdictWord;
  /** Set where the period is not over and could be projected. */
  readonly projection: VerdictProjection | null;
  /** English sentence. */
  readonly reason: string;
  readonly reasonText: LocalizedText;
  readonly reasons: readonly Reason[];
  /** Values of the years before and of the year judged, for the trend; null where there is none. */
  readonly trend: readonly { readonly period: string; readonly value: number | null }[];
  /** Unit of the trend's values: of a growth target the unit of what grows; null where it is not known. */
  readonly trendUnit: UnitId | null;
}
