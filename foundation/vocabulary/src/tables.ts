/**
 * The canonical tables of patents, split by how often they change. `id` is `CN:202310123456`: office, colon,
 * normalised application number without check digit. Every row carries the `revision` (number of the load) that wrote it.
 */
export type ColumnType = 'text' | 'integer' | 'hash' | 'date';

export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
}

const keys = { id: 'text', revision: 'integer' } as const;

export const patentTables = {
  patents: {
    name: 'patents',
    columns: {
      ...keys,
      office: 'text',
      dataset: 'text',
      number: 'text',
      number_as_given: 'text',
      kind: 'text',
      kind_as_given: 'text',
      route: 'text',
      filed_on: 'date',
      priority_on: 'date',
      published_on: 'date',
      publication_number: 'text',
      grant_number: 'text',
      claim_count: 'integer',
      family: 'text',
      funded_project: 'text',
      agency: 'text',
      department: 'text',
      /** Day of the state that this row tells, as its source dates it; null when the source has none. */
      state_on: 'date',
      /** Hash over all canonical fields of the record. */
      content_hash: 'hash',
      source: 'text',
      source_position: 'integer',
    },
  },
  patent_texts: {
    name: 'patent_texts',
    columns: { ...keys, title: 'text', abstract: 'text', first_claim: 'text', language: 'text' },
  },
  patent_states: {
    name: 'patent_states',
    columns: {
      ...keys,
      examination_requested_on: 'date',
      first_action_on: 'date',
      closed_on: 'date',
      outcome: 'text',
      granted_on: 'date',
      ceased_on: 'date',
      cease_reason: 'text',
    },
  },
  patent_classes: {
    name: 'patent_classes',
    columns: { ...keys, position: 'integer', scheme: 'text', edition: 'text', symbol: 'text' },
  },
  patent_holders: {
    name: 'patent_holders',
    columns: {
      ...keys,
      position: 'integer',
      name: 'text',
      country: 'text',
      address: 'text',
      /** GB/T 2260 code, `US-CA`, ST.3 code, or `XX` where the area is not known. */
      area: 'text',
      from_on: 'date',
      to_on: 'date',
    },
  },
} as const satisfies Record<string, TableShape>;

export type PatentTable = keyof typeof patentTables;
export const patentTableNames = Object.keys(patentTables) as PatentTable[];
