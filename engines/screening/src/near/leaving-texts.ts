import { bandBucket } from './band-join.js';
import type { LostClasses } from './capped-buckets.js';
import type { NearState } from './near-state.js';

/**
 * Takes applications out of what is kept; the next taking in finishes it, and comes to what is found where they had never been taken in. A bucket over its cap that loses a
 * class ranks the others anew: pairs that are compared by it and were not are joined.
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
  noteLostBands(state, lost);
  noteLostFingerprints(state, lost);
  const { links } = state;
  links.keep((place) => {
    const [one, other] = [links.one.at(place), links.other.at(place)];
    if (!gone.has(one) && !gone.has(other)) return true;
    for (const end of [one, other]) if (!gone.has(end)) state.unsettled.add(end);
    return false;
  });
  for (const one of lost) {
    state.unsettled.delete(one);
    state.recombined.delete(one);
  }
}

/** Notes the buckets over the cap that classes stood in which nobody has any more. */
function noteLostBands({ keys, cappedBands, lostBands }: NearState, lost: readonly number[]): void {
  const capped = new Set(cappedBands);
  for (const [band, column] of keys.entries()) {
    for (const one of lost) {
      const bucket = bandBucket(band, column.at(one));
      if (capped.has(bucket)) note(lostBands, bucket, one);
    }
  }
}

function noteLostFingerprints(state: NearState, lost: readonly number[]): void {
  const { fingerprints, starts, cappedFingerprints, lostFingerprints } = state;
  const capped = new Set(cappedFingerprints);
  for (const one of lost) {
    for (let at = starts.at(one); at < starts.at(one + 1); at += 1) {
      const key = fingerprints.at(at);
      if (capped.has(key)) note(lostFingerprints, key, one);
    }
  }
}

function note(classes: LostClasses, bucket: number, one: number): void {
  const known = classes.get(bucket);
  if (known === undefined) classes.set(bucket, [one]);
  else known.push(one);
}
