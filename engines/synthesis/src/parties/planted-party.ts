import { coinedWord } from '../coined-name.js';
import type { Place, Province } from '../province.js';
import { Random } from '../random.js';
import { subjects } from '../subjects.js';
import type { WeightedChoice } from '../weighted-choice.js';
import { creditCode } from './credit-code.js';
import { agencyCount, type Party, type PartyName, streetOf, youngTrades } from './party.js';
import { personName } from './people.js';

/** Ranks that no ordinary party of a province has, so that no code is given out twice. */
const firstRank = 20_000_000;
const ranks = 8_000_000;

/**
 * A small party of a number, a person or a young company, that files nothing but what is planted. `address`: number of
 * the place where it sits instead of its own.
 */
export function plantedParty(
  seed: number,
  number: number,
  address: number | null,
  provinces: WeightedChoice<Province>,
): Party {
  const random = Random.of(seed, 'planted party', number);
  const own = placeOf(Random.of(seed, 'planted place', number), provinces);
  const seat = address === null ? own : placeOf(Random.of(seed, 'planted address', address), provinces);
  const person = random.chance(0.25);
  const bare = { former: null, bracketed: false };
  const name: PartyName = person
    ? { ...bare, city: '', word: personName(random), rest: '', form: '' }
    : { ...bare, city: own.place.word, word: coinedWord(random), rest: random.one(youngTrades), form: '有限公司' };
  return {
    id: `planted-${number}`,
    name,
    type: person ? '个人' : '企业',
    code: person ? '' : creditCode('91', own.place.code, firstRank + (number % ranks), random),
    place: seat.place,
    street: seat.street,
    country: '',
    area: `${seat.place.code.slice(0, 2)}0000`,
    subject: random.between(0, subjects.length - 1),
    agency: random.rank(agencyCount),
    people: 2,
  };
}

function placeOf(random: Random, provinces: WeightedChoice<Province>): { place: Place; street: string } {
  const place = provinces.draw(random).place(random);
  return { place, street: streetOf(random) };
}
