import type { Day } from '@zhiheng/vocabulary';
import type { RowOf, SourceRecord } from '../source-record.js';
import type { FamilyMemberRow } from './family-member-row.js';

export type EventRow = RowOf<'patent_events'>;

/** The patent that a statement is about. */
export interface StatedPatent {
  /** Record id; what the source writes where the number is none of its office. */
  readonly id: string;
  readonly office: string;
  readonly number: string;
  readonly numberAsGiven: string;
}

export interface Statement {
  readonly toldBy: 'OPS' | 'DOCDB';
  readonly kind: 'legal' | 'family';
  /** What it is about: with teller and kind its id. */
  readonly about: string;
  readonly patent: StatedPatent;
  readonly stateOn: Day | null;
  readonly events?: readonly EventRow[];
  readonly members?: readonly FamilyMemberRow[];
}

/** The record that a statement is. Statements of one teller, kind and subject take each other's place by their day. */
export function patentStatement({ toldBy, kind, about, patent, stateOn, events, members }: Statement): SourceRecord {
  const { id, office, number, numberAsGiven } = patent;
  return {
    group: 'patent_statements',
    id: `${toldBy}-${kind.toUpperCase()}:${about}`,
    office,
    dataset: 'real',
    number,
    numberAsGiven,
    stateOn,
    rows: {
      patent_statements: [{ kind, told_by: toldBy, patent: id }],
      patent_events: events ?? [],
      patent_family_members: members ?? [],
    },
  };
}
