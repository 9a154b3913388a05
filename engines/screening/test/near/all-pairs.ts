import type { ApplicationText } from '../../src/near/model.js';

/** Runs of three characters of a Chinese text, folded by the plainest means. */
export function plainShingles(text: string): ReadonlySet<string> {
  const points = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, ''),
  ];
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= points.length; at += 1) runs.add(points.slice(at, at + 3).join(''));
  return runs;
}

/** Every pair with a Jaccard similarity from `floor` on, by counting the shared shingles of all pairs: `a b` and the similarity. */
export function allPairs(applications: readonly ApplicationText[], floor: number): Map<string, number> {
  const sets = applications.map(({ text }) => plainShingles(text));
  const having = new Map<string, number[]>();
  for (const [index, set] of sets.entries())
    for (const run of set) {
      const those = having.get(run);
      if (those === undefined) having.set(run, [index]);
      else those.push(index);
    }
  const pairs = new Map<string, number>();
  for (const [index, set] of sets.entries()) {
    const shared = new Uint16Array(sets.length);
    for (const run of set) for (const other of having.get(run) ?? []) shared[other] = (shared[other] ?? 0) + 1;
    for (const [other, both] of shared.entries()) {
      if (other <= index || both === 0) continue;
      const jaccard = both / (set.size + (sets[other]?.size ?? 0) - both);
      if (jaccard >= floor) pairs.set([applications[index]?.number, applications[other]?.number].join(' '), jaccard);
    }
  }
  return pairs;
}
