import type { Session } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Clusters } from '../parties/clusters.js';
import { nameDifference } from '../parties/name-distance.js';
import { type PairScore, scorePair } from '../parties/score-pair.js';
import { type ClusterFacts, factsOf } from './cluster-facts.js';
import { readSignedPairs, type SignedPair } from './read-signs.js';

/** Pairs that are no certain joins; `a` and `b` as they were before the joins. Scores have two places. */
const openPairs = {
  name: 'open_pairs',
  columns: { number: 'integer', a: 'integer', b: 'integer', relation: 'text', hundredths: 'integer', evidence: 'text' },
} as const;

/** Pairs of which the facts are held at a time. */
const pairsAtOnce = 50_000;

/** Scores the pairs of `pair_signs`, joins the certain ones, the surest first, and writes the others as `open_pairs`; gives how many joined. */
export async function scorePairs(session: Session, clusters: Clusters, most: number): Promise<number> {
  const certain: { readonly a: number; readonly b: number; readonly score: number }[] = [];
  await session.createTable(openPairs);
  const appender = await session.openAppender(openPairs);
  let number = 0;
  for await (const pairs of inBatches(readSignedPairs(session, most), pairsAtOnce)) {
    const facts = await factsOf(session, new Set(pairs.flatMap(({ a, b }) => [a, b])));
    const rows: (string | number)[][] = [];
    for (const pair of pairs) {
      const { a, b } = pair;
      const { relation, score, evidence, certain: isCertain } = scoreOf(pair, facts);
      if (relation === null) continue;
      if (isCertain) certain.push({ a, b, score });
      else if (clusters.mayJoin(a, b) || relation === 'related') {
        number += 1;
        rows.push([number, a, b, relation, Math.round(score * 100), JSON.stringify(evidence)]);
      }
    }
    appender.append(Object.keys(openPairs.columns).map((_, column) => rows.map((row) => row[column] ?? null)));
  }
  appender.close();
  certain.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  let joined = 0;
  for (const { a, b } of certain) {
    if (clusters.rootOf(a) !== clusters.rootOf(b) && clusters.join(a, b)) joined += 1;
  }
  return joined;
}

async function* inBatches<One>(all: AsyncIterable<One>, most: number): AsyncGenerator<One[]> {
  let held: One[] = [];
  for await (const one of all) {
    held.push(one);
    if (held.length < most) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}

function scoreOf({ a, b, signs }: SignedPair, facts: ReadonlyMap<number, ClusterFacts>): PairScore {
  const [left, right] = [facts.get(a), facts.get(b)];
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
