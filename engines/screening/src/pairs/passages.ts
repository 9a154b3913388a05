/** A run of characters that stands in two texts. Places are characters from 0. */
export interface Passage {
  readonly at: number;
  readonly otherAt: number;
  readonly text: string;
}

/** Shortest run that is told as shared. */
const shortest = 8;
/** Characters of a text that are looked at. */
const longest = 20_000;
/** Passages that an evidence lists. */
const listed = 10;

/**
 * The longest runs of at least eight characters that `text` shares with `other`, none over another, the longest ten in the order of the
 * text. Characters are compared as they stand.
 */
export function passages(text: string, other: string): Passage[] {
  const [own, theirs] = [[...text].slice(0, longest), [...other].slice(0, longest)];
  const places = new Map<string, number[]>();
  for (let at = 0; at + shortest <= theirs.length; at += 1) {
    const key = theirs.slice(at, at + shortest).join('');
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    // A run that stands everywhere costs no more than a few tries.
    else if (known.length < 16) known.push(at);
  }
  const found: Passage[] = [];
  for (let at = 0; at + shortest <= own.length; ) {
    const run = longestFrom(own, theirs, at, places.get(own.slice(at, at + shortest).join('')) ?? []);
    if (run === null) {
      at += 1;
      continue;
    }
    found.push({ at, otherAt: run.otherAt, text: own.slice(at, at + run.length).join('') });
    at += run.length;
  }
  return found
    .sort((one, two) => two.text.length - one.text.length || one.at - two.at)
    .slice(0, listed)
    .sort((one, two) => one.at - two.at);
}

function longestFrom(own: readonly string[], theirs: readonly string[], at: number, places: readonly number[]) {
  let best: { otherAt: number; length: number } | null = null;
  for (const otherAt of places) {
    let length = shortest;
    while (
      at + length < own.length &&
      own[at + length] === theirs[otherAt + length] &&
      otherAt + length < theirs.length
    ) {
      length += 1;
    }
    if (best === null || length > best.length) best = { otherAt, length };
  }
  return best;
}
