import { simplified } from '@zhiheng/characters';
import type { ApplicationText, TextField, TextGroup, TextPair } from '@zhiheng/screening';
import type { FoundTexts } from './found-texts.js';

/** What is kept as a pair: so much of both is in common, or so much of the earlier stands in the later. */
const [leastJaccard, leastContainment] = [0.15, 0.5];
/** Titles are short: chance brings them together. */
const leastOfTitles = 0.6;
/** A text is put together from sources that each give so much of it, and two of which give nearly all. */
const [leastOfSource, leastOfBoth] = [0.3, 0.8];
/** Members of a group are as near to its core. */
const leastOfGroup = 0.5;

interface Shingled {
  readonly number: string;
  readonly day: number | null;
  readonly folded: string;
  readonly shingles: Int32Array;
}

/** Compares every text of a field with every other, by the shingles that both have. */
export function comparePlainly(
  fields: ReadonlyMap<TextField, readonly ApplicationText[]>,
): Omit<FoundTexts, 'documents' | 'capped'> {
  const pairs: TextPair[] = [];
  let [classes, candidates] = [0, 0];
  const all = new Map<string, Shingled>();
  for (const [field, texts] of fields) {
    const shingled = shingledTexts(texts);
    for (const one of shingled) if (!all.has(one.number)) all.set(one.number, one);
    classes += new Set(shingled.map(({ folded }) => folded)).size;
    candidates += (shingled.length * (shingled.length - 1)) / 2;
    pairs.push(...pairsOf(field, shingled));
  }
  return {
    classes,
    candidates,
    pairs,
    groups: groupsOf(
      pairs,
      [...all.values()].sort(earlier).map(({ number }) => number),
    ),
  };
}

/** Folds as comparisons do: width, characters, case; without spaces and punctuation, words apart where the text is not Chinese. */
function foldedText(text: string): { readonly folded: string; readonly parts: readonly string[] } {
  const plain = simplified(text.normalize('NFKC').toLowerCase());
  if (/\p{Script=Han}/u.test(plain)) {
    const parts = [...plain.replace(/[\s\p{P}\p{S}]/gu, '')];
    return { folded: parts.join(''), parts };
  }
  const parts = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { folded: parts.join(' '), parts };
}

/** Texts with the numbers of their runs of three, the earliest filed first. */
function shingledTexts(texts: readonly ApplicationText[]): Shingled[] {
  const numbers = new Map<string, number>();
  return texts
    .map(({ number, day, text }) => {
      const { folded, parts } = foldedText(text);
      const runs = new Set<number>();
      for (let at = 0; at < Math.max(parts.length - 2, Math.min(parts.length, 1)); at += 1) {
        const run = parts.slice(at, at + 3).join('\u0000');
        let known = numbers.get(run);
        if (known === undefined) {
          known = numbers.size;
          numbers.set(run, known);
        }
        runs.add(known);
      }
      return { number, day, folded, shingles: Int32Array.from(runs).sort() };
    })
    .filter(({ shingles }) => shingles.length > 0)
    .sort(earlier);
}

function earlier(a: Shingled, b: Shingled): number {
  const [one, other] = [a.day ?? Number.MAX_SAFE_INTEGER, b.day ?? Number.MAX_SAFE_INTEGER];
  return one - other || (a.number < b.number ? -1 : 1);
}

function pairsOf(field: TextField, texts: readonly Shingled[]): TextPair[] {
  const postings = new Map<number, number[]>();
  const pairs: TextPair[] = [];
  for (const [index, b] of texts.entries()) {
    const common = new Int32Array(index);
    for (const shingle of b.shingles) {
      const known = postings.get(shingle);
      for (const other of known ?? []) common[other] = (common[other] ?? 0) + 1;
      if (known === undefined) postings.set(shingle, [index]);
      else known.push(index);
    }
    const sources = recombinedFrom(field, b, texts, common);
    for (let at = 0; at < index; at += 1) {
      const a = texts[at] as Shingled;
      const pair = pairOf(field, a, b, common[at] ?? 0, sources.has(at));
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs;
}

function pairOf(field: TextField, a: Shingled, b: Shingled, common: number, recombined: boolean): TextPair | null {
  const jaccard = common / (a.shingles.length + b.shingles.length - common);
  const containment = common / a.shingles.length;
  const kept =
    field === 'title' ? jaccard >= leastOfTitles : jaccard >= leastJaccard || containment >= leastContainment;
  if (!kept && !recombined) return null;
  const same = a.folded === b.folded;
  const contained = jaccard < leastOfGroup && containment >= leastContainment;
  const kind = same ? 'same' : recombined ? 'recombined' : contained ? 'contained' : 'near';
  return { a: a.number, b: b.number, field, jaccard, containment, kind };
}

/** Places of the earlier texts that a text is put together from: each gives a part, and two of them together nearly all. */
function recombinedFrom(field: TextField, b: Shingled, texts: readonly Shingled[], common: Int32Array): Set<number> {
  const sources = new Set<number>();
  if (field === 'title') return sources;
  const parts = [...common.keys()].filter((at) => {
    const share = (common[at] ?? 0) / b.shingles.length;
    return share >= leastOfSource && share < leastOfBoth;
  });
  for (const [index, first] of parts.entries()) {
    const own = new Set(texts[first]?.shingles);
    for (const second of parts.slice(index + 1)) {
      const other = new Set(texts[second]?.shingles);
      const both = b.shingles.filter((shingle) => own.has(shingle) || other.has(shingle)).length / b.shingles.length;
      const either = b.shingles.filter((shingle) => own.has(shingle) !== other.has(shingle)).length / b.shingles.length;
      if (both < leastOfBoth || either < leastOfBoth / 2) continue;
      sources.add(first);
      sources.add(second);
    }
  }
  return sources;
}

/** Stars: the earliest filed that belongs nowhere yet is a core, and takes what is near to it and belongs nowhere. */
function groupsOf(pairs: readonly TextPair[], order: readonly string[]): TextGroup[] {
  const near = new Map<string, TextPair[]>();
  for (const pair of pairs) {
    if (pair.field === 'title' || pair.jaccard < leastOfGroup) continue;
    for (const one of [pair.a, pair.b]) {
      const known = near.get(one);
      if (known === undefined) near.set(one, [pair]);
      else known.push(pair);
    }
  }
  const taken = new Set<string>();
  const groups: TextGroup[] = [];
  for (const core of order) {
    if (taken.has(core)) continue;
    const own = (near.get(core) ?? []).filter(({ a, b }) => !taken.has(a === core ? b : a));
    if (own.length === 0) continue;
    const members = [core, ...new Set(own.map(({ a, b }) => (a === core ? b : a)))];
    for (const member of members) taken.add(member);
    groups.push({ core, members, pairs: own, lineage: { mergedFrom: [], splitFrom: null } });
  }
  return groups;
}
