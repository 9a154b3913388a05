import type { EventFacts, MarkFacts } from '../trademark/mark-facts.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';
import { st96Agency, st96Owners } from './st96-contacts.js';
import { st96Goods } from './st96-goods.js';

/** What a `Trademark` element of ST.96 tells. */
export function st96Facts(mark: XmlElement): MarkFacts {
  const office = textAt(mark, 'RegistrationOfficeCode') ?? textAt(mark, 'ApplicationNumber', 'IPOfficeCode');
  const national = elementAt(mark, 'NationalTrademarkInformation');
  const representation = elementAt(mark, 'MarkRepresentation');
  const words = elementAt(representation, 'MarkReproduction', 'WordMarkSpecification');
  return {
    office,
    number: numberOf(mark),
    registrationNumber: textAt(mark, 'RegistrationNumber'),
    filed: textAt(mark, 'ApplicationDate'),
    registered: textAt(mark, 'RegistrationDate'),
    published: childrenOf(elementAt(mark, 'PublicationBag'), 'Publication')
      .map((publication) => textAt(publication, 'PublicationDate'))
      .filter((date) => date !== null),
    abandoned: textAt(national, 'ApplicationAbandonedDate'),
    kind: textAt(mark, 'MarkCategory'),
    markText: textAt(words, 'MarkVerbalElementText') ?? textAt(words, 'MarkSignificantVerbalElementText'),
    featureCode: textAt(representation, 'MarkDescriptionBag', 'NationalMarkDescription', 'MarkFeatureCode'),
    feature: textAt(representation, 'MarkFeatureCategory'),
    statusCode: textAt(mark, 'MarkCurrentStatusCode'),
    statusText:
      textAt(national, 'MarkCurrentStatusExternalDescriptionText') ??
      textAt(national, 'MarkCurrentStatusInternalDescriptionText'),
    statusDate: textAt(mark, 'MarkCurrentStatusDate'),
    agency: st96Agency(mark),
    goods: st96Goods(mark),
    owners: st96Owners(mark, office),
    events: childrenOf(elementAt(mark, 'MarkEventBag'), 'MarkEvent').map(eventOf),
  };
}

function numberOf(mark: XmlElement): string | null {
  const element = elementAt(mark, 'ApplicationNumber');
  const plain = element?.children.every((child) => typeof child === 'string') === true;
  return plain ? flatText(element) : textAt(element, 'ApplicationNumberText');
}

function eventOf(event: XmlElement): EventFacts {
  const national = elementAt(event, 'NationalMarkEvent');
  const tell = (name: string): string | null => textAt(national, name) ?? textAt(event, name);
  return {
    code: tell('MarkEventCode'),
    date: tell('MarkEventDate'),
    description: tell('MarkEventDescriptionText'),
    entry: tell('MarkEventEntryNumber'),
  };
}
