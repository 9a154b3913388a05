import { RecordFault } from '../record-fault.js';
import type { RowOf } from '../source-record.js';
import type { DocumentNumber } from './document-number.js';
import { type ExchangeApplication, exchangeApplication } from './exchange-application.js';

export type FamilyMemberRow = RowOf<'patent_family_members'>;

type FiledApplication = Pick<ExchangeApplication, 'office' | 'number' | 'filedOn'>;

/** A row of a family list, one publication. */
export function familyMemberRow(
  family: string | null,
  filed: FiledApplication,
  published: DocumentNumber,
): FamilyMemberRow {
  return {
    family,
    office: filed.office,
    application_number: filed.number,
    publication_number: published.number,
    publication_kind: published.kind,
    filed_on: filed.filedOn,
    published_on: published.on,
  };
}

/** The application that a number names; one that is none of its office stays as given. */
export function filedApplication(filed: DocumentNumber): FiledApplication {
  try {
    return exchangeApplication(filed);
  } catch (error) {
    if (error instanceof RecordFault) return { office: filed.country, number: filed.number, filedOn: filed.on };
    throw error;
  }
}
