import { type HolderType, holderTypes, isHolderType } from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import { holderArea } from '../holder-area.js';
import type { RecordHolder } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { bookOf, nameOf } from '../uspto/parties.js';
import { childrenOf, elementAt, flatText, textAt, type XmlElement } from '../uspto/xml-element.js';

/** Chinese addresses are written from the widest part to the narrowest. */
const addressParts = ['state', 'county', 'city', 'street', 'address-1', 'address-2', 'address-3'];

/**
 * The applicants as holders, with what the office's own data tell of each by its sequence. Their areas are stated there, or read
 * from the address as those of a table are.
 *
 * @throws RecordFault `area-unknown`, `value-wrong`
 */
export function applicantHolders(
  bibliography: XmlElement,
  own: XmlElement | null,
  places: AddressReader,
): RecordHolder[] {
  const told = new Map(childrenOf(own, 'applicant-data').map((one) => [sequenceOf(one), one]));
  const applicants = childrenOf(elementAt(bibliography, 'parties', 'applicants'), 'applicant');
  return applicants.flatMap((applicant, index) => {
    const more = told.get(sequenceOf(applicant) ?? String(index + 1)) ?? null;
    return holderOf(applicant, more, places);
  });
}

function holderOf(applicant: XmlElement, more: XmlElement | null, places: AddressReader): RecordHolder[] {
  const name = nameOf(applicant) ?? '';
  const book = elementAt(bookOf(applicant), 'address');
  const stated = textAt(book, 'country');
  const country = stated !== null && /^[A-Z]{2}$/.test(stated) ? stated : null;
  const address = textAt(book, 'text') ?? joinedAddress(book);
  const [area, code] = [textAt(more, 'area') ?? '', textAt(more, 'credit-code')];
  if (name === '' && address === null && area === '' && code === null && country === null) return [];
  return [
    {
      name,
      country,
      address,
      area: holderArea(area, address ?? '', country, places),
      fromOn: null,
      toOn: null,
      creditCode: code?.toUpperCase() ?? null,
      holderType: typeOf(textAt(more, 'holder-type')),
    },
  ];
}

function joinedAddress(book: XmlElement | null): string | null {
  const parts = addressParts.flatMap((part) => childrenOf(book, part).map(flatText)).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('');
}

function typeOf(given: string | null): HolderType | null {
  if (given === null || isHolderType(given)) return given;
  throw new RecordFault('value-wrong', 'holder_type', given, holderTypes.join(', '));
}

/** `001` is `1`. */
function sequenceOf({ attributes }: XmlElement): string | undefined {
  return attributes.sequence?.replace(/^0+(?=\d)/, '');
}
