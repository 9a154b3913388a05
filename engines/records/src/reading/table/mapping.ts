import type { Completeness, CoverageTable, CoveredEvent, Dataset, Day, Kind } from '@zhiheng/vocabulary';
import { decisionFields, deedFields, eventFields, furtherDefaults, markFields } from './further-tables.js';
import type { TextEncoding } from './text-encoding.js';

/** Canonical columns that a table of patents can fill, dates apart. */
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

/** The fields of every table that a mapping can fill, by what they hold. */
export const tableFields = {
  patents: { texts: textFields, days: dayFields, lists: listFields },
  trademarks: markFields,
  deeds: deedFields,
  patent_events: eventFields,
  decisions: decisionFields,
} as const;
export type MappedTable = keyof typeof tableFields;
export const mappedTables = Object.keys(tableFields) as MappedTable[];

type FieldsOf = (typeof tableFields)[MappedTable];
export type DayField = FieldsOf['days'][number];
export type ListField = FieldsOf['lists'][number];
export type TextField = FieldsOf['texts'][number];
export type MappedField = DayField | ListField | TextField;

/** Every field of a table. */
export function fieldsOf(table: MappedTable): readonly MappedField[] {
  const { texts, days, lists } = tableFields[table];
  return [...texts, ...days, ...lists];
}

const all = Object.values(tableFields);
const listNames = new Set<string>(all.flatMap(({ lists }) => [...lists]));
const dayNames = new Set<string>(all.flatMap(({ days }) => [...days]));

/** True for a field that holds a list, cut at `split`. */
export function isListField(field: MappedField): field is ListField {
  return listNames.has(field);
}

/** True for a field that holds a day. */
export function isDayField(field: MappedField): field is DayField {
  return dayNames.has(field);
}

/** Fields that a mapping of patents can fill for every row that leaves them blank. */
export const defaultFields = ['office', 'dataset', 'kind', 'route', 'language', 'area', 'country'] as const;
export const tableDefaults = { patents: defaultFields, ...furtherDefaults } as const;
export type DefaultField = (typeof tableDefaults)[MappedTable][number];

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
  /** Of a block for files of any table: whose events it tells of is said by whoever reads it. */
  readonly table: CoverageTable;
  /** Null: every kind. */
  readonly kinds: readonly Kind[] | null;
  /** Null: every area. */
  readonly areas: readonly string[] | null;
  readonly events: Readonly<Partial<Record<CoveredEvent, { readonly from: Day; readonly to: Day }>>>;
  /** A day on which every right in force is in the file. */
  readonly inForceFrom: Day | null;
  readonly completeness: Completeness;
}

/** A mapping: how the columns of an office's own table become canonical columns. */
export interface Mapping {
  readonly table: MappedTable;
  /** Names of files that it is for, with `*` and `?`; null: of every table, where it is the only mapping. */
  readonly files: readonly string[] | null;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly columns: ReadonlyMap<MappedField, ColumnRule>;
  readonly defaults: Readonly<Partial<Record<DefaultField, string>>> & { readonly dataset?: Dataset };
  readonly covers: Covers | null;
}
