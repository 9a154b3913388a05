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
  for (const { one, other } of changed) judged.set(one, []).set(other, []);
  for (const one of moved) judged.set(one, []);
  for (const { one, other } of state.links) {
    if (moved.has(one)) judged.set(other, []);
    if (moved.has(other)) judged.set(one, []);
  }
  for (const link of state.links) {
    judged.get(link.one)?.push(link);
    judged.get(link.other)?.push(link);
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
