import { simplified } from './character-forms.js';

/** Text as it is compared: compatibility forms, simplified characters, lower case, without white space and punctuation. */
export function folded(text: string): string {
  return simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

/** All runs of three code points of the folded text. */
export function shingles(text: string): ReadonlySet<string> {
  const points = [...folded(text)];
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= points.length; at += 1) runs.add(`${points[at]}${points[at + 1]}${points[at + 2]}`);
  return runs;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const run of a) if (b.has(run)) count += 1;
  return count;
}

/** Shingles in both texts against shingles in either, 0 to 1; two empty texts have none in common. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = common(a, b);
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

/** Share of the shingles of `inner` that `outer` has too. */
export function containment(inner: ReadonlySet<string>, outer: ReadonlySet<string>): number {
  return inner.size === 0 ? 0 : common(inner, outer) / inner.size;
}
