import type { AddressReader } from '../places/address-reader.js';
import { countryArea } from './country-area.js';
import { RecordFault } from './record-fault.js';

/**
 * The area of a holder: the stated one, else what the address tells, else the country; a foreign country before its address.
 *
 * @throws RecordFault `area-unknown` for a stated area that is none
 */
export function holderArea(stated: string, address: string, country: string | null, places: AddressReader): string {
  if (stated !== '') {
    const area = places.settle(stated);
    if (area !== null) return area;
    throw new RecordFault('area-unknown', 'area', stated, 'a GB/T 2260 code, an ST.3 code or the name of one area');
  }
  if (country !== null && country !== 'CN' && country !== 'US') return countryArea(country);
  const { area } = places.read(address === '' ? null : address);
  if (country === 'US') return area.startsWith('US-') ? area : 'US';
  return area === 'XX' && country === 'CN' ? 'CN' : area;
}
