import { headKeys, holderColumns, rowKeys, stateColumns, type TableShape } from './table-shape.js';

/**
 * The canonical tables of patents, split by how often they change. `id` is `CN:202310123456`: office, colon,
 * normalised application number without check digit. Every row carries the `revision` (number of the load) that wrote it.
 */
export const patentTables = {
  patents: {
    name: 'patents',
    columns: {
      ...headKeys,
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
      ...stateColumns,
    },
  },
  patent_texts: {
    name: 'patent_texts',
    columns: { ...rowKeys, title: 'text', abstract: 'text', first_claim: 'text', language: 'text', title_en: 'text' },
  },
  patent_states: {
    name: 'patent_states',
    columns: {
      ...rowKeys,
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
    columns: { ...rowKeys, position: 'integer', scheme: 'text', edition: 'text', symbol: 'text' },
  },
  patent_holders: {
    name: 'patent_holders',
    columns: {
      ...rowKeys,
      position: 'integer',
      name: 'text',
      country: 'text',
      address: 'text',
      /** GB/T 2260 code, `US-CA`, ST.3 code, or `XX` where the area is not known. */
      area: 'text',
      from_on: 'date',
      to_on: 'date',
      ...holderColumns,
    },
  },
  /** Inventors, agents and contacts; a person is named by a pseudonym, the name lies elsewhere. */
  patent_people: {
    name: 'patent_people',
    columns: {
      ...rowKeys,
      position: 'integer',
      pseudonym: 'text',
      /** `inventor`, `agent`, `contact`. */
      role: 'text',
    },
  },
  patent_events: {
    name: 'patent_events',
    columns: {
      ...rowKeys,
      position: 'integer',
      /** The patent concerned, by id where its application number is known, else as the source names it. */
      patent: 'text',
      /** `pledge`, `pledge_release`, `transfer`, `licence`, `overseas_grant`, …; `other` for what has no word here. */
      event: 'text',
      event_on: 'date',
      amount: 'decimal',
      currency: 'text',
      from_parties: 'text',
      to_parties: 'text',
      country: 'text',
      /** Number of the deed or publication. */
      reference: 'text',
      /** The source's own code or words. */
      event_as_given: 'text',
    },
  },
  patent_family_members: {
    name: 'patent_family_members',
    columns: {
      ...rowKeys,
      position: 'integer',
      family: 'text',
      office: 'text',
      application_number: 'text',
      publication_number: 'text',
      publication_kind: 'text',
      filed_on: 'date',
      published_on: 'date',
    },
  },
} as const satisfies Record<string, TableShape>;

export type PatentTable = keyof typeof patentTables;
export const patentTableNames = Object.keys(patentTables) as PatentTable[];
