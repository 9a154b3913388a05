import type { Evidence, EvidenceKind } from './evidence.js';
import { nameDifference } from './name-distance.js';

/** A party as far as pairs are scored. */
export interface PairSide {
  /** A valid credit code; null without one. */
  readonly code: string | null;
  readonly holderType: string | null;
  readonly city: string;
  readonly province: string;
  /** A natural person: never the same as another by likeness. */
  readonly person: boolean;
}

/** Two names that were found near each other. */
export interface NamePair {
  readonly left: string;
  readonly right: string;
  /** Names of the same province one character away from the more lonely of the two. */
  readonly neighbours: number;
  /** `place`: the names are the same behind the places they begin with; the place lies where the holder does. */
  readonly sign: 'letters' | 'bag' | 'place';
}

/** What was seen of two parties. */
export interface PairSigns {
  readonly names: readonly NamePair[];
  /** The shared address that fewest parties have, and how many have it. */
  readonly address: { readonly text: string; readonly parties: number } | null;
  /** Shared people: of each, how many parties have him. */
  readonly people: readonly number[];
  readonly agency: { readonly name: string; readonly parties: number } | null;
  /** A stated code with a wrong check character, one character from the other's. */
  readonly nearCode: string | null;
  readonly stem: { readonly text: string; readonly parties: number } | null;
  readonly branch: boolean;
  /** Records that both hold at present. */
  readonly joint: number;
}

export interface PairScore {
  readonly score: number;
  readonly relation: 'same?' | 'related' | null;
  /** The parties are one without anybody's decision. */
  readonly certain: boolean;
  readonly evidence: readonly Evidence[];
}

/** From here on two parties are one; between the two limits somebody decides. */
export const certainScore = 0.9;
export const reviewScore = 0.5;
const relatedScore = 0.3;

/**
 * Scores two parties by what was seen of them. Weights of independent signs add up as `1 - Π(1 - w)`; what speaks against is
 * multiplied in. A connection without likeness of names is `related`, or `same?` where it is as narrow as a change of name
 * would leave it; it is never certain.
 */
export function scorePair(a: PairSide, b: PairSide, signs: PairSigns): PairScore {
  const name = nameEvidence(a, b, signs.names);
  const support = supportEvidence(signs, 1);
  const against = name === null ? [] : objections(a, b, signs.joint, name.numeral);
  const connected = [...support, ...relation(signs)];
  const bothCoded = a.code !== null && b.code !== null && a.code !== b.code;
  const apart = bothCoded || signs.branch || a.person || b.person;
  if (name !== null && !apart) {
    const near = supportEvidence(signs, waysOfWriting);
    const evidence = [name.evidence, ...near, ...missingCode(a, b), ...against];
    const score = rounded(together([name.evidence, ...near]) * product(against));
    if (score >= reviewScore) {
      const certain = score >= certainScore && against.length === 0;
      return { score: certain ? score : Math.min(score, 0.89), relation: 'same?', certain, evidence };
    }
  }
  if (!apart && narrow(signs)) {
    return { score: rounded(together(support) * 0.7), relation: 'same?', certain: false, evidence: connected };
  }
  const evidence = bothCoded ? [...connected, sign('codes-differ', -1, `${a.code} ${b.code}`)] : connected;
  const score = rounded(together(connected));
  return { score, relation: score >= relatedScore ? 'related' : null, certain: false, evidence };
}

function nameEvidence(a: PairSide, b: PairSide, pairs: readonly NamePair[]) {
  let best: { evidence: Evidence; numeral: boolean } | null = null;
  for (const pair of pairs) {
    const found = namePair(a, b, pair);
    if (found !== null && (best === null || found.evidence.weight > best.evidence.weight)) best = found;
  }
  return best;
}

