import type { Period, PublicationWords, UnitId } from '@zhiheng/vocabulary';

/** Columns of a published-series file, in this order. */
export const publishedColumns = [
  'series',
  'period',
  'value',
  'unit',
  'precision',
  'area',
  'scope',
  'bound',
  'status',
  'published_on',
  'source',
  'note',
] as const;

export const publishedStatuses = ['final', 'estimated', 'superseded'] as const;
/** `superseded`: replaced by a later publication; kept for the record, never current. */
export type PublishedStatus = (typeof publishedStatuses)[number];

/** Scope, source and note in the languages of readers. */
export type ValueWords = Omit<PublicationWords, 'asPublished'>;

/** One value as a body published it. */
export interface PublishedValue {
  readonly series: string;
  readonly period: Period;
  readonly value: number;
  /** The digits as published: `12.60`. */
  readonly digits: string;
  readonly unit: UnitId;
  /** The step to which the value is given, in its unit; null where it is not known. */
  readonly precision: number | null;
  readonly area: string;
  /** The scope in the words of the publication. */
  readonly scope: string;
  readonly bound: 'lower' | 'upper' | null;
  readonly status: PublishedStatus;
  /** A day, month or year, as far as known. */
  readonly publishedOn: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly path: string;
  readonly line: number;
  /** Its texts in the languages of readers; left out: they stand as they are written. */
  readonly words?: ValueWords;
}
