/** What can happen to a patent beside its own record: the words of `patent_events.event`. */
export const eventKinds = [
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
  /** As others than the office tell it. */
  'grant',
  'lapse',
  'other',
] as const;
export type EventKind = (typeof eventKinds)[number];
