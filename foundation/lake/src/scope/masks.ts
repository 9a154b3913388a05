/** What a masked column shows: the first character of a name, or nothing. */
type Mask = 'name' | 'nothing';

/**
 * Columns that name or locate people, by table. Words of the source about a deed are among them: they repeat names. Titles,
 * marks and agencies are what an office publishes about a right, not about its holder. A pseudonym is no name.
 */
const maskedColumns: Readonly<Record<string, Readonly<Record<string, Mask>>>> = {
  patent_holders: { name: 'name', address: 'nothing', credit_code: 'nothing' },
  patent_events: { from_parties: 'name', to_parties: 'name', event_as_given: 'nothing' },
  trademark_holders: { name: 'name', address: 'nothing', credit_code: 'nothing' },
  trademark_events: { event_as_given: 'nothing' },
  gi_users: { name: 'name', credit_code: 'nothing' },
  new_holders: { name: 'name', credit_code: 'nothing', address: 'nothing' },
  patent_owners: { name: 'name', credit_code: 'nothing' },
  parties: { name: 'name', credit_code: 'nothing' },
  party_names: { key: 'nothing', name: 'name', credit_code: 'nothing' },
  party_keys: { key: 'nothing' },
  party_pairs: { evidence: 'nothing' },
  recordals: { from_parties: 'name', to_parties: 'name', kind_as_given: 'nothing' },
};

/** The same of segments that stand beside the records and repeat what tells of people, by what they hold. */
const maskedBeside = {
  cards: { holder: 'name', holder_key: 'nothing' },
  cardsWithParties: { holder: 'name', holder_key: 'nothing', party: 'nothing' },
  owners: { name: 'name' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Mask>>>>;

/** What a segment beside the records can hold of people. */
export type PeopleBeside = keyof typeof maskedBeside;

/** The columns of a table that a masked session does not show as they are. */
export function maskedColumnsOf(table: string): string[] {
  return Object.keys(maskedColumns[table] ?? {});
}

/** `*`, or `*` with masked columns in the place of those that tell of people. */
export function shownColumns(table: string, personal: 'plain' | 'masked'): string {
  return shownBy(maskedColumns[table] ?? {}, personal);
}

/** The same for what stands beside the records. */
export function shownBeside(people: PeopleBeside, personal: 'plain' | 'masked'): string {
  return shownBy(maskedBeside[people], personal);
}

function shownBy(masked: Readonly<Record<string, Mask>>, personal: 'plain' | 'masked'): string {
  const masks = Object.entries(masked);
  if (personal === 'plain' || masks.length === 0) return '*';
  return `* REPLACE (${masks.map(([column, mask]) => `${maskSql(column, mask)} AS "${column}"`).join(', ')})`;
}

/** A name as a masked session shows it: its first character, if that is not all of it, and two stars. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return rest.length === 0 ? stars : `${first}${stars}`;
}

const stars = '＊＊';

function maskSql(column: string, mask: Mask): string {
  if (mask === 'nothing') return 'CAST(NULL AS VARCHAR)';
  return `CASE WHEN length("${column}") > 1 THEN left("${column}", 1) || '${stars}' WHEN "${column}" IS NOT NULL THEN '${stars}' END`;
}
