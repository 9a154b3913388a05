import type { TextPair } from '@zhiheng/screening';
import type { NearCorpus, PlantedNear } from './near-corpus.js';

/** Found and planted ones, by name. */
export type Recall = Readonly<Record<string, { readonly found: number; readonly planted: number }>>;

/** The band of similarity an edited text lies in. */
export function jaccardBand(jaccard: number): string {
  const low = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].find((one) => jaccard >= one);
  return low === undefined ? 'Jaccard < 0.3' : `Jaccard ${low}-${(low + 0.1).toFixed(1)}`;
}

/** What of the planted is found: by kind, and edits and exchanged slots by similarity too. `found`: whether a planted text is told with all its sources. */
export function recallOf(planted: readonly PlantedNear[], found: (one: PlantedNear) => boolean): Recall {
  const tallies: Record<string, { found: number; planted: number }> = {};
  for (const one of planted) {
    const edits = one.kind === 'edited' || one.kind === 'slots';
    const right = found(one) ? 1 : 0;
    for (const name of [one.kind, ...(edits ? [jaccardBand(one.jaccard)] : [])]) {
      tallies[name] ??= { found: 0, planted: 0 };
      const tally = tallies[name];
      tally.found += right;
      tally.planted += 1;
    }
  }
  return Object.fromEntries(Object.entries(tallies).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Judges pairs by what was planted. `precision`: share of pairs, copies aside, of texts that have a planted origin in common. */
export function judgePairs(
  { planted }: NearCorpus,
  pairs: readonly TextPair[],
): { readonly recall: Recall; readonly precision: number; readonly wrong: number } {
  const original = new Map(pairs.filter(({ kind }) => kind === 'same').map(({ a, b }) => [b, a]));
  const of = (number: string) => original.get(number) ?? number;
  const told = new Set(pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const near = (one: string, other: string) => of(one) === of(other) || told.has(`${of(one)} ${of(other)}`);
  const recall = recallOf(planted, ({ number, sources }) => sources.every((source) => near(source, number)));
  const origins = new Map(planted.map(({ number, sources }) => [number, sources]));
  const rootsOf = (number: string): readonly string[] => [number, ...(origins.get(number) ?? [])];
  let [right, wrong] = [0, 0];
  for (const { a, b, kind } of pairs) {
    if (kind === 'same') continue;
    const roots = new Set([...rootsOf(a), ...rootsOf(of(a))]);
    if ([...rootsOf(b), ...rootsOf(of(b))].some((root) => roots.has(root))) right += 1;
    else wrong += 1;
  }
  return { recall, precision: right + wrong === 0 ? 1 : right / (right + wrong), wrong };
}
