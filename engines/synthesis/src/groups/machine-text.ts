import type { Random } from '../random.js';

const [firstIdeograph, lastIdeograph] = [0x4e00, 0x9fa5];

/** Ways in which machines fill a form. */
export const machineManners = ['characters', 'words', 'repetition'] as const;

/**
 * Text of a machine that means nothing: characters of the whole block by chance, words without grammar, or one clause
 * again and again.
 */
export function machineText(
  manner: (typeof machineManners)[number],
  length: number,
  words: readonly string[],
  random: Random,
): string {
  const clause = () =>
    Array.from({ length: random.between(4, 12) }, () =>
      manner === 'characters' ? String.fromCharCode(random.between(firstIdeograph, lastIdeograph)) : random.one(words),
    ).join('');
  const repeated = clause();
  let text = '';
  while (text.length < length) {
    text += text === '' ? '' : '，';
    text += manner === 'repetition' ? `${repeated}${random.between(1, 99)}` : clause();
  }
  return `${text}。`;
}
