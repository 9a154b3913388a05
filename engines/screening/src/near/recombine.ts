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
  /** Links that came, are gone, or are held by less. */
  readonly changed: readonly Link[];
  /** Classes whose earliest application is another now. */
  readonly moved: ReadonlySet<number>;
  readonly textsOf: (classes: readonly number[]) => Promise<readonly string[]>;
}

/** Judges anew which classes are patched from others, where anything changed that this depends on. */
export async function recombine({ field, settings, state, changed, moved, textsOf }: Recombining): Promise<void> {
  const judged = new Map<number, Link[]>();
  const [isMoved, isJudged] = [new Uint8Array(state.classes.count), new Uint8Array(state.classes.count)];
  const judge = (one: number) => {
    if (isJudged[one] === 1) return;
    isJudged[one] = 1;
    judged.set(one, []);
  };
  for (const { one, other } of changed) for (const end of [one, other]) judge(end);
  for (const one of moved) {
    isMoved[one] = 1;
    judge(one);
  }
  const { one: ones, other: others, length } = state.links;
  for (let place = 0; moved.size > 0 && place < length; place += 1) {
    const [one, other] = [ones.at(place), others.at(place)];
    if (isMoved[one] === 1) judge(other);
    if (isMoved[other] === 1) judge(one);
  }
  for (let place = 0; judged.size > 0 && place < length; place += 1) {
    const [one, other] = [ones.at(place), others.at(place)];
    if (isJudged[one] === 1) judged.get(one)?.push(state.links.at(place));
    if (isJudged[other] === 1) judged.get(other)?.push(state.links.at(place));
  }
  const recombination = new Recombination(field, state.classes, settings);
  const open = [...judged].flatMap(([one, links]) => {
    state.recombined.delete(one);
    const sources = recombination.sourcesOf(one, links);
    return sources.length === 0 ? [] : [{ one, sources }];
  });
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
