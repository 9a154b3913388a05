import type { Session } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Clusters } from '../parties/clusters.js';
import type { Evidence } from '../parties/evidence.js';
import { nameDifference } from '../parties/name-distance.js';
import { type PairScore, scorePair } from '../parties/score-pair.js';
import { ClusterFacts } from './cluster-facts.js';
import { readSignedPairs, type SignedPair } from './read-signs.js';

/** A pair that stays two parties. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly relation: 'same?' | 'related';
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** How many pairs of a relation a party shows at most: the strongest. */
export const mostPairs = { 'same?': 20, related: 10 } as const;

export interface ScoredPairs {
  readonly pairs: readonly ScoredPair[];
  /** Joined by likeness and evidence. */
  readonly joined: number;
  /** Pairs above `mostPairs` of both their parties, not kept. */
  readonly dropped: number;
}

/** Scores the pairs of `pair_signs`, joins the certain ones, the surest first, and gives the others. */
export async function scorePairs(session: Session, clusters: Clusters): Promise<ScoredPairs> {
  const facts = await ClusterFacts.read(session);
  const certain: { readonly a: number; readonly b: number; readonly score: number }[] = [];
  const open = new StrongestPairs();
  for await (const pair of readSignedPairs(session)) {
    const scored = scoreOf(pair, facts);
    if (scored.relation === null) continue;
    const { a, b } = pair;
    if (scored.certain) certain.push({ a, b, score: scored.score });
    else if (clusters.mayJoin(a, b) || scored.relation === 'related') {
      open.add({ a, b, relation: scored.relation, score: scored.score, evidence: scored.evidence });
    }
  }
  certain.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  let joined = 0;
  for (const { a, b } of certain) {
    if (clusters.rootOf(a) !== clusters.rootOf(b) && clusters.join(a, b)) joined += 1;
  }
  return { ...settled(open.list(), clusters), joined };
}

function scoreOf({ a, b, signs }: SignedPair, facts: ClusterFacts): PairScore {
  const [left, right] = [facts.of(a), facts.of(b)];
  if (left === undefined || right === undefined) throw new OwnFault(`a pair of unknown parties: ${a} ${b}`);
  const near = signs.address !== null && nameDifference(left.folded, right.folded).distance <= 2;
  const names = near
    ? [...signs.names, { left: left.folded, right: right.folded, neighbours: 1, sign: 'letters' as const }]
    : signs.names;
  const shown = left.person || right.person ? withoutHouse(signs) : signs;
  return scorePair(left, right, { ...shown, names });
}

/** Where a person lives stands in the records and nowhere else. */
function withoutHouse(signs: SignedPair['signs']): SignedPair['signs'] {
  return signs.address === null ? signs : { ...signs, address: { ...signs.address, text: '' } };
}

/** Pairs between parties as they are after all joins: the strongest of each two, and of each party so many. */
function settled(pairs: readonly ScoredPair[], clusters: Clusters): Omit<ScoredPairs, 'joined'> {
  const strongest = new StrongestPairs();
  for (const pair of pairs) {
    const [x, y] = [clusters.rootOf(pair.a), clusters.rootOf(pair.b)];
    if (x === y || (pair.relation === 'same?' && !clusters.mayJoin(x, y))) continue;
    strongest.add({ ...pair, a: Math.min(x, y), b: Math.max(x, y) });
  }
  const kept: ScoredPair[] = [];
  const shown = new Map<string, number>();
  let dropped = 0;
  for (const pair of strongest.list()) {
    const sides = [`${pair.relation} ${pair.a}`, `${pair.relation} ${pair.b}`];
    if (sides.every((side) => (shown.get(side) ?? 0) >= mostPairs[pair.relation])) {
      dropped += 1;
      continue;
    }
    for (const side of sides) shown.set(side, (shown.get(side) ?? 0) + 1);
    kept.push(pair);
  }
  return { pairs: kept, dropped };
}

/** The strongest pair of each two parties; what may be the same stands before what is related. */
class StrongestPairs {
  readonly #pairs = new Map<string, ScoredPair>();

  add(pair: ScoredPair): void {
    const key = `${pair.a} ${pair.b}`;
    const held = this.#pairs.get(key);
    if (held === undefined || order(pair, held) < 0) this.#pairs.set(key, pair);
  }

  list(): ScoredPair[] {
    return [...this.#pairs.values()].sort((x, y) => order(x, y) || x.a - y.a || x.b - y.b);
  }
}

function order(x: ScoredPair, y: ScoredPair): number {
  const rank = ({ relation }: ScoredPair) => (relation === 'same?' ? 0 : 1);
  return rank(x) - rank(y) || y.score - x.score;
}
