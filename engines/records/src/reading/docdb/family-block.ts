import { docdbNumber } from '../exchange/document-number.js';
import { type FamilyMemberRow, familyMemberRow } from '../exchange/family-member-row.js';
import { childrenOf, elementAt, type XmlElement } from '../uspto/xml-element.js';

/**
 * The simple family that an exchange document lists, one row for each publication; documents that represent no family
 * list none. The list has no dates.
 */
export function familyBlock(document: XmlElement): FamilyMemberRow[] {
  const family = document.attributes['family-id'] ?? null;
  return childrenOf(elementAt(document, 'patent-family'), 'family-member').flatMap((member) => {
    const filed = docdbNumber(childrenOf(member, 'application-reference'), 'filed_on');
    if (filed === null) return [];
    return childrenOf(member, 'publication-reference').flatMap((reference) => {
      const published = docdbNumber([reference], 'published_on');
      return published === null ? [] : [familyMemberRow(family, filed, published)];
    });
  });
}
