import { FoldedText } from './folded-text.js';
import { rollingHashes } from './hashing.js';
import { packTexts } from './packed-texts.js';

/** A part of a text, in UTF-16 units from its start. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** The same passage in two texts, as each writes it. */
export interface SharedPassage {
  readonly a: TextSpan;
  readonly b: TextSpan;
}

/** Of places in the other text where a passage may go on, so many are tried: a text of one character only would have all. */
const mostPlaces = 32;

/**
 * Passages that stand in both texts when these are folded, in the order of `a`, none overlapping another in `a`; at each place the longest. What
 * is left out in folding may differ within them. None for texts of which one is compared by words and the other by characters.
 *
 * @param least characters or words of a passage
 */
export function sharedPassages(
  a: string,
  b: string,
  least: { readonly characters: number; readonly words: number },
): SharedPassage[] {
  const [one, other] = [traced(a), traced(b)];
  const run = one.byWords ? least.words : least.characters;
  if (one.byWords !== other.byWords || Math.min(one.count, other.count) < run) return [];
  const index = new RunIndex(other, run);
  const runs = new Int32Array(one.count);
  const total = rollingHashes(one.words, one.count, run, runs);
  const found: SharedPassage[] = [];
  for (let at = 0; at < total; ) {
    let [best, length] = [-1, 0];
    for (const place of index.placesOf(runs[at] as number)) {
      const same = sameFrom(one, at, other, place);
      if (same > length) [best, length] = [place, same];
    }
    const whole = length < run ? null : wholeCharacters(one, at, other, best, length);
    if (whole === null) at += 1;
    else {
      found.push({ a: spanOf(one, whole.at, whole.length), b: spanOf(other, whole.place, whole.length) });
      at += length;
    }
  }
  return found;
}

/** A text as it is compared: its characters without what folding leaves out. */
export function foldedCharacters(text: string): string {
  const { characters, characterCount } = traced(text);
  let folded = '';
  for (let at = 0; at < characterCount; at += 1) folded += String.fromCodePoint((characters[at] as number) & 0x1fffff);
  return folded;
}

function traced(text: string): FoldedText {
  const folded = new FoldedText({ traced: true });
  const { units } = packTexts([text]);
  folded.fold(units, 0, units.length);
  return folded;
}

function sameFrom(one: FoldedText, at: number, other: FoldedText, place: number): number {
  let same = 0;
  while (at + same < one.count && place + same < other.count && one.words[at + same] === other.words[place + same])
    same += 1;
  return same;
}

/** One written character may fold to several: a passage begins and ends between written ones. Null when nothing is left. */
function wholeCharacters(one: FoldedText, at: number, other: FoldedText, place: number, length: number) {
  const inside = (text: FoldedText, index: number) =>
    index > 0 && index < text.count && text.starts[index] === text.starts[index - 1];
  let [skipped, end] = [0, length];
  while (skipped < end && (inside(one, at + skipped) || inside(other, place + skipped))) skipped += 1;
  while (end > skipped && (inside(one, at + end) || inside(other, place + end))) end -= 1;
  return end === skipped ? null : { at: at + skipped, place: place + skipped, length: end - skipped };
}

function spanOf({ starts, ends }: FoldedText, at: number, length: number): TextSpan {
  return { from: starts[at] as number, to: ends[at + length - 1] as number };
}

/** Where runs stand in a text. */
class RunIndex {
  readonly #runs: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor({ words, count }: FoldedText, run: number) {
    this.#runs = new Int32Array(count);
    const total = rollingHashes(words, count, run, this.#runs);
    let slots = 16;
    while (slots < total) slots *= 2;
    this.#heads = new Int32Array(slots).fill(-1);
    this.#next = new Int32Array(total);
    for (let at = total - 1; at >= 0; at -= 1) {
      const slot = (this.#runs[at] as number) & (slots - 1);
      this.#next[at] = this.#heads[slot] as number;
      this.#heads[slot] = at;
    }
  }

  *placesOf(run: number): Generator<number> {
    let given = 0;
    let at = this.#heads[run & (this.#heads.length - 1)] as number;
    for (let tried = 0; at >= 0 && given < mostPlaces && tried < 8 * mostPlaces; tried += 1) {
      if (this.#runs[at] === run) {
        yield at;
        given += 1;
      }
      at = this.#next[at] as number;
    }
  }
}
