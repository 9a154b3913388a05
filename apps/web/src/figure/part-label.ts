import type { Words } from '../words/words.js';

const labels: Readonly<Record<string, string>> = {
  numerator: 'part.numerator',
  denominator: 'part.denominator',
  of: 'part.of',
  base: 'part.base',
};

/** What a figure is to the one that is made of it; the parts of a formula have names of their own. */
export function partLabel({ word }: Words, name: string): string {
  const id = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return id === undefined ? name : word(id);
}
