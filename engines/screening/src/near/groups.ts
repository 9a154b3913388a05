import { lineageOf } from './lineage.js';
import type { TextGroup, TextPair } from './model.js';
import { byFiling, type TextOwner } from './text-classes.js';

/** What groups are made from. */
export interface Grouping {
  /** Of one field. */
  readonly pairs: readonly TextPair[];
  readonly dayOf: (number: string) => number | null;
  /** Jaccard similarity with the core from which on a text belongs to its group. */
  readonly floor: number;
  /**
   * Compares the core with a text that only others of the group are paired with: where buckets were over their cap not every pair was
   * looked at. Left out: only those paired with the core belong to it.
   */
  readonly compare?: (core: string, other: string) => TextPair;
  /** Groups of the run before, whose lineage is told. */
  readonly former?: readonly TextGroup[];
}

/**
 * Stars around the earliest filed: the earliest text that is in no group yet is a core; to it belong all in no group yet that are alike to the core
 * itself, by `floor`, not merely to others of the group, so that a chain of likenesses joins no strangers. Copies go with the text they are equal to. Groups come in the order of
 * their cores, members in the order of filing; a text alike to nobody is in none.
 */
export function groupPairs({ pairs, dayOf, floor, compare, former = [] }: Grouping): TextGroup[] {
  const copies = new Map<string, string[]>();
  const originalOf = new Map<string, string>();
  for (const { a, b, kind } of pairs) {
    if (kind !== 'same') continue;
    listOf(copies, a).push(b);
    originalOf.set(b, a);
  }
  const neighbours = new Map<string, Map<string, TextPair>>();
  for (const pair of pairs) {
    if (pair.kind === 'same' || pair.kind === 'recombined' || pair.jaccard < floor) continue;
    for (const [one, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const known = neighbours.get(one) ?? new Map<string, TextPair>();
      neighbours.set(one, known.set(other, pair));
    }
  }
  const candidates = new Set([...copies.keys(), ...neighbours.keys()]);
  const owners: TextOwner[] = [...candidates].map((number) => ({ number, day: dayOf(number) })).sort(byFiling);
  const taken = new Set<string>();
  const groupOf = new Map<string, string>();
  const stars: { core: string; members: string[]; added: TextPair[] }[] = [];
  for (const { number: core } of owners) {
    if (taken.has(core)) continue;
    const star = starOf(core, { neighbours, taken, floor, compare });
    for (const member of star.members) taken.add(member);
    const members = star.members.flatMap((member) => [member, ...(copies.get(member) ?? [])]);
    if (members.length < 2) continue;
    for (const member of members) groupOf.set(member, core);
    stars.push({ core, members: inOrder(members, dayOf), added: star.added });
  }
  const within = new Map<string, TextPair[]>();
  for (const pair of pairs) {
    const group = groupOf.get(pair.a);
    if (group !== undefined && group === groupOf.get(pair.b)) listOf(within, group).push(pair);
  }
  const lineage = lineageOf(stars, former);
  return stars.map(({ core, members, added }) => ({
    core,
    members,
    pairs: [...(within.get(core) ?? []), ...added],
    lineage: lineage.get(core) ?? { mergedFrom: [], splitFrom: null },
  }));
}

interface Surroundings extends Pick<Grouping, 'floor' | 'compare'> {
  readonly neighbours: ReadonlyMap<string, ReadonlyMap<string, TextPair>>;
  readonly taken: ReadonlySet<string>;
  readonly compare: Grouping['compare'];
}

function starOf(
  core: string,
  { neighbours, taken, floor, compare }: Surroundings,
): { members: string[]; added: TextPair[] } {
  const members = [core];
  const added: TextPair[] = [];
  const seen = new Set(members);
  const own = neighbours.get(core);
  for (let at = 0; at < members.length; at += 1) {
    if (at > 0 && compare === undefined) break;
    for (const other of neighbours.get(members[at] as string)?.keys() ?? []) {
      if (seen.has(other) || taken.has(other)) continue;
      seen.add(other);
      if (own?.has(other) !== true) {
        const pair = compare?.(core, other);
        if (pair === undefined || pair.jaccard < floor) continue;
        added.push(pair);
      }
      members.push(other);
    }
  }
  return { members, added: added.sort((p, q) => (p.a + p.b < q.a + q.b ? -1 : 1)) };
}

function inOrder(numbers: readonly string[], dayOf: (number: string) => number | null): string[] {
  return numbers
    .map((number) => ({ number, day: dayOf(number) }))
    .sort(byFiling)
    .map(({ number }) => number);
}

function listOf<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: Value[] = [];
  lists.set(key, made);
  return made;
}
