import type { Place } from '../province.js';
import type { Random } from '../random.js';
import type { Party } from './party.js';

/** How a written address differs from the full names of its places. */
export const addressForms = [
  'plain',
  'marks',
  'no-province',
  'short-province',
  'short-city',
  'no-county',
  'misspelt',
  'old-name',
  'foreign',
] as const;
export type AddressForm = (typeof addressForms)[number];

export interface WrittenAddress {
  readonly text: string;
  readonly form: AddressForm;
  /** The smallest area that the address tells; a country for a foreign one. */
  readonly area: string;
}

/** The address of a party as one paper has it. `wrong`: characters that stand in no name of an area. */
export function writtenAddress(party: Party, wrong: readonly string[], random: Random): WrittenAddress {
  const { place, street } = party;
  if (place === null) return { text: street, form: 'foreign', area: party.area };
  const draw = random.fraction();
  if (draw < 0.885) return { text: plainPlace(place) + street, form: 'plain', area: place.code };
  return (
    noisy(place, street, draw, wrong, random) ?? { text: plainPlace(place) + street, form: 'plain', area: place.code }
  );
}

const plainPlace = ({ province, city, county }: Place): string => province + city + county;

function noisy(
  place: Place,
  street: string,
  draw: number,
  wrong: readonly string[],
  random: Random,
): WrittenAddress | null {
  const { code, province, provinceShort, city, county, oldName } = place;
  const written = (text: string, form: AddressForm, area = code) => ({ text: text + street, form, area });
  const named = city !== '' && county !== '';
  if (draw < 0.91) return written(`${random.one(['中国', '中国 ', '（100000）'])}${plainPlace(place)}`, 'marks');
  if (draw < 0.935) return named ? written(city + county, 'no-province') : null;
  if (draw < 0.96) return provinceShort === province ? null : written(provinceShort + city + county, 'short-province');
  if (draw < 0.97)
    return named && city.length > 2 ? written(province + city.replace(/市$/, '') + county, 'short-city') : null;
  if (draw < 0.98) return named ? written(province + city, 'no-county', `${code.slice(0, 4)}00`) : null;
  if (draw < 0.992) {
    if (county.length < 3 || !named) return null;
    return written(province + city + random.one(wrong) + county.slice(1), 'misspelt');
  }
  return oldName === null ? null : written(province + oldName, 'old-name');
}
