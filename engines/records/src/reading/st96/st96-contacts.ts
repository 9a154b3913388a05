import type { OwnerFacts } from '../trademark/mark-facts.js';
import { personName, stageOf } from '../trademark/owner-facts.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';

const addressParts = ['AddressLineText', 'CityName', 'GeographicRegionName', 'PostalCode', 'CountryCode'];

/** The holders where the mark lists them, else the applicants. */
export function st96Owners(mark: XmlElement, office: string | null): OwnerFacts[] {
  const holders = childrenOf(elementAt(mark, 'HolderBag'), 'Holder');
  const owners = holders.length > 0 ? holders : childrenOf(elementAt(mark, 'ApplicantBag'), 'Applicant');
  return owners.map((owner) => {
    const bag = elementAt(owner, 'Contact', 'PostalAddressBag', 'PostalAddress');
    const structured = elementAt(bag, 'PostalStructuredAddress');
    const parts = addressParts.flatMap((part) => childrenOf(structured, part));
    const lines = [...parts, ...childrenOf(bag, 'PostalAddressText')].map(flatText);
    return {
      name: contactName(owner),
      country: textAt(structured, 'CountryCode'),
      region: textAt(structured, 'GeographicRegionName'),
      addressLines: lines.filter((line) => line !== null),
      stage: stageOf(office, owner.attributes.sequenceNumber ?? null),
    };
  });
}

/**
 * The firm that acts for the owner, else the person. The correspondent counts where an attorney is on record: without
 * one it is the owner itself.
 */
export function st96Agency(mark: XmlElement): string | null {
  const attorney = elementAt(mark, 'RecordAttorney');
  const named = [
    ...childrenOf(elementAt(mark, 'RepresentativeBag'), 'Representative'),
    ...childrenOf(mark, 'NationalRepresentative'),
    ...(attorney === null ? [] : [attorney]),
  ];
  const acting = contactName(attorney) === null ? named : [...named, ...childrenOf(mark, 'NationalCorrespondent')];
  return (
    acting.map(firmName).find((name) => name !== null) ?? named.map(contactName).find((name) => name !== null) ?? null
  );
}

function firmName(party: XmlElement): string | null {
  return textAt(party, 'Contact', 'Name', 'OrganizationName', 'OrganizationStandardName');
}

function contactName(party: XmlElement | null): string | null {
  if (party === null) return null;
  const name = elementAt(party, 'Contact', 'Name');
  const person = elementAt(name, 'PersonName');
  return (
    textAt(name, 'EntityName') ??
    firmName(party) ??
    textAt(person, 'PersonFullName') ??
    personName(person === null ? null : (elementAt(person, 'PersonStructuredName') ?? person))
  );
}
