import { RecordFault } from '../record-fault.js';
import type { RowOf } from '../source-record.js';
import type { DocumentNumber } from './document-number.js';
import { exchangeApplication } from './exchange-application.js';

export type FamilyMemberRow = RowOf<'patent_family_members'>;

/** A row of a family list, one publication; an application number that is none of its office stays as given. */
export function familyMemberRow(
  family: string | null,
  filed: DocumentNumber,
  published: DocumentNumber,
): FamilyMemberRow {
  return {
    family,
    ...applicationColumns(filed),
    publication_number: published.number,
    publication_kind: published.kind,
    filed_on: filed.on,
    published_on: published.on,
  };
}

function applicationColumns(filed: DocumentNumber): { office: string; application_number: string } {
  try {
    const { office, number } = exchangeApplication(filed);
    return { office, application_number: number };
  } catch (error) {
    if (error instanceof RecordFault) return { office: filed.country, application_number: filed.number };
    throw error;
  }
}
