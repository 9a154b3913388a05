import { type DocumentNumber, docdbNumber, exchangeDay } from '../exchange/document-number.js';
import type { ExchangeApplication } from '../exchange/exchange-application.js';
import { type FamilyMemberRow, familyMemberRow, filedApplication } from '../exchange/family-member-row.js';
import { patentStatement } from '../exchange/patent-statement.js';
import type { SourceRecord } from '../source-record.js';
import { childrenOf, elementAt, type XmlElement } from '../uspto/xml-element.js';

/**
 * The simple family that an exchange document lists, one row for each publication, dated by the delivery of the document;
 * documents that represent no family list none. The list itself has no dates.
 *
 * @param patent the application of the document
 * @throws RecordFault `date-wrong`
 */
export function familyBlock(document: XmlElement, patent: ExchangeApplication): SourceRecord[] {
  const family = document.attributes['family-id'] ?? null;
  const members = childrenOf(elementAt(document, 'patent-family'), 'family-member').flatMap((member) =>
    memberRows(family, member),
  );
  if (members.length === 0) return [];
  const { 'date-of-last-exchange': exchanged, 'date-publ': published } = document.attributes;
  const stateOn = exchangeDay(exchanged ?? published ?? null, 'state_on');
  const about = family ?? patent.id;
  return [patentStatement({ toldBy: 'DOCDB', kind: 'family', about, patent, stateOn, members })];
}

function memberRows(family: string | null, member: XmlElement): FamilyMemberRow[] {
  const filed = docdbNumber(childrenOf(member, 'application-reference'), 'filed_on');
  if (filed === null) return [];
  return childrenOf(member, 'publication-reference')
    .map((reference) => docdbNumber([reference], 'published_on'))
    .filter((published): published is DocumentNumber => published !== null)
    .map((published) => familyMemberRow(family, filedApplication(filed), published));
}
