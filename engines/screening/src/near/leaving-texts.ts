import type { NearState } from './near-state.js';
import { KeyFilter } from './radix-sort.js';

/**
 * Takes applications out of what is kept; the next taking in finishes it, and comes to what is found where they had never been taken in. A bucket over its cap that loses a
 * class ranks the others anew: its pairs are joined again.
 *
 * @param left numbers of applications
 */
export function takeOut(state: NearState, left: ReadonlySet<string>): void {
  const { classes } = state;
  const members = [...classes.numbers.keys()].filter((member) => left.has(classes.numbers[member] as string));
  const { moved, lost } = classes.leave(members);
  for (const one of moved) state.unsettled.add(one);
  if (lost.length === 0) return;
  const gone = new Set(lost);
  if (gone.has(state.empty)) state.empty = -1;
  state.lostBands = new Set([...state.lostBands, ...lostBandsOf(state, lost)]);
  state.lostFingerprints = new Set([...state.lostFingerprints, ...lostFingerprintsOf(state, lost)]);
  state.links = state.links.filter(({ one, other }) => {
    if (!gone.has(one) && !gone.has(other)) return true;
    for (const end of [one, other]) if (!gone.has(end)) state.unsettled.add(end);
    return false;
  });
  for (const one of lost) {
    state.unsettled.delete(one);
    state.recombined.delete(one);
  }
}

/** Buckets over the cap that classes which nobody has any more stood in. */
function* lostBandsOf({ keys, cappedBands }: NearState, lost: readonly number[]): Generator<number> {
  const keysOf = keys.map((column) => new Set(lost.map((one) => column.at(one))));
  for (const bucket of cappedBands) if (keysOf[Math.floor(bucket / 2 ** 32)]?.has(bucket % 2 ** 32)) yield bucket;
}

function* lostFingerprintsOf({ fingerprints, starts, cappedFingerprints }: NearState, lost: readonly number[]) {
  const capped = new Set(cappedFingerprints);
  const filter = new KeyFilter(capped.size);
  for (const key of capped) filter.add(key);
  for (const one of lost) {
    for (let at = starts.at(one); at < starts.at(one + 1); at += 1) {
      const key = fingerprints.at(at);
      if (filter.has(key) && capped.has(key)) yield key;
    }
  }
}
