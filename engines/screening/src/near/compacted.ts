import type { Link } from './links.js';
import { NearState } from './near-state.js';

/** Of what is kept, members that are gone: where they are a larger share, what stands is written anew without them. */
const mostGone = 0.2;

/** Whether so much of what is kept is gone that it is written anew. */
export function isMostlyStanding({ classes }: NearState): boolean {
  return classes.gone.size <= mostGone * classes.numbers.length;
}

/** The same without what is gone. */
export function compacted(state: NearState): NearState {
  const { classes } = state;
  const kept = new NearState();
  kept.cappedBands = state.cappedBands;
  kept.cappedFingerprints = state.cappedFingerprints;
  const placeOf = new Int32Array(classes.count).fill(-1);
  for (let member = 0; member < classes.numbers.length; member += 1) {
    if (classes.gone.has(member)) continue;
    const one = classes.classOf.at(member);
    const { of, isNew } = kept.classes.add(classes.ownerOf(member), classes.hashes.words, 4 * one);
    placeOf[one] = of;
    if (isNew) kept.copyClass(state, one);
  }
  kept.joined = kept.classes.count;
  for (const link of state.links) kept.links.push(placed(link, placeOf));
  for (const [one, sources] of state.recombined)
    kept.recombined.set(
      placeOf[one] as number,
      sources.map((link) => placed(link, placeOf)),
    );
  return kept;
}

function placed(link: Link, placeOf: Int32Array): Link {
  const [one, other] = [placeOf[link.one] as number, placeOf[link.other] as number];
  if (one < other) return { ...link, one, other };
  return { ...link, one: other, other: one, sizeOfOne: link.sizeOfOther, sizeOfOther: link.sizeOfOne };
}
