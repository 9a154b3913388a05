import type { GivenText, LocalizedText } from './language.js';
import type { Period } from './period.js';

export const origins = ['published', 'computed', 'estimated'] as const;
/** Where a value comes from; published and computed values never share a row. */
export type Origin = (typeof origins)[number];

export const datasets = ['real', 'synthetic'] as const;
export type Dataset = (typeof datasets)[number];

export const statuses = ['final', 'provisional', 'estimated', 'missing', 'maturing'] as const;
export type Status = (typeof statuses)[number];

export const statistics = [
  'mean',
  'median',
  'p90',
  'p95',
  'share-within-target',
  'n',
  'survival-median',
  'p25',
  'p75',
] as const;
/** Statistics of a duration or of a spread of values; other kinds of indicator have none. */
export type Statistic = (typeof statistics)[number];

/** `{}` for the total, `{ kind: 'invention' }` for a part. */
export type Breakdown = Readonly<Record<string, string>>;

/** The value of a dimension for the records that do not tell it: `holder_type=not-told`. */
export const notTold = 'not-told';

/** The texts of a publication in the languages of readers; one that nobody worded stands as it is written, and lacks the others. */
export interface PublicationWords {
  readonly source: GivenText;
  readonly note: GivenText | null;
  readonly scope: GivenText;
  readonly asPublished: LocalizedText;
}

/** What a published figure opens to. */
export interface Publication {
  readonly series: string;
  /** ISO day, month or year as far as known; null when unknown. */
  readonly publishedOn: string | null;
  readonly source: string;
  readonly note: string | null;
  /** The scope in the words of the publication. */
  readonly scope: string;
  /** The value as the publication gives it, with its unit. */
  readonly asPublished: string;
  readonly words: PublicationWords;
}

/** One value of an indicator for an area and a period. `value` is null exactly when `status` is `missing`. */
export interface Observation {
  readonly indicator: string;
  /** Granting office, ST.3. */
  readonly office: string;
  readonly area: string;
  readonly period: Period;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
  readonly value: number | null;
  /** `lower` when the publication says "at least". */
  readonly bound: 'lower' | 'upper' | null;
  /** The step to which a published value is given, in the value's unit; null for exact values. */
  readonly precision: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly origin: Origin;
  readonly dataset: Dataset;
  readonly status: Status;
  /** Name of the vintage; null for a published value read without one. */
  readonly vintage: string | null;
  readonly publication: Publication | null;
}
