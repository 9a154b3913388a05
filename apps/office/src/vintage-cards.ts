import type { Segment } from '@zhiheng/lake';
import type { VintageAdmission } from './vintage.js';

const prefix = 'record_card_';

/** The name of the part of an admission that holds the cards of areas by number from this one on. */
export function cardPart(from: number): string {
  return `${prefix}${from}`;
}

/** Cards of some areas, with what later releases say of them. */
export interface LyingCards {
  readonly name: string;
  readonly from: number;
  readonly segments: readonly Segment[];
}

/**
 * The cards that were written first, which lie apart by the numbers of areas as filed. Admissions of earlier versions have none: their cards lie
 * together in `record_card`, which else holds what later releases say, and their parties and values of several stand elsewhere.
 */
export function lyingCards({ parts }: Pick<VintageAdmission, 'parts'>): LyingCards[] {
  return Object.entries(parts)
    .flatMap(([name, segments]) =>
      name.startsWith(prefix) ? [{ name, from: Number(name.slice(prefix.length)), segments }] : [],
    )
    .sort((a, b) => a.from - b.from);
}

/** All cards of an admission, as a session shows them: those of a later one take the place of those of earlier ones. */
export function cardsOf({ parts }: Pick<VintageAdmission, 'parts'>): (Segment | readonly Segment[])[] {
  return [lyingCards({ parts }).flatMap(({ segments }) => segments), ...(parts.record_card ?? [])];
}
