import { align, mirrored, type Piece } from './alignment.js';

/** One word that stands in the place of another, wherever it stands. */
export interface Slot {
  readonly own: string;
  readonly other: string;
  readonly times: number;
}

export interface Template {
  /** Share of the longer text that stays, in runs of two characters and more. */
  readonly fixed: number;
  readonly slots: readonly Slot[];
}

export interface TemplateAsked {
  /** Least share of the longer text that stays. */
  readonly fixed: number;
  /** Fewest words that are exchanged. */
  readonly slots: number;
  /** Characters of the longest of them. */
  readonly slotLength: number;
}

/**
 * How one text is the other with some words exchanged, from both sides; null where it is not: a difference that is too long, one that only
 * adds or takes away, or a word exchanged for several. Repeated words are exchanged alike in a template; in a rewritten text they are not.
 */
export function templateOf(
  text: string,
  other: string,
  asked: TemplateAsked,
): { readonly own: Template; readonly other: Template } | null {
  const [characters, others] = [[...text], [...other]];
  const [length, otherLength] = [characters.length, others.length];
  const whole = Math.max(length, otherLength);
  if (inCommon(characters, others) < asked.fixed * whole) return null;
  // What stays is the same in both, so that a frame of this size leaves no room for more edits.
  const pieces = align(text, other, Math.floor(length + otherLength - 2 * asked.fixed * whole));
  if (pieces === null) return null;
  const [own, theirs] = [oneSided(pieces, whole, asked), oneSided(mirrored(pieces), whole, asked)];
  return own === null || theirs === null ? null : { own, other: theirs };
}

/** Characters that both have, wherever they stand: no more can stay. */
function inCommon(characters: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of characters) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of others) {
    const number = left.get(one) ?? 0;
    if (number === 0) continue;
    left.set(one, number - 1);
    common += 1;
  }
  return common;
}

function oneSided(pieces: readonly Piece[], whole: number, asked: TemplateAsked): Template | null {
  const slots = new Map<string, { other: string; times: number }>();
  let [fixed, strange, exchanged] = [0, 0, 0];
  for (const piece of pieces) {
    const length = [...piece.own].length;
    if (piece.same) {
      // One character can be the same by chance.
      if (length > 1) fixed += length;
      continue;
    }
    exchanged += 1;
    const known = slots.get(piece.own);
    const several = known !== undefined && known.other !== piece.other;
    if (several || !isSlot(piece, asked.slotLength)) strange += 1;
    else slots.set(piece.own, { other: piece.other, times: (known?.times ?? 0) + 1 });
  }
  // One in five may be a word of its own.
  if (strange > exchanged / 5 || slots.size < asked.slots || fixed < asked.fixed * whole) return null;
  return {
    fixed: fixed / whole,
    slots: [...slots]
      .map(([own, slot]) => ({ own, ...slot }))
      .sort((a, b) => b.times - a.times || (a.own < b.own ? -1 : 1)),
  };
}

function isSlot({ own, other }: Piece, longest: number): boolean {
  return own !== '' && other !== '' && [...own].length <= longest && [...other].length <= longest;
}
