import { align } from './alignment.js';

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

/**
 * How one text is the other with some words exchanged; null where it is not: a difference longer than `longestSlot` characters, one that only
 * adds or takes away, or a word exchanged for several. Repeated words are exchanged alike in a template; in a rewritten text they are not.
 */
export function templateOf(text: string, other: string, longestSlot: number): Template | null {
  const pieces = align(text, other);
  if (pieces === null) return null;
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
    const uneven = piece.own === '' || piece.other === '';
    const tooLong = length > longestSlot || [...piece.other].length > longestSlot;
    const known = slots.get(piece.own);
    if (uneven || tooLong || (known !== undefined && known.other !== piece.other)) strange += 1;
    else slots.set(piece.own, { other: piece.other, times: (known?.times ?? 0) + 1 });
  }
  // One in five may be a word of its own.
  if (exchanged === 0 || strange > exchanged / 5) return null;
  const whole = Math.max([...text].length, [...other].length);
  return {
    fixed: fixed / whole,
    slots: [...slots]
      .map(([own, slot]) => ({ own, ...slot }))
      .sort((a, b) => b.times - a.times || (a.own < b.own ? -1 : 1)),
  };
}
