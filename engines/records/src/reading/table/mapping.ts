import type { Completeness, CoverageEvent, Dataset, Day, Kind } from '@zhiheng/vocabulary';
import type { TextEncoding } from './text-encoding.js';

/** Canonical columns that a table can fill, dates apart. */
export const dayFields = [
  'filed_on',
  'priority_on',
  'published_on',
  'state_on',
  'examination_requested_on',
  'first_action_on',
  'closed_on',
  'granted_on',
  'ceased_on',
] as const;
export type DayField = (typeof dayFields)[number];

/** Columns that hold a list, cut at `split`. */
export const listFields = [
  'holders',
  'holder_addresses',
  'holder_codes',
  'holder_types',
  'area',
  'country',
  'classes',
  'inventors',
  'agents',
] as const;
export type ListField = (typeof listFields)[number];

export const textFields = [
  'number',
  'office',
  'kind',
  'route',
  'publication_number',
  'grant_number',
  'claim_count',
  'family',
  'funded_project',
  'agency',
  'department',
  'title',
  'title_en',
  'abstract',
  'first_claim',
  'language',
  'outcome',
  'cease_reason',
  'address',
] as const;
export type TextField = (typeof textFields)[number];

export type MappedField = DayField | ListField | TextField;
export const mappedFields: readonly MappedField[] = [...textFields, ...dayFields, ...listFields];

/** Fields that a mapping can fill for every row that leaves them blank. */
export const defaultFields = ['office', 'dataset', 'kind', 'route', 'language', 'area', 'country'] as const;
export type DefaultField = (typeof defaultFields)[number];

export const delimiters = [',', ';', '\t'] as const;

/** How one canonical column is filled from one column of the table. */
export interface ColumnRule {
  /** Name in the header line. */
  readonly from: string;
  /** Pattern of its days; `YYYY-MM-DD` when the mapping names none. Null for other fields. */
  readonly date: string | null;
  /** What stands between the entries of a list; null: one entry. */
  readonly split: string | null;
  /** Scheme and edition of class symbols. */
  readonly scheme: string | null;
  readonly edition: string | null;
  /** Words of the table and what they stand for; null: as written. */
  readonly codes: ReadonlyMap<string, string> | null;
}

/** What the table holds, as the person who gives it says. */
export interface Covers {
  /** Null: every kind. */
  readonly kinds: readonly Kind[] | null;
  /** Null: every area. */
  readonly areas: readonly string[] | null;
  readonly events: Readonly<Partial<Record<CoverageEvent, { readonly from: Day; readonly to: Day }>>>;
  /** A day on which every right in force is in the file. */
  readonly inForceFrom: Day | null;
  readonly completeness: Completeness;
}

/** A mapping: how the columns of an office's own table become canonical columns. */
export interface Mapping {
  readonly table: 'patents';
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly columns: ReadonlyMap<MappedField, ColumnRule>;
  readonly defaults: Readonly<Partial<Record<DefaultField, string>>> & { readonly dataset?: Dataset };
  readonly covers: Covers | null;
}
