import type { OwnerFacts } from '../trademark/mark-facts.js';
import { personName, stageOf } from '../trademark/owner-facts.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';

const parties = ['Holder', 'Applicant'] as const;

/** The holders of the lists where any is named, else the applicants. */
export function st66Owners(lists: readonly XmlElement[], office: string | null): OwnerFacts[] {
  const named = parties.map((party) =>
    lists.flatMap((list) => childrenOf(list, party)).map((element) => ownerOf(element, party, office)),
  );
  return named.find((owners) => owners.length > 0) ?? [];
}

/** The firm of the attorney of record, else the attorney; for other offices the first representative. */
export function st66Agency(mark: XmlElement): string | null {
  const representatives = childrenOf(mark, 'RepresentativeDetails').flatMap((list) =>
    childrenOf(list, 'Representative'),
  );
  const lines = (representative: XmlElement) => nameLines(elementAt(representative, 'RepresentativeAddressBook'));
  const uncommented = representatives.filter((representative) => textAt(representative, 'Comment') === null);
  const attorney = representatives.find((representative) => textAt(representative, 'Comment') === 'Attorney of Record');
  if (attorney === undefined)
    return uncommented.map((other) => lines(other).join(' ')).find((name) => name !== '') ?? null;
  const [person] = lines(attorney);
  if (person === undefined) return null;
  // the correspondent is written in two lines, attorney and firm
  const firm = representatives.map(lines).find((written) => written.length > 1 && written[0] === person)?.[1];
  return firm ?? person;
}

function ownerOf(owner: XmlElement, party: (typeof parties)[number], office: string | null): OwnerFacts {
  const book = elementAt(owner, `${party}AddressBook`);
  const address = elementAt(book, 'FormattedNameAddress', 'Address');
  const formatted = elementAt(address, 'FormattedAddress');
  const free = childrenOf(elementAt(address, 'FreeFormatAddress'), 'FreeFormatAddressLine');
  const parts = (formatted?.children ?? []).filter((child) => typeof child !== 'string');
  const lines = [...parts.filter(({ name }) => name !== 'FormattedAddressExt'), ...free].map(flatText);
  const name = nameLines(book).join(' ');
  return {
    name: name === '' ? null : name,
    country: textAt(formatted, 'FormattedAddressCountryCode') ?? textAt(address, 'AddressCountryCode'),
    region: textAt(formatted, 'AddressState'),
    addressLines: lines.filter((line) => line !== null),
    stage: stageOf(office, textAt(owner, `${party}Ext`, 'PartyTypeCode')),
  };
}

/** The lines of a name, empty ones left out. */
function nameLines(book: XmlElement | null): string[] {
  const name = elementAt(book, 'FormattedNameAddress', 'Name');
  const free = childrenOf(elementAt(name, 'FreeFormatName', 'FreeFormatNameDetails'), 'FreeFormatNameLine').map(
    flatText,
  );
  const written = free.filter((line) => line !== null);
  if (written.length > 0) return written;
  const formatted = elementAt(name, 'FormattedName');
  const whole = textAt(formatted, 'OrganizationName') ?? personName(formatted);
  return whole === null ? [] : [whole];
}
