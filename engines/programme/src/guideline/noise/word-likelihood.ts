import { rareCharacter } from '../text/fold-line.js';

/** How likely words and characters are in Chinese at large, as costs: the natural logarithm of 1 ÷ share, so more is rarer. */
export interface WordLikelihood {
  /** Cost of a word; undefined for what is no word. Every single character is one. */
  word(text: string): number | undefined;
  /** Cost of a character, wherever it stands. */
  character(character: string): number;
}

/**
 * Reads a dictionary of `word count …` lines in simplified characters (that of jieba: 349,000 words). What it does not
 * hold counts as half an occurrence.
 */
export function readLikelihood(dictionary: Uint8Array): WordLikelihood {
  const counts = new Map<string, number>();
  const characters = new Map<string, number>();
  let words = 0;
  let letters = 0;
  for (const line of new TextDecoder().decode(dictionary).split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    const times = Number(count);
    if (word === '' || !(times > 0)) continue;
    counts.set(word, times);
    words += times;
    for (const character of word) characters.set(character, (characters.get(character) ?? 0) + times);
    letters += times * word.length;
  }
  const unknown = 0.5;
  return {
    word(text) {
      const times = counts.get(text);
      if (times !== undefined) return Math.log(words / times);
      return text.length === 1 ? Math.log(words / unknown) : undefined;
    },
    character(character) {
      const times = character === rareCharacter ? undefined : characters.get(character);
      return Math.log(letters / (times ?? unknown));
    },
  };
}
