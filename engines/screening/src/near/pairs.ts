import type { CappedBuckets } from './capped-buckets.js';
import { containmentOf, jaccardOf, type Link, shareOf } from './links.js';
import type { CappedBucket, TextField, TextPair } from './model.js';
import type { NearSettings } from './settings.js';
import { byFiling, type TextClasses } from './text-classes.js';

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
  readonly links: readonly Link[];
  readonly recombined: ReadonlyMap<number, readonly Link[]>;
}

/** Pairs of applications, from links of classes. */
export function pairsOf({ field, settings, classes, empty, links, recombined }: Found): TextPair[] {
  const pairs: TextPair[] = [];
  for (const [member, b] of classes.numbers.entries()) {
    const one = classes.classOf.at(member);
    if (one === empty || classes.earliest.at(one) === member || classes.gone.has(member)) continue;
    const a = classes.earliestOf(one).number;
    pairs.push({ a, b, field, jaccard: 1, containment: 1, kind: 'same' });
  }
  const tell = (link: Link, kind: TextPair['kind'], containment: number) => {
    const [one, other] = [classes.earliestOf(link.one), classes.earliestOf(link.other)];
    const [a, b] = byFiling(one, other) < 0 ? [one, other] : [other, one];
    pairs.push({ a: a.number, b: b.number, field, jaccard: jaccardOf(link), containment, kind });
  };
  for (const link of links) {
    if (jaccardOf(link) >= settings.nearFloor) tell(link, 'near', containmentOf(link));
    else if (containmentOf(link) >= settings.containedFloor) tell(link, 'contained', containmentOf(link));
  }
  for (const [one, sources] of recombined) for (const link of sources) tell(link, 'recombined', shareOf(link, one));
  return pairs.sort((p, q) => order(p.a, q.a) || order(p.b, q.b) || order(p.kind, q.kind));
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
