import type {
  PartiesAnswer,
  PartyAnswer,
  PartyDecidedAnswer,
  PartyReviewAnswer,
  PartyRow,
  SettledAnswer,
  UnresolvedAnswer,
} from '../answers-deciding.js';
import { mayBePersonal } from './may-be-personal.js';
import { askedFor, type NamesGiven, type NamesOf } from './names-given.js';

/** Addresses can be those of private persons, and nobody can tell by their form. */
export const namesInAddresses: NamesOf<UnresolvedAnswer | SettledAnswer> = (input, { rows }) => {
  const told = (rows as readonly { readonly id: string; readonly address: string | null }[]).filter(
    ({ address }) => address !== null,
  );
  return givenOf(
    'addresses',
    input,
    told.map(({ id }) => id),
  );
};

export const namesInParties: NamesOf<PartiesAnswer> = (input, { rows }, { personal }) =>
  personal === 'masked' ? null : givenOf('parties', input, personsAmong(rows));

/** One party: its own names, and what connects it with others, which tells addresses and people. */
export const namesInParty: NamesOf<PartyAnswer> = (input, { party, names, related, rulings }, { personal }) => {
  if (personal === 'masked') return null;
  const own = names.some(({ name }) => name !== null && mayBePersonal(name)) ? [party.party] : [];
  const others = related.filter(({ evidence }) => evidence.length > 0).map(({ other }) => other.party);
  const ids = [...personsAmong([party, ...rulings.flatMap((ruling) => ruling.parties)]), ...own, ...others];
  return givenOf('parties', input, [...new Set(ids)]);
};

export const namesInPairs: NamesOf<PartyReviewAnswer> = (input, { rows }, { personal }) =>
  personal === 'masked'
    ? null
    : givenOf('parties', input, [...new Set(rows.flatMap(({ a, b }) => [a.party, b.party]))]);

export const namesInPartyRulings: NamesOf<PartyDecidedAnswer> = (input, { rows }, { personal }) =>
  personal === 'masked' ? null : givenOf('parties', input, personsAmong(rows.flatMap(({ parties }) => parties)));

/** Parties whose name can be that of a person; a pseudonym is none. */
function personsAmong(rows: readonly (PartyRow | null)[]): string[] {
  const told = rows.flatMap((row) => {
    if (row === null || row.name === null || row.name.startsWith('PS-')) return [];
    return mayBePersonal(row.name) ? [row.party] : [];
  });
  return [...new Set(told)];
}

function givenOf(object: string, input: object, ids: readonly string[]): NamesGiven | null {
  return ids.length === 0 ? null : { object, asked: askedFor(input), rows: ids.length, ids };
}