function namePair(a: PairSide, b: PairSide, { left, right, neighbours, sign: how }: NamePair) {
  const detail = `${left} ~ ${right}`;
  if (left === right) {
    const weight = a.city === b.city ? 0.8 : a.province === b.province || unknown(a) || unknown(b) ? 0.65 : 0.5;
    return { evidence: sign('same-name', weight, left), numeral: false };
  }
  const difference = nameDifference(left, right);
  const { numeral } = difference;
  if (how === 'place') return { evidence: sign('place-in-name', 0.7, detail), numeral: false };
  if (left.replaceAll(' ', '') === right.replaceAll(' ', '')) {
    return { evidence: sign('word-order', 0.85, detail), numeral: false };
  }
  if (how === 'bag') return { evidence: sign('word-order', 0.7, detail), numeral: false };
  const length = Math.min(left.length, right.length);
  if (difference.distance === 1 && length >= 4) {
    const weight = (length >= 6 ? 0.65 : 0.5) / Math.max(1, neighbours);
    return { evidence: sign('one-character', rounded(weight), detail), numeral };
  }
  if (difference.distance === 2 && length >= 6) return { evidence: sign('two-characters', 0.4, detail), numeral };
  return null;
}

/**
 * A party that is written in several ways is counted several times among those that share an address or a person, so
 * that likeness of names lets so many pass for one.
 */
const waysOfWriting = 5;

/** Signs beside the name, the weaker the more parties share them; `ways` of these count as one. */
function supportEvidence({ address, people, agency, nearCode }: PairSigns, ways: number): Evidence[] {
  const others = (parties: number) => Math.max(1, parties - ways);
  const found: Evidence[] = [];
  if (address !== null)
    found.push(sign('same-address', rounded(0.8 / Math.sqrt(others(address.parties))), address.text));
  if (people.length > 0) {
    const weight = people.reduce((sum, parties) => sum + 1 / others(parties), 0);
    found.push(sign('shared-people', rounded(1 - 0.55 ** weight), String(people.length)));
  }
  if (agency !== null) found.push(sign('shared-agency', rounded(0.35 / others(agency.parties)), agency.name));
  if (nearCode !== null) found.push(sign('near-code', 0.85, nearCode));
  return found;
}

function relation({ stem, branch, joint }: PairSigns): Evidence[] {
  const found = branch ? [sign('branch', 0.6, '')] : [];
  if (joint > 0) found.push(sign('joint-records', rounded(1 - 0.7 ** joint), String(joint)));
  if (stem !== null) found.push(sign('name-stem', rounded(0.6 / Math.max(1, stem.parties - 1)), stem.text));
  return found;
}

function missingCode(a: PairSide, b: PairSide): Evidence[] {
  return (a.code === null) === (b.code === null) ? [] : [sign('code-missing', 0, a.code ?? b.code ?? '')];
}

function objections(a: PairSide, b: PairSide, joint: number, numeral: boolean): Evidence[] {
  const found = numeral ? [sign('numerals-differ', -0.7, '')] : [];
  if (joint > 0) found.push(sign('joint-records', -0.6, String(joint)));
  if (a.holderType !== null && b.holderType !== null && a.holderType !== b.holderType) {
    found.push(sign('types-differ', -0.3, `${a.holderType} ${b.holderType}`));
  }
  return found;
}

/** As a change of name would leave it: alone at one address, with the same people. */
function narrow({ address, people, joint }: PairSigns): boolean {
  return joint === 0 && address !== null && address.parties === 2 && people.some((parties) => parties === 2);
}

const unknown = ({ province }: PairSide): boolean => province === 'XX';
const together = (evidence: readonly Evidence[]): number =>
  1 - evidence.reduce((left, { weight }) => left * (1 - Math.max(0, weight)), 1);
const product = (evidence: readonly Evidence[]): number => evidence.reduce((all, { weight }) => all * (1 + weight), 1);
const rounded = (value: number): number => Math.round(value * 100) / 100;

function sign(kind: EvidenceKind, weight: number, detail: string): Evidence {
  return { kind, weight, detail };
}
