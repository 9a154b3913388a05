import type { ResolutionExtract } from '../resolution/resolution-extract.js';

/** What holds of merges and sets-apart: of the acts about one pair the latest. */
export interface Decisions {
  /** By id: the id that it stands for. */
  readonly merged: ReadonlyMap<string, string>;
  readonly apart: readonly { readonly a: string; readonly b: string }[];
}

/** Reads the decisions that hold out of all that were made; a chain of merges leads to its end, a circle is cut at its latest act. */
export function decisionsOf({ merges, apart }: Pick<ResolutionExtract, 'merges' | 'apart'>): Decisions {
  const latest = new Map<string, { act: number; a: string; b: string; into: string | null }>();
  const acts = [
    ...merges.map(({ party, into, act }) => ({ act, a: party, b: into, into })),
    ...apart.map(({ a, b, act }) => ({ act, a, b, into: null })),
  ].sort((x, y) => x.act - y.act);
  for (const one of acts) latest.set([one.a, one.b].sort().join(' '), one);
  const merged = new Map<string, string>();
  const held = [...latest.values()].sort((x, y) => x.act - y.act);
  for (const { a, into } of held) {
    if (into === null) continue;
    if (endOf(merged, into) === a) merged.delete(into);
    merged.set(a, into);
  }
  return {
    merged: new Map([...merged.keys()].map((id) => [id, endOf(merged, id)])),
    apart: held.filter(({ into }) => into === null).map(({ a, b }) => ({ a, b })),
  };
}

/** The id that an id stands for in the end. */
function endOf(merged: ReadonlyMap<string, string>, id: string): string {
  let end = id;
  for (const _ of merged) end = merged.get(end) ?? end;
  return end;
}
