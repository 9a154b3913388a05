import { nameDifference } from '../src/parties/name-distance.js';
import { type NamePair, type PairSide, type PairSigns, scorePair } from '../src/parties/score-pair.js';

/** A party as it is before likeness is looked at, with all that its rows tell. */
export interface PlainParty {
  readonly side: PairSide;
  readonly names: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly main: string;
}

export interface PlainPair {
  readonly a: number;
  readonly b: number;
  readonly certain: boolean;
  readonly relation: 'same?' | 'related' | null;
  readonly score: number;
}

/**
 * Scores every two of some parties, each sign looked for in the pair itself. Without stems, branches, places in names and codes near
 * each other: the parties that are compared have none.
 */
export function scoreAllPairs(parties: readonly PlainParty[]): PlainPair[] {
  const sharing = (of: (party: PlainParty) => ReadonlySet<string>, value: string) =>
    parties.filter((party) => of(party).has(value)).length;
  const near = nearNames(parties);
  const pairs: PlainPair[] = [];
  for (const [a, one] of parties.entries()) {
    for (const [b, other] of parties.entries()) {
      if (b <= a) continue;
      const shared = (of: (party: PlainParty) => ReadonlySet<string>, most: number) =>
        [...of(one)]
          .filter((value) => of(other).has(value))
          .map((value) => ({ value, parties: sharing(of, value) }))
          .filter(({ parties: count }) => count <= most)
          .sort((x, y) => x.parties - y.parties);
      const [address] = shared((party) => party.addresses, 20);
      const [agency] = shared((party) => party.agencies, 12);
      const names = namePairs(one, other, near);
      if (address !== undefined && nameDifference(one.main, other.main).distance <= 2) {
        names.push({ left: one.main, right: other.main, neighbours: 1, sign: 'letters' });
      }
      const signs: PairSigns = {
        names,
        address: address === undefined ? null : { text: address.value, parties: address.parties },
        people: shared((party) => party.people, 10).map(({ parties: count }) => count),
        agency: agency === undefined ? null : { name: agency.value, parties: agency.parties },
        ...{ nearCode: null, stem: null, branch: false, joint: 0 },
      };
      const { certain, relation, score } = scorePair(one.side, other.side, signs);
      if (relation !== null) pairs.push({ a, b, certain, relation, score });
    }
  }
  return pairs;
}

/** Names that are the same without one character each, or where one of them is the other without a character. */
function alike(x: string, y: string): boolean {
  const short = (name: string) => name.length < 4 || name.length > 40;
  if (x === y || short(x) || short(y)) return false;
  const without = (name: string) =>
    new Set([name, ...[...name].map((_, at) => name.slice(0, at) + name.slice(at + 1))]);
  const [left, right] = [without(x), without(y)];
  return [...left].some((variant) => right.has(variant));
}

/** Of how many names of other parties in its province a name is a character away. */
function nearNames(parties: readonly PlainParty[]): (party: PlainParty, name: string) => number {
  return (party, name) => {
    const others = parties.filter((other) => other !== party && other.side.province === party.side.province);
    return new Set(others.flatMap(({ names }) => [...names].filter((one) => alike(one, name)))).size;
  };
}

function namePairs(a: PlainParty, b: PlainParty, near: ReturnType<typeof nearNames>): NamePair[] {
  const found: NamePair[] = [];
  const letters = (name: string) => [...name.replaceAll(' ', '')].sort().join('');
  for (const left of a.names) {
    for (const right of b.names) {
      if (left === right) found.push({ left, right, neighbours: 2, sign: 'letters' });
      if (a.side.province !== b.side.province) continue;
      if (alike(left, right)) {
        found.push({ left, right, neighbours: Math.min(near(a, left), near(b, right)), sign: 'letters' });
      }
      if (left !== right && left.length >= 4 && letters(left) === letters(right)) {
        found.push({ left, right, neighbours: 1, sign: 'bag' });
      }
    }
  }
  return found;
}
