import type { Breakdown, CoverageEvent, LocalizedText, Statistic, UnitId } from '@zhiheng/vocabulary';

/** How many months lie between two days; every duration names its convention. */
export type MonthConvention = 'days' | 'boundaries' | 'complete-months';

/** Whose areas a record counts in, and as of when. */
export interface Attribution {
  /** `first`: in the area of the first holder; `each`: once in every area that any of the holders lies in. */
  readonly holder: 'first' | 'each';
  /** The holders as filed; those on the day of the event (flows); those at the end of each period (stocks). */
  readonly at: 'filing' | 'event' | 'period-end';
}

/** The text a definition rests on. */
export interface DefinitionSource {
  readonly text: string;
  readonly article: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** A published series that belongs to a definition: its values are observations of origin `published`. */
export interface PublishedSeries {
  readonly series: string;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
}

interface DefinitionHead {
  readonly id: string;
  readonly names: LocalizedText;
  /** One sentence on what is counted. */
  readonly summary: LocalizedText;
  readonly unit: UnitId;
  /** Decimals shown; values are never rounded before. */
  readonly decimals: number;
  readonly better: 'higher' | 'lower' | 'steady' | null;
  readonly source: DefinitionSource;
  readonly provisional: boolean;
  readonly traps: readonly LocalizedText[];
  readonly published: readonly PublishedSeries[];
  /** SHA-256 of the definition's canonical content; the closure of a definition without parts is itself. */
  readonly hash: string;
  /** Path of the file, relative to the definitions folder, and its text. */
  readonly file: string;
  readonly text: string;
}

interface ComputedHead extends DefinitionHead {
  readonly table: 'patents';
  /** Condition in the language of `foundation/expressions`, over the columns of one patent record. */
  readonly where: string;
  readonly attribution: Attribution;
  readonly breakdowns: readonly string[];
}

/** Events within a period, dated by one column. */
export interface FlowDefinition extends ComputedHead {
  readonly kind: 'flow';
  readonly date: string;
  readonly event: CoverageEvent;
}

/** Intervals open at the period's last day: begun on or before it, not ended on or before it. */
export interface StockDefinition extends ComputedHead {
  readonly kind: 'stock';
  readonly starts: string;
  readonly ends: string;
  readonly startEvent: CoverageEvent;
  readonly endEvent: CoverageEvent;
}

/** Time between two dates of a record, for records whose end lies in the period. */
export interface DurationDefinition extends ComputedHead {
  readonly kind: 'duration';
  readonly clock: {
    readonly start: string;
    readonly end: string;
    readonly endEvent: CoverageEvent;
    readonly convention: MonthConvention;
    /** For `share-within-target`, in months. */
    readonly target: number | null;
  };
}

/** A series that another body publishes; nothing is computed. */
export interface ReportedDefinition extends DefinitionHead {
  readonly kind: 'reported';
}

export type ComputedDefinition = FlowDefinition | StockDefinition | DurationDefinition;
export type Definition = ComputedDefinition | ReportedDefinition;

/** Whether a record counts where it is owned on some day, rather than where it was filed from. */
export function isByOwner({ attribution }: ComputedDefinition): boolean {
  return attribution.at !== 'filing';
}
