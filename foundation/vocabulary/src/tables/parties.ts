import type { TableShape } from './table-shape.js';

/**
 * Who the holders are, as a release resolved them. These tables are not loaded: `release create` writes them anew, so they
 * carry no `revision`. Persons stand under their pseudonym; their names lie nowhere but in the records.
 */
export const partyTables = {
  /** One row a party, and one for each id that a merge left behind. */
  parties: {
    name: 'parties',
    columns: {
      /** `CN-P` and twelve characters, permanent. */
      party: 'text',
      /** The name that most of its rows have; the pseudonym of a person; null for an alias. */
      name: 'text',
      /** A valid credit code; null where none is known. */
      credit_code: 'text',
      /** `enterprise | university | institute | government | individual | other`; null where nobody says. */
      holder_type: 'text',
      /** Where most of its rows lie; for an alias the area of the party it stands for. */
      area: 'text',
      /** Records (patents, marks, indications) it holds or held; 0 for an alias. */
      records: 'integer',
      /** Distinct ways in which holder rows tell it; 0 for an alias. */
      names: 'integer',
      /** The party that this id stands for since a merge; null for a party. */
      alias_of: 'text',
    },
  },
  /**
   * The party of every way in which holder rows tell a holder. `key` is what a query joins holder rows by:
   * `holderKeySql` gives it for a row.
   */
  party_names: {
    name: 'party_names',
    columns: {
      key: 'text',
      /** As given; null for a person. */
      name: 'text',
      credit_code: 'text',
      country: 'text',
      area: 'text',
      party: 'text',
      /** Holder rows of this very form. */
      rows: 'integer',
    },
  },
  /** The registry that keeps ids from release to release: every key under which a party was ever known. */
  party_keys: {
    name: 'party_keys',
    columns: {
      /** `code:<credit code>`, `name:<folded name>|<area>`, `person:<pseudonym>|<area>`. */
      key: 'text',
      /** Whom the key belongs to now. */
      party: 'text',
      /** The id under which the key was first known: another than `party` after a merge. */
      origin: 'text',
      /** Number of the resolution, from 1, in which the key was first known. */
      since: 'integer',
      area: 'text',
    },
  },
  /** Two parties that may be the same, or are connected; `a` before `b`. */
  party_pairs: {
    name: 'party_pairs',
    columns: {
      a: 'text',
      b: 'text',
      /** `same?` waits for somebody to decide; `related` does not. */
      relation: 'text',
      /** Between 0 and 1. */
      score: 'decimal',
      /** JSON: a list of `{kind, weight, detail}`. */
      evidence: 'text',
    },
  },
} as const satisfies Record<string, TableShape>;

export type PartyTable = keyof typeof partyTables;
export const partyTableNames = Object.keys(partyTables) as PartyTable[];
