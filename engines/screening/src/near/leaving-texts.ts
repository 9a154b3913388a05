import type { Link } from './links.js';
import { NearState } from './near-state.js';

/**
 * What is kept without some applications, as if those had never been taken in; the next taking in finishes it. A bucket over its cap that loses a
 * member ranks the others anew: their classes come last and are joined again, while two that stand in no such bucket keep what was found of them.
 *
 * @param left numbers of applications
 */
export function withoutTexts(state: NearState, left: ReadonlySet<string>): NearState {
  const { members, classOf } = state.classes;
  const standing = Uint8Array.from({ length: state.classes.count }, () => 0);
  for (const [member, { number }] of members.entries()) if (!left.has(number)) standing[classOf.at(member)] = 1;
  const ranked = rankedAnew(state, standing);
  const kept = new NearState();
  kept.cappedBands = state.cappedBands;
  kept.cappedFingerprints = state.cappedFingerprints;
  const placeOf = new Int32Array(standing.length).fill(-1);
  for (const again of [0, 1]) {
    for (const [member, owner] of members.entries()) {
      const one = classOf.at(member);
      if (left.has(owner.number) || ranked[one] !== again) continue;
      const { of, isNew } = kept.classes.add(owner, state.classes.hashes.words, 4 * one);
      placeOf[one] = of;
      if (isNew) kept.copyClass(state, one);
    }
    if (again === 0) kept.joined = kept.classes.count;
  }
  for (const [one, place] of placeOf.entries()) {
    if (place >= 0 && left.has(state.classes.earliestOf(one).number)) kept.unsettled.add(place);
  }
  keepLinks(state, kept, placeOf);
  return kept;
}

/** Classes, 1 each, that stand in a bucket over its cap together with one that has no members now. */
function rankedAnew(state: NearState, standing: Uint8Array): Uint8Array {
  const ranked = new Uint8Array(standing.length);
  const gone = [...standing.keys()].filter((one) => standing[one] === 0);
  if (gone.length === 0) return ranked;
  for (const [band, { words }] of state.keys.entries()) {
    const capped = new Set<number>();
    for (const bucket of state.cappedBands) if (Math.floor(bucket / 2 ** 32) === band) capped.add(bucket % 2 ** 32);
    if (capped.size === 0) continue;
    const lost = new Set(gone.map((one) => words[one] as number).filter((key) => capped.has(key)));
    if (lost.size > 0)
      for (let one = 0; one < words.length; one += 1) if (lost.has(words[one] as number)) ranked[one] = 1;
  }
  const capped = new Set(state.cappedFingerprints);
  const fingerprintsOf = (one: number) =>
    state.fingerprints.words.subarray(state.starts.at(one), state.starts.at(one + 1));
  const lost = new Set(gone.flatMap((one) => [...fingerprintsOf(one)].filter((key) => capped.has(key))));
  if (lost.size > 0)
    for (let one = 0; one < ranked.length; one += 1)
      if (fingerprintsOf(one).some((key) => lost.has(key))) ranked[one] = 1;
  return ranked;
}

/** Carries over the links of classes that are not joined again, and which texts are patched by these; whoever lost one is judged anew. */
function keepLinks(state: NearState, kept: NearState, placeOf: Int32Array): void {
  const links = new Map<Link, Link>();
  for (const link of state.links) {
    const [one, other] = [placeOf[link.one] as number, placeOf[link.other] as number];
    const stays = (place: number) => place >= 0 && place < kept.joined;
    if (stays(one) && stays(other)) links.set(link, placed(link, one, other));
    else for (const place of [one, other]) if (place >= 0) kept.unsettled.add(place);
  }
  kept.links = [...links.values()];
  for (const [one, sources] of state.recombined) {
    const carried = sources.flatMap((link) => links.get(link) ?? []);
    if (carried.length === sources.length) kept.recombined.set(placeOf[one] as number, carried);
  }
}

function placed(link: Link, one: number, other: number): Link {
  if (one < other) return { ...link, one, other };
  return { ...link, one: other, other: one, sizeOfOne: link.sizeOfOther, sizeOfOther: link.sizeOfOne };
}
