import { pairOf } from './growing-words.js';
import type { Link } from './links.js';
import type { NearThreads } from './near-threads.js';
import type { WorkOrder } from './near-work.js';
import { packTexts } from './packed-texts.js';

const pairsOfOrder = 4096;

/** Compares candidates exactly and hands over each as a link, in their order. `textsOf` gives the texts of classes. */
export async function compareCandidates(
  codes: Float64Array,
  textsOf: (classes: readonly number[]) => Promise<readonly string[]>,
  threads: NearThreads,
  take: (link: Link) => void,
): Promise<void> {
  async function* orders(): AsyncGenerator<WorkOrder> {
    for (let from = 0; from < codes.length; from += pairsOfOrder) {
      const places = new Map<number, number>();
      const placeOf = (one: number) => {
        const known = places.get(one);
        if (known !== undefined) return known;
        places.set(one, places.size);
        return places.size - 1;
      };
      const part = codes.subarray(from, from + pairsOfOrder);
      const pairs = new Int32Array(2 * part.length);
      for (const [index, code] of part.entries()) {
        const { one, other } = pairOf(code);
        pairs[2 * index] = placeOf(one);
        pairs[2 * index + 1] = placeOf(other);
      }
      yield { type: 'compare', texts: packTexts(await textsOf([...places.keys()])), pairs };
    }
  }
  await threads.carryOut(orders(), (answer, index) => {
    const counts = answer as Int32Array;
    for (let pair = 0; 3 * pair < counts.length; pair += 1) {
      const at = 3 * pair;
      const [sizeOfOne, sizeOfOther, both] = [counts[at] as number, counts[at + 1] as number, counts[at + 2] as number];
      take({ ...pairOf(codes[index * pairsOfOrder + pair] as number), sizeOfOne, sizeOfOther, both });
    }
  });
}
