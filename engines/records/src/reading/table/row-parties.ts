import { type HolderType, holderTypes, isHolderType } from '@zhiheng/vocabulary';
import { holderArea } from '../holder-area.js';
import { RecordFault } from '../record-fault.js';
import type { ColumnReader } from './column-reader.js';
import type { ListField, Mapping, TextField } from './mapping.js';
import type { TableContext } from './row-record.js';

/** The fields that tell of parties, lists in one order. */
export interface PartyFields {
  readonly names: ListField;
  readonly codes: ListField;
  readonly types: ListField;
  readonly addresses: ListField;
  readonly areas: ListField;
  readonly countries: ListField;
  /** Of the first party alone. */
  readonly address: TextField | null;
}

export const holderFields: PartyFields = {
  names: 'holders',
  codes: 'holder_codes',
  types: 'holder_types',
  addresses: 'holder_addresses',
  areas: 'area',
  countries: 'country',
  address: 'address',
};

export const newHolderFields: PartyFields = {
  names: 'to_parties',
  codes: 'to_codes',
  types: 'to_types',
  addresses: 'to_addresses',
  areas: 'to_area',
  countries: 'to_country',
  address: null,
};

/** A party of a row in canonical form. */
export interface PartyRow {
  readonly name: string;
  readonly credit_code: string | null;
  readonly holder_type: HolderType | null;
  readonly country: string | null;
  readonly address: string | null;
  readonly area: string;
}

/**
 * The parties of a row with their areas: a stated area first, then the address, then a foreign country. A row that is placed
 * but names nobody has one party without name.
 *
 * @throws RecordFault `area-unknown`, `value-wrong`
 */
export function rowParties(
  columns: ColumnReader,
  fields: readonly string[],
  names: PartyFields,
  defaults: Mapping['defaults'],
  { places }: TableContext,
): PartyRow[] {
  const list = (field: ListField) => columns.list(fields, field);
  const first = names.address === null ? null : columns.text(fields, names.address);
  const lists = [names.names, names.codes, names.types, names.addresses, names.areas, names.countries].map(list);
  const [told = [], codes = [], types = [], addresses = [], areas = [], countries = []] = lists;
  const count = Math.max(first === null ? 0 : 1, ...lists.map((one) => one.length));
  const parties: PartyRow[] = [];
  for (let index = 0; index < count; index += 1) {
    if (first === null || index > 0) {
      if (lists.every((one) => (one[index] ?? '') === '')) continue;
    }
    const address = (index === 0 ? first : null) ?? addresses[index] ?? '';
    const country = (countries[index] ?? '') || (defaults.country ?? null);
    parties.push({
      name: told[index] ?? '',
      credit_code: creditCode(codes[index] ?? ''),
      holder_type: typeOf(types[index] ?? '', names.types),
      country,
      address: address === '' ? null : address,
      area: holderArea((areas[index] ?? '') || (defaults.area ?? ''), address, country, places, names.areas),
    });
  }
  return parties;
}

/** In capitals, right or wrong: a check looks at its check character. */
function creditCode(given: string): string | null {
  const code = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return code === '' ? null : code;
}

function typeOf(given: string, field: ListField): HolderType | null {
  if (given === '') return null;
  if (isHolderType(given)) return given;
  throw new RecordFault('value-wrong', field, given, `one of ${holderTypes.join(', ')}`);
}
