import type { PlaceLevel } from './place-names.js';

/** What an address tells: the smallest area that is certain, `XX` when none is. */
export interface AddressArea {
  readonly area: string;
  /** The areas between which the address does not decide. */
  readonly candidates?: readonly string[];
}

/**
 * How a name stood in the address: as listed; in a common short form; under a name it no longer has; with one character
 * wrong, missing or too many; somewhere behind the beginning.
 */
export type AreaWord = 'exact' | 'abbreviated' | 'old-name' | 'misspelt' | 'contained';

/** A part of an address and the area it names. */
export interface AreaEvidence {
  /** Position of the first character in `AreaReading.text`, in UTF-16 units; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly code: string;
  readonly level: PlaceLevel | 'state';
  readonly word: AreaWord;
}

/** An area with what speaks for it. */
export interface AreaReading extends AddressArea {
  /** The weakest word of the evidence; null where nothing was found. */
  readonly word: AreaWord | null;
  /** The number of `word` in `areaConfidence`; 0 when the area is `XX`. */
  readonly confidence: number;
  readonly evidence: readonly AreaEvidence[];
  /** Memo areas the address lies in: sub-provincial cities, the Bingtuan; already inside their province. */
  readonly memo: readonly string[];
  /** The address as it was read: full-width forms made plain. */
  readonly text: string;
}

/**
 * An order of trust: a lower number rests on a weaker word. No number is above the share of planted addresses read with
 * its word whose area is the one meant or holds it, which `bench areas` prints as the word's precision.
 */
export const areaConfidence: Readonly<Record<AreaWord, number>> = {
  exact: 0.99,
  abbreviated: 0.95,
  'old-name': 0.9,
  contained: 0.8,
  misspelt: 0.7,
};

export function weakestWord(words: readonly AreaWord[]): AreaWord | null {
  let weakest: AreaWord | null = null;
  for (const word of words) {
    if (weakest === null || areaConfidence[word] < areaConfidence[weakest]) weakest = word;
  }
  return weakest;
}
