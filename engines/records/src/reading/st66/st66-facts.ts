import type { EventFacts, GoodsFacts, MarkFacts } from '../trademark/mark-facts.js';
import { childrenOf, elementAt, textAt, type XmlElement } from '../uspto/xml-element.js';
import { st66Agency, st66Owners } from './st66-parties.js';

/**
 * What a `TradeMark` element of ST.66 tells.
 *
 * @param owners the `ApplicantDetails` and `HolderDetails` of the mark, wherever they stand
 */
export function st66Facts(mark: XmlElement, owners: readonly XmlElement[]): MarkFacts {
  const office = textAt(mark, 'RegistrationOfficeCode');
  const extension = elementAt(mark, 'TradeMarkExt');
  return {
    office,
    number: textAt(mark, 'ApplicationNumber'),
    registrationNumber: textAt(mark, 'RegistrationNumber'),
    filed: textAt(mark, 'ApplicationDate'),
    registered: textAt(mark, 'RegistrationDate'),
    published: childrenOf(mark, 'PublicationDetails')
      .flatMap((details) => childrenOf(details, 'Publication'))
      .map((publication) => textAt(publication, 'PublicationDate'))
      .filter((date) => date !== null),
    abandoned: textAt(extension, 'AdditionalMarkDetails', 'ApplicationAbandonedDate'),
    kind: textAt(mark, 'KindMark'),
    markText: textAt(mark, 'WordMarkSpecification', 'MarkVerbalElementText'),
    featureCode: textAt(extension, 'MarkFeatureCode'),
    feature: textAt(mark, 'MarkFeature'),
    statusCode: textAt(mark, 'MarkCurrentStatusCode'),
    statusText: textAt(extension, 'MarkCurrentStatusExternalDescriptionText'),
    statusDate: textAt(mark, 'MarkCurrentStatusDate'),
    agency: st66Agency(mark),
    goods: goodsOf(mark),
    owners: st66Owners(owners, office),
    events: childrenOf(elementAt(mark, 'MarkEventDetails'), 'MarkEvent').map(eventOf),
  };
}

/** The lists of owners inside a `TradeMark` element. */
export function ownerLists(mark: XmlElement): XmlElement[] {
  return [...childrenOf(mark, 'HolderDetails'), ...childrenOf(mark, 'ApplicantDetails')];
}

function goodsOf(mark: XmlElement): GoodsFacts[] {
  return childrenOf(mark, 'GoodsServicesDetails')
    .flatMap((details) => childrenOf(details, 'GoodsServices'))
    .flatMap((goods) => {
      const edition = textAt(goods, 'ClassificationVersion');
      const descriptions = childrenOf(elementAt(goods, 'ClassDescriptionDetails'), 'ClassDescription');
      const language = languageOf(descriptions[0]);
      return descriptions
        .filter((description) => languageOf(description) === language)
        .map((description) => goodsFacts(description, edition));
    });
}

function goodsFacts(description: XmlElement, edition: string | null): GoodsFacts {
  const number = textAt(description, 'ClassNumber');
  const text = textAt(description, 'GoodsServicesDescription');
  const extension = elementAt(description, 'ClassDescriptionExt');
  const national = childrenOf(extension, 'DomesticClassNumbers')
    .map((element) => textAt(element))
    .filter((given) => given !== null);
  return {
    edition,
    nice: number === null || national.includes(number) ? [] : [number],
    national,
    statements: text === null ? [] : [{ class: number, text }],
    firstUsed: textAt(extension, 'FilingBasisDetails', 'FirstUseDateNumber'),
  };
}

/** Offices of several languages write every class once in each. */
function languageOf(description: XmlElement | undefined): string | undefined {
  return elementAt(description ?? null, 'GoodsServicesDescription')?.attributes.languageCode;
}

function eventOf(event: XmlElement): EventFacts {
  const extension = elementAt(event, 'MarkEventExt');
  return {
    code: textAt(event, 'MarkEventCode'),
    date: textAt(event, 'MarkEventDate'),
    description: textAt(extension, 'MarkEventInternalDescriptionText') ?? textAt(event, 'MarkEventDescription'),
    entry: textAt(extension, 'MarkEventEntryNumber'),
  };
}
