import { type HolderType, holderTypes, isHolderType } from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import { holderArea } from '../holder-area.js';
import type { RecordHolder } from '../record.js';
import { RecordFault } from '../record-fault.js';
import type { ColumnReader } from './column-reader.js';
import type { Mapping } from './mapping.js';

/**
 * The holders of a row with their areas: a stated area first, then the address, then a foreign country. `address`,
 * or a list with one entry, is the first holder's. A row that is placed but names nobody has one holder without name.
 *
 * @throws RecordFault `area-unknown` for a stated area that is none, `value-wrong` for a type that is none
 */
export function rowHolders(
  columns: ColumnReader,
  fields: readonly string[],
  mapping: Mapping,
  places: AddressReader,
): RecordHolder[] {
  const names = columns.list(fields, 'holders');
  const addresses = columns.list(fields, 'holder_addresses');
  const areas = columns.list(fields, 'area');
  const countries = columns.list(fields, 'country');
  const codes = columns.list(fields, 'holder_codes');
  const types = columns.list(fields, 'holder_types');
  const first = columns.text(fields, 'address') ?? addresses[0] ?? '';
  const least = first === '' ? 0 : 1;
  const count = Math.max(least, names.length, addresses.length, areas.length, countries.length, codes.length);
  const holders: RecordHolder[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = names[index] ?? '';
    const address = (index === 0 ? first : addresses[index]) ?? '';
    const area = areas[index] ?? '';
    const country = (countries[index] ?? '') || null;
    const code = codes[index] ?? '';
    if (name === '' && address === '' && area === '' && code === '' && country === null) continue;
    holders.push({
      name,
      country: country ?? mapping.defaults.country ?? null,
      address: address === '' ? null : address,
      area: holderArea(
        area || (mapping.defaults.area ?? ''),
        address,
        country ?? mapping.defaults.country ?? null,
        places,
      ),
      fromOn: null,
      toOn: null,
      creditCode: code === '' ? null : code.toUpperCase(),
      holderType: typeOf(types[index] ?? ''),
    });
  }
  return holders;
}

function typeOf(given: string): HolderType | null {
  if (given === '' || isHolderType(given)) return given === '' ? null : given;
  throw new RecordFault('value-wrong', 'holder_types', given, `one of ${holderTypes.join(', ')}`);
}
