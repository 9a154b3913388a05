import { fromFingerprints } from './fingerprint-join.js';
import type { Link } from './links.js';
import type { TextField } from './model.js';
import type { NearState } from './near-state.js';
import { otherOf, Recombination } from './recombination.js';
import type { NearSettings } from './settings.js';

/** Texts whose sources are read together: of earlier runs each reading goes through the whole of a store. */
const judgedAtOnce = 4096;

/** What changed in a run, and where texts are. */
export interface Recombining {
  readonly field: TextField;
  readonly settings: NearSettings;
  readonly state: NearState;
  /** A byte for each class: 1 where a link of it came, is gone, or is held by less or by more. */
  readonly changed: Uint8Array;
  /** Classes whose earliest application is another now. */
  readonly moved: ReadonlySet<number>;
  readonly textsOf: (classes: readonly number[]) => Promise<readonly string[]>;
}

/** Judges anew which classes are patched from others, where anything changed that this depends on. */
export async function recombine({ field, settings, state, changed, moved, textsOf }: Recombining): Promise<void> {
  const isMoved = new Uint8Array(state.classes.count);
  const isJudged = changed.slice();
  for (const one of moved) isMoved[one] = isJudged[one] = 1;
  const { links } = state;
  const { one: ones, other: others, origin, length } = links;
  for (let place = 0; moved.size > 0 && place < length; place += 1) {
    const [one, other] = [ones.at(place), others.at(place)];
    if (isMoved[one] === 1) isJudged[other] = 1;
    if (isMoved[other] === 1) isJudged[one] = 1;
  }
  // Of titles there are millions of links, and none by a passage.
  const placesOf = new Map<number, number[]>();
  const add = (one: number, place: number) => {
    if (isJudged[one] !== 1) return;
    const places = placesOf.get(one);
    if (places === undefined) placesOf.set(one, [place]);
    else places.push(place);
  };
  for (let place = 0; place < length; place += 1) {
    if ((origin.at(place) & fromFingerprints) === 0) continue;
    add(ones.at(place), place);
    add(others.at(place), place);
  }
  for (const one of [...state.recombined.keys()]) if (isJudged[one] === 1) state.recombined.delete(one);
  const recombination = new Recombination(field, state.classes, settings);
  const open: { readonly one: number; readonly sources: readonly Link[] }[] = [];
  for (const [one, places] of placesOf) {
    const sources = recombination.sourcesOf(
      one,
      places.map((place) => links.at(place)),
    );
    if (sources.length > 0) open.push({ one, sources });
  }
  for (let from = 0; from < open.length; from += judgedAtOnce) {
    const some = open.slice(from, from + judgedAtOnce);
    const asked = [...new Set(some.flatMap(({ one, sources }) => [one, ...sources.map((link) => otherOf(link, one))]))];
    const given = await textsOf(asked);
    const texts = new Map(asked.map((one, index) => [one, given[index] ?? '']));
    for (const { one, sources } of some) {
      const chosen = recombination.chosen(one, texts.get(one) ?? '', sources, texts);
      if (chosen.length > 0) state.recombined.set(one, chosen);
    }
  }
}
