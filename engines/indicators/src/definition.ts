import type { Breakdown, CoveredEvent, LocalizedText, Origin, Statistic, UnitId } from '@zhiheng/vocabulary';

/** What is counted: patents; marks; deeds about rights, each once however many rights it concerns. */
export type RecordTable = 'patents' | 'trademarks' | 'recordals';

/** How many months lie between two days; every duration names its convention. */
export type MonthConvention = 'days' | 'boundaries' | 'complete-months';

/** Whose areas a record counts in, and as of when. */
export interface Attribution {
  /**
   * `first`: in the area of the first holder; `each`: once in every area that any of the holders lies in; `fractional`: of so many
   * holders, that part of it in an area that so many of them lie in.
   */
  readonly holder: 'first' | 'each' | 'fractional';
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

/** A value that no text settles: named, so that an office sees and changes it in one place. Expressions say `$name`. */
export interface Parameter {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'decimal' | 'date' | 'boolean';
  readonly value: string | number | boolean;
  readonly names: LocalizedText;
  /** Where the value comes from; null: nowhere that was seen. */
  readonly source: DefinitionSource | null;
  readonly provisional: boolean;
}

/** How far an indicator has come on its way into statistics. */
export type MonitoringStage = 'proposed' | 'piloted' | 'national-statistics';

interface DefinitionHead {
  readonly id: string;
  readonly names: LocalizedText;
  /** One sentence on what is counted. */
  readonly summary: LocalizedText;
  readonly unit: UnitId;
  /** Decimals shown; values are never rounded before. */
  /** Shown; of a share or a growth those of its percentage. */
  readonly decimals: number;
  readonly better: 'higher' | 'lower' | 'steady' | null;
  readonly source: DefinitionSource;
  readonly provisional: boolean;
  /** Null, and left out of definitions kept before: not told. */
  readonly monitoring?: MonitoringStage | null;
  readonly traps: readonly LocalizedText[];
  readonly published: readonly PublishedSeries[];
  /** SHA-256 of the definition's canonical content and of the hashes of the definitions it is made of: its closure. */
  readonly hash: string;
  /** Path of the file, relative to the definitions folder, and its text. */
  readonly file: string;
  readonly text: string;
}

/** Dimensions that figures are broken down by together, in order: `['kind']`, `['kind', 'holder_type']`. */
export type Combination = readonly string[];

interface ComputedHead extends DefinitionHead {
  readonly table: RecordTable;
  /** Condition in the language of `foundation/expressions`, over one record. */
  readonly where: string;
  readonly parameters: readonly Parameter[];
  /** Group or area that the first holder as filed must lie in to count at all: `CN-ML`; null: anywhere. */
  readonly scope: string | null;
  readonly attribution: Attribution;
  /** Which decisions about abnormal applications change the count. */
  readonly net: NetCount;
  /** Combinations that are kept; others are computed when asked for. */
  readonly breakdowns: readonly Combination[];
  /** Hashes of the concordance tables that the conditions ask, by their ids; left out: they ask none. */
  readonly classifications?: Readonly<Record<string, string>>;
}

/**
 * How a count takes abnormal applications: `gross` all, `notified` those alone of which a notice was given, `deducted` those alone that are
 * deducted, `net` all but these.
 */
export type NetCount = 'gross' | 'notified' | 'deducted' | 'net';

/** What a flow can add up instead of counting. */
export type Summed = 'claims' | 'amount' | 'rights';

/** Events within a period, dated by one column. */
export interface FlowDefinition extends ComputedHead {
  readonly kind: 'flow';
  readonly date: string;
  /** `decided`: what people decided, as far as the vintage has it. */
  readonly event: CoveredEvent | 'decided';
  /**
   * `records`, or the distinct parties that hold them first; of patents the sum of their claims too, of deeds that of their amounts, or of
   * the rights that they concern.
   */
  readonly count: 'records' | 'holders' | Summed;
}

/** An interval of a record's life in which it meets one of the conditions of a stock. */
export interface StockCondition {
  readonly id: string;
  readonly names: LocalizedText;
  /** A condition over the record, in whose absence the condition never holds; null: none. */
  readonly where: string | null;
  /** Of dates: the first day (an expression of type date), and the first day no more (null: never ends). */
  readonly dates: { readonly from: string; readonly until: string | null } | null;
  /**
   * Of events: from each event of this kind (that meets `where`, over the event's columns) until the first later-or-equal event
   * of kind `endedBy` with the same reference; null: it never ends.
   */
  readonly events: { readonly kind: string; readonly endedBy: string | null; readonly where: string | null } | null;
}

/** Intervals open at the period's last day: begun on or before it, not ended on or before it. */
export interface StockDefinition extends ComputedHead {
  readonly kind: 'stock';
  readonly starts: string;
  readonly ends: string;
  readonly startEvent: CoveredEvent;
  readonly endEvent: CoveredEvent;
  /** Counted are those that meet at least one of these on the day; empty: all. Exactly one of `dates`, `events` in each. */
  readonly conditions: readonly StockCondition[];
  /** `records`, or the distinct parties that hold them first; `years`: the years that they were kept since their filing, added up. */
  readonly count: 'records' | 'holders' | 'years';
}

/** Time between two dates of a record, for records whose end lies in the period. */
export interface DurationDefinition extends ComputedHead {
  readonly kind: 'duration';
  readonly clock: {
    readonly start: string;
    readonly end: string;
    readonly endEvent: CoveredEvent;
    readonly convention: MonthConvention;
    /** For `share-within-target`, in months. */
    readonly target: number | null;
  };
}

/** How a value that records tell is spread over those of a period: its mean and quartiles. */
export interface DistributionDefinition extends ComputedHead {
  readonly kind: 'distribution';
  /** The column of the value. */
  readonly column: string;
  readonly date: string;
  readonly event: CoveredEvent;
  /** Values are told of records. */
  readonly count: 'records';
  /** Nothing but their number is told of so many records, or fewer. */
  readonly moreThan: number;
}

/** A series that another body publishes; nothing is computed. */
export interface ReportedDefinition extends DefinitionHead {
  readonly kind: 'reported';
}

/** An estimate from a quality sample; its values come from sampling. */
export interface SampleDefinition extends DefinitionHead {
  readonly kind: 'sample';
  /** Id of the sampling plan. */
  readonly plan: string;
}

/** What fills a slot: a text, a publication, a column of records, a table of the office, or a part of the system that is to come. */
export type SlotPart =
  | 'official-text'
  | 'publication'
  | 'records'
  | 'own-table'
  | 'screening'
  | 'sampling'
  | 'casework'
  | 'programme';

/** A figure that is asked for and cannot be told yet: it holds its place, with what is missing, and is never zero. */
export interface SlotDefinition extends DefinitionHead {
  readonly kind: 'slot';
  readonly awaits: {
    /** What fills it. */
    readonly part: SlotPart;
    /** Where its values will come from. */
    readonly origin: Origin;
    /** What is missing, in a sentence. */
    readonly what: LocalizedText;
  };
}

/** One figure that another is made of. */
export interface FigurePart {
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
  /** Null: computed where the part's kind is computed, else published. */
  readonly origin: Origin | null;
  /** Which period of the part stands beside a period of the whole. */
  readonly period: 'same' | 'year-before' | 'end-of-year-before';
  /** A fixed area of the part; null: the same. */
  readonly area: string | null;
}

interface MadeHead extends DefinitionHead {
  readonly breakdowns: readonly Combination[];
}

export interface RatioDefinition extends MadeHead {
  readonly kind: 'ratio';
  readonly numerator: FigurePart;
  readonly denominator: FigurePart;
  /** The ratio is told per so many: 1, 10000. */
  readonly per: number;
}

/** `value ÷ value of the base period - 1`. */
export interface GrowthDefinition extends MadeHead {
  readonly kind: 'growth';
  readonly of: FigurePart;
  /** The base: the same period so many years before. */
  readonly years: number;
}

/** A formula (`+ - * /`, parentheses, numbers) over named parts. */
export interface DerivedDefinition extends MadeHead {
  readonly kind: 'derived';
  readonly parts: Readonly<Record<string, FigurePart>>;
  readonly formula: string;
}

export type ComputedDefinition = FlowDefinition | StockDefinition | DurationDefinition | DistributionDefinition;
export type MadeDefinition = RatioDefinition | GrowthDefinition | DerivedDefinition;
export type Definition = ComputedDefinition | MadeDefinition | ReportedDefinition | SampleDefinition | SlotDefinition;

/** Whether a record counts where it is owned on some day, rather than where it was filed from. */
export function isByOwner({ attribution }: ComputedDefinition): boolean {
  return attribution.at !== 'filing';
}

/** Whether a record is shared out among its holders, so that figures are sums of shares. */
export function isShared({ attribution }: ComputedDefinition): boolean {
  return attribution.holder === 'fractional';
}

/** Whether figures are counted from records. */
export function isComputed(definition: Definition): definition is ComputedDefinition {
  return ['flow', 'stock', 'duration', 'distribution'].includes(definition.kind);
}

/** Whether a figure is told by its one query over the records, without an admission: of marks and deeds, and sums. */
export function isPlain(definition: ComputedDefinition): boolean {
  if (definition.table !== 'patents' || definition.kind === 'distribution') return true;
  return definition.kind !== 'duration' && !['records', 'holders'].includes(definition.count);
}
