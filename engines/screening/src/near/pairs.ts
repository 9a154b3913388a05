import type { CappedBuckets } from './capped-buckets.js';
import type { LinkColumns } from './link-columns.js';
import { containmentOfSizes, jaccardOf, jaccardOfSizes, type Link, shareOf } from './links.js';
import type { CappedBucket, TextField, TextPair } from './model.js';
import type { NearSettings } from './settings.js';
import type { TextClasses } from './text-classes.js';

/** What comparing texts came to. */
export interface NearPairs {
  /** Ordered by `a`, `b`, then kind. Texts that are equal stand by their earliest one: its pairs are theirs. */
  readonly pairs: readonly TextPair[];
  /** Ordered by stage and bucket. */
  readonly capped: readonly CappedBucket[];
  /** Applications taken in, and how many of them have no text when it is folded; these are in no pair. */
  readonly texts: number;
  readonly empty: number;
  /** Texts that differ from all others. */
  readonly classes: number;
}

/** Everything that pairs are told from. */
export interface Found {
  readonly field: TextField;
  readonly settings: NearSettings;
  readonly classes: TextClasses;
  readonly empty: number;
  readonly links: LinkColumns;
  readonly recombined: ReadonlyMap<number, readonly Link[]>;
}

/** Kinds of pairs, by their numbers in columns. */
export const kindsOfPairs = ['same', 'near', 'contained', 'recombined'] as const satisfies readonly TextPair['kind'][];
export const [same, near, contained, recombinedKind] = [0, 1, 2, 3];

/** Is told a pair: members of which `a` was filed first, and the number of its kind. */
export type TellPair = (a: number, b: number, kind: number, jaccard: number, containment: number) => void;

/** Members whose texts are equal, by their class. */
export type EqualMembers = ReadonlyMap<number, readonly number[]>;

/** Of each class that has from two to `most` members these. */
export function equalMembers({ classes, empty }: Pick<Found, 'classes' | 'empty'>, most: number): EqualMembers {
  const equal = new Map<number, number[]>();
  for (let member = 0; member < classes.numbers.length; member += 1) {
    const one = classes.classOf.at(member);
    const standing = classes.standing.at(one);
    if (one === empty || standing < 2 || standing > most || classes.gone.has(member)) continue;
    const known = equal.get(one);
    if (known === undefined) equal.set(one, [member]);
    else known.push(member);
  }
  return equal;
}

/** Tells all pairs: of equal texts each with the earliest, of `equal` ones each with each other and with all that is like the earliest. */
export function eachPair(found: Found, equal: EqualMembers, tell: TellPair): void {
  eachPairApart(found, equal, tell);
  eachPairOfLinks(found, equal, { from: 0, to: found.links.length }, tell);
}

/** The same of some links alone, by their places. */
export function eachPairOfLinks(
  found: Found,
  equal: EqualMembers,
  { from, to }: { readonly from: number; readonly to: number },
  tell: TellPair,
): void {
  const { settings, classes, links } = found;
  const between = inFilingOrder(found, tell);
  const { one: ownClass, other: otherClass, sizeOfOne, sizeOfOther, both } = links;
  for (let place = from; place < to; place += 1) {
    const [inOne, inOther, inBoth] = [sizeOfOne.at(place), sizeOfOther.at(place), both.at(place)];
    const jaccard = jaccardOfSizes(inOne, inOther, inBoth);
    const containment = containmentOfSizes(inOne, inOther, inBoth);
    const kind = kindOfLink(settings, jaccard, containment);
    if (kind < 0) continue;
    const [own, another] = [ownClass.at(place), otherClass.at(place)];
    const ones = equal.get(own);
    const others = equal.get(another);
    const one = classes.earliest.at(own);
    const other = classes.earliest.at(another);
    if (ones === undefined && others === undefined) between(one, other, kind, jaccard, containment);
    else
      for (const copy of ones ?? [one])
        for (const like of others ?? [other]) between(copy, like, kind, jaccard, containment);
  }
}

/** The number of the kind of pairs that a link stands for; -1: it stands for none. */
export function kindOfLink(settings: NearSettings, jaccard: number, containment: number): number {
  return jaccard >= settings.nearFloor ? near : containment >= settings.containedFloor ? contained : -1;
}

