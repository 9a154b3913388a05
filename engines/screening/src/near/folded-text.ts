import { codePointBits, foldedRare, foldingTable, half, nothing, separator, unspaced } from './folding-table.js';
import { finalised, roomFor } from './hashing.js';

/** The first character of a word carries this bit: what stood before it was left out. */
const wordStart = unspaced << 1;

/**
 * One text at a time as it is compared: width, script, case, spacing and punctuation folded away.
 *
 * A Chinese text is compared by characters, since it marks no words, and spaces in it mean nothing. A text with more words than
 * characters of such scripts (five letters or digits are taken for a word) is compared by words: runs of letters tell little, and every English
 * text shares most of them.
 */
export class FoldedText {
  /** Mixed characters or words. */
  words: Int32Array<ArrayBuffer> = new Int32Array(1024);
  /** How many there are. */
  count = 0;
  byWords = false;
  /** Characters as folded, with where words start where that counts: what a text is identified by. */
  characters: Int32Array<ArrayBuffer> = new Int32Array(1024);
  characterCount = 0;
  /** Where in the text each word begins and ends, in UTF-16 units from its start; kept if `traced`. */
  starts: Int32Array<ArrayBuffer> = new Int32Array(0);
  ends: Int32Array<ArrayBuffer> = new Int32Array(0);
  readonly #traced: boolean;
  readonly #units: Int32Array;
  readonly #several: readonly (readonly number[])[];

  constructor(options: { readonly traced?: boolean } = {}) {
    this.#traced = options.traced ?? false;
    const { units, several } = foldingTable();
    this.#units = units;
    this.#several = several;
  }

  /** Folds the units from `from` to before `to`. */
  fold(text: Uint16Array, from: number, to: number): void {
    const unspacedCount = this.#foldCharacters(text, from, to);
    this.byWords = unspacedCount * 5 < this.characterCount - unspacedCount;
    if (this.byWords) this.#joinWords();
    else this.#mixCharacters();
  }

  #foldCharacters(text: Uint16Array, from: number, to: number): number {
    const table = this.#units;
    const traced = this.#traced;
    // A unit becomes 18 characters at most; those that become several are rare, so that room for them is looked for there.
    this.characters = roomFor(this.characters, to - from + 32);
    if (traced) {
      this.starts = roomFor(this.starts, this.characters.length);
      this.ends = roomFor(this.ends, this.characters.length);
    }
    let characters = this.characters;
    let count = 0;
    let parted = wordStart;
    let unspacedCount = 0;
    for (let at = from; at < to; at += 1) {
      const folded = table[text[at] as number] as number;
      if (folded > 0) {
        if (traced) this.#trace(count, at - from, at - from + 1);
        characters[count] = folded | parted;
        count += 1;
        parted = 0;
        unspacedCount += (folded >>> 21) & 1;
      } else if (folded === separator) parted = wordStart;
      else if (folded !== nothing) {
        let made: readonly number[];
        let units = 1;
        if (folded === half) {
          const codePoint = codePointAt(text, at, to);
          if (codePoint >= 0x10000) units = 2;
          made = foldedRare(codePoint);
        } else made = this.#several[-3 - folded] as readonly number[];
        if (count + made.length + to - at > characters.length) {
          this.characters = roomFor(characters, 2 * characters.length);
          characters = this.characters;
          if (traced) {
            this.starts = roomFor(this.starts, characters.length);
            this.ends = roomFor(this.ends, characters.length);
          }
        }
        for (const one of made) {
          if (one === separator) parted = wordStart;
          else if (one !== nothing) {
            if (traced) this.#trace(count, at - from, at - from + units);
            characters[count] = one | parted;
            count += 1;
            parted = 0;
            unspacedCount += (one >>> 21) & 1;
          }
        }
        at += units - 1;
      }
    }
    this.characterCount = count;
    return unspacedCount;
  }

  #trace(count: number, start: number, end: number): void {
    this.starts[count] = start;
    this.ends[count] = end;
  }

  #mixCharacters(): void {
    const { characters, characterCount } = this;
    this.words = roomFor(this.words, characterCount);
    const words = this.words;
    for (let at = 0; at < characterCount; at += 1) {
      const character = (characters[at] as number) & codePointBits;
      characters[at] = character;
      words[at] = mixed(character);
    }
    this.count = characterCount;
  }

  #joinWords(): void {
    const { characters, characterCount } = this;
    this.words = roomFor(this.words, characterCount);
    const words = this.words;
    let count = 0;
    let word = 0;
    for (let at = 0; at < characterCount; at += 1) {
      const character = characters[at] as number;
      // A character of a script without spaces is a word of its own.
      const starts =
        (character & (wordStart | unspaced)) !== 0 || (at > 0 && ((characters[at - 1] as number) & unspaced) !== 0);
      if (starts && at > 0) {
        words[count] = finalised(word);
        count += 1;
        word = 0;
      }
      word = (Math.imul(word, 0x01000193) ^ mixed(character & codePointBits)) | 0;
      if (this.#traced) {
        if (starts) this.starts[count] = this.starts[at] as number;
        this.ends[count] = this.ends[at] as number;
      }
    }
    if (characterCount > 0) {
      words[count] = finalised(word);
      count += 1;
    }
    this.count = count;
  }
}

function mixed(character: number): number {
  const turned = Math.imul(character, 0xcc9e2d51);
  return Math.imul((turned << 15) | (turned >>> 17), 0x1b873593);
}

function codePointAt(text: Uint16Array, at: number, to: number): number {
  const high = text[at] as number;
  const low = at + 1 < to ? (text[at + 1] as number) : 0;
  const pair = high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  return pair ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : high;
}
