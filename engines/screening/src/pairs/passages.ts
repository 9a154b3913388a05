import { sharedPassages } from '../near/passages.js';

/** A passage that stands in two texts, as the first writes it. Places are UTF-16 units from the start of each text. */
export interface Passage {
  readonly at: number;
  readonly otherAt: number;
  readonly text: string;
}

/** The shortest that is told. */
const least = { characters: 8, words: 6 };
/** Passages that an evidence lists. */
const listed = 10;

/** The longest passages that `text` shares with `other` when both are folded, in the order of the text. */
export function passages(text: string, other: string): Passage[] {
  return sharedPassages(text, other, least)
    .map(({ a, b }) => ({ at: a.from, otherAt: b.from, text: text.slice(a.from, a.to) }))
    .sort((one, two) => two.text.length - one.text.length || one.at - two.at)
    .slice(0, listed)
    .sort((one, two) => one.at - two.at);
}