/** How many pairs `eachPair` tells where texts that up to `most` have are `equal`. */
export function countPairs({ settings, classes, empty, links, recombined }: Found, most: number): number {
  let count = [...recombined.values()].reduce((sum, sources) => sum + sources.length, 0);
  const copies = new Uint8Array(classes.count);
  for (let one = 0; one < classes.count; one += 1) {
    const standing = one === empty ? 0 : classes.standing.at(one);
    const isTold = standing > 1 && standing <= most;
    copies[one] = isTold ? standing : 1;
    if (standing > 1) count += isTold ? (standing * (standing - 1)) / 2 : standing - 1;
  }
  const { one: ones, other: others, sizeOfOne, sizeOfOther, both } = links;
  for (let place = 0; place < links.length; place += 1) {
    const [inOne, inOther, inBoth] = [sizeOfOne.at(place), sizeOfOther.at(place), both.at(place)];
    const [jaccard, containment] = [jaccardOfSizes(inOne, inOther, inBoth), containmentOfSizes(inOne, inOther, inBoth)];
    if (kindOfLink(settings, jaccard, containment) < 0) continue;
    count += (copies[ones.at(place)] as number) * (copies[others.at(place)] as number);
  }
  return count;
}

/** The same of copies, and of texts that are patched from others. */
export function eachPairApart(found: Found, equal: EqualMembers, tell: TellPair): void {
  const { classes, recombined } = found;
  eachCopy(found, equal, tell);
  const between = inFilingOrder(found, tell);
  for (const [patched, sources] of recombined) {
    for (const link of sources) {
      const [one, other] = [classes.earliest.at(link.one), classes.earliest.at(link.other)];
      between(one, other, recombinedKind, jaccardOf(link), shareOf(link, patched));
    }
  }
}

/** Tells a pair with the earlier application first. */
function inFilingOrder({ classes }: Found, tell: TellPair): TellPair {
  return (one, other, kind, jaccard, containment) => {
    if (classes.isEarlier(one, other)) tell(one, other, kind, jaccard, containment);
    else tell(other, one, kind, jaccard, containment);
  };
}

function eachCopy({ classes, empty }: Found, equal: EqualMembers, tell: TellPair): void {
  for (let member = 0; member < classes.numbers.length; member += 1) {
    const one = classes.classOf.at(member);
    const earliest = classes.earliest.at(one);
    if (one !== empty && earliest !== member && !classes.gone.has(member)) tell(earliest, member, same, 1, 1);
  }
  for (const [one, members] of equal) {
    const copies = members.filter((member) => member !== classes.earliest.at(one));
    for (const [at, own] of copies.entries()) {
      for (const other of copies.slice(at + 1)) {
        if (classes.isEarlier(own, other)) tell(own, other, same, 1, 1);
        else tell(other, own, same, 1, 1);
      }
    }
  }
}

/** Pairs of applications, from links of classes: of equal texts each with the earliest, whose other pairs are theirs. */
export function pairsOf(found: Found): TextPair[] {
  const { field, classes } = found;
  const pairs: TextPair[] = [];
  eachPair(found, new Map(), (a, b, kind, jaccard, containment) => {
    const [one, other] = [classes.numbers[a] as string, classes.numbers[b] as string];
    pairs.push({ a: one, b: other, field, jaccard, containment, kind: kindsOfPairs[kind] as TextPair['kind'] });
  });
  return pairs.sort(inOrder);
}

/** Orders pairs of one field. */
export function inOrder(p: TextPair, q: TextPair): number {
  return order(p.a, q.a) || order(p.b, q.b) || order(p.kind, q.kind);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Buckets over the cap, in the order of their names. */
export function cappedOf(field: TextField, bands: CappedBuckets, fingerprints: CappedBuckets): CappedBucket[] {
  const told = (stage: CappedBucket['stage'], buckets: CappedBuckets) =>
    [...buckets].map(({ bucket, members }) => {
      const key = (bucket % 2 ** 32).toString(16).padStart(8, '0');
      const band = String(Math.floor(bucket / 2 ** 32)).padStart(2, '0');
      return { field, stage, bucket: stage === 'band' ? `${band}:${key}` : key, members, kept: buckets.rule.cap };
    });
  return [...told('band', bands), ...told('fingerprint', fingerprints)].sort(
    (a, b) => order(a.stage, b.stage) || order(a.bucket, b.bucket),
  );
}
