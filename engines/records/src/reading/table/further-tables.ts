import type { EventKind } from '@zhiheng/vocabulary';

/** Fields of tables beside that of patents, by what they hold. A field holds the same in every table that has it. */
export const markFields = {
  texts: ['number', 'office', 'registration_number', 'kind', 'mark_text', 'feature', 'status', 'agency', 'address'],
  days: ['filed_on', 'published_on', 'registered_on', 'ceased_on', 'status_on', 'state_on'],
  lists: ['holders', 'holder_codes', 'holder_types', 'holder_addresses', 'area', 'country', 'classes', 'goods'],
} as const;

/** Whom a transfer names as the new holders, lists in one order. */
const newHolderLists = ['to_parties', 'to_codes', 'to_types', 'to_addresses', 'to_area', 'to_country'] as const;

export const deedFields = {
  texts: ['number', 'office', 'kind', 'refers_to', 'amount', 'currency', 'fee_rate', 'industry'],
  days: ['recorded_on', 'executed_on', 'state_on'],
  lists: ['patents', 'from_parties', ...newHolderLists],
} as const;

export const eventFields = {
  texts: ['number', 'office', 'event', 'amount', 'currency', 'reference', 'told_by'],
  days: ['event_on', 'state_on'],
  lists: ['country', 'from_parties', ...newHolderLists],
} as const;

/** What was decided elsewhere about applications. */
export const decisionFields = {
  texts: ['number', 'office', 'ground', 'outcome'],
  days: ['notified_on', 'effective_on'],
  lists: [],
} as const;

/** What a deed can be; a table's own words go through `codes`. */
export const deedKinds = [
  'transfer',
  'pledge',
  'pledge_release',
  'licence',
  'open_licence',
  'name_change',
  'other',
] as const;
export type DeedKind = (typeof deedKinds)[number];

/** What a row can tell of one patent. */
export const toldEvents = [
  'transfer',
  'pledge',
  'pledge_release',
  'licence',
  'open_licence',
  'overseas_grant',
  'award',
  'invalidation',
  'restoration',
  'pph_request',
  'priority_examination',
  'evaluation_report',
  'declaration',
  'other',
] as const satisfies readonly EventKind[];
export type ToldEvent = (typeof toldEvents)[number];

/** Fields that a mapping of each further table can fill for every row that leaves them blank. */
export const furtherDefaults = {
  trademarks: ['office', 'dataset', 'kind', 'area', 'country'],
  deeds: ['office', 'dataset', 'kind', 'currency', 'area', 'country'],
  patent_events: ['office', 'dataset', 'event', 'currency', 'told_by', 'country'],
  decisions: ['office', 'dataset', 'ground', 'outcome'],
} as const;
