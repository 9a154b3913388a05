import { docdbNumber, originalNumbers } from '../exchange/document-number.js';
import { exchangeApplication } from '../exchange/exchange-application.js';
import { prioritiesOf } from '../exchange/priorities.js';
import { type Publication, publicationOf, publicationOfReferences } from '../exchange/publication.js';
import { RecordFault } from '../record-fault.js';
import { childrenOf, elementAt, type XmlElement } from '../uspto/xml-element.js';

/** One publication of a family, with the legal events that the answer hangs on it. */
export interface FamilyMember {
  readonly position: number;
  readonly publication: Publication;
  readonly legal: readonly XmlElement[];
}

/**
 * The member that a `family-member` element tells, with or without its exchange document.
 *
 * @throws RecordFault `field-missing`, `number-wrong`, `check-digit-wrong`, `date-wrong`
 */
export function familyMember(element: XmlElement, position: number): FamilyMember {
  const applications = childrenOf(element, 'application-reference');
  const filed = docdbNumber(applications, 'filed_on');
  const publication = docdbNumber(childrenOf(element, 'publication-reference'), 'published_on');
  if (filed === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
  if (publication === null) {
    throw new RecordFault('field-missing', 'publication_number', null, 'the number of the publication');
  }
  const document = elementAt(element, 'exchange-document');
  const described = childrenOf(elementAt(document, 'bibliographic-data'), 'application-reference');
  const references = {
    publication,
    application: exchangeApplication(filed, originalNumbers([...applications, ...described])),
    priorities: prioritiesOf(element, applications),
  };
  const family = element.attributes['family-id'] ?? null;
  return {
    position,
    publication: document === null ? publicationOfReferences(references, family) : publicationOf(document, references),
    legal: childrenOf(element, 'legal'),
  };
}
