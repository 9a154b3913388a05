import { UserFault } from '@zhiheng/vocabulary';
import type { Stretch, TracedText } from './traced-text.js';

/** Words of converted texts and the word that was meant; a word that stays is given as its own. */
export interface Wording {
  /** Exchanges converted words, the longest first, from left to right. */
  restore(text: TracedText): TracedText;
}

/**
 * Reads the glossary: a CSV of `converted,meant` in simplified characters, `#` beginning a remark. Throws `programme-wrong`
 * with the line for anything else.
 */
export function readWording(text: string, file: string): Wording {
  const meant = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (index === 0 || line.trim() === '' || line.startsWith('#')) continue;
    const [converted = '', word = '', ...more] = line.split(',').map((cell) => cell.trim());
    if (converted === '' || word === '' || more.length > 0) {
      throw new UserFault('programme-wrong', {
        place: { path: file, line: index + 1 },
        found: line,
        expected: 'a converted word and the word that was meant, with a comma between',
        values: { what: 'the line of the glossary holds no pair of words' },
      });
    }
    meant.set(converted, word);
  }
  return wordingOf(meant);
}

function wordingOf(meant: ReadonlyMap<string, string>): Wording {
  const longest = Math.max(0, ...[...meant.keys()].map((word) => word.length));
  const starts = new Set([...meant.keys()].map((word) => word.charAt(0)));
  const found = (text: string, at: number): string | undefined => {
    if (!starts.has(text.charAt(at))) return undefined;
    for (let length = longest; length > 0; length -= 1) {
      const word = text.slice(at, at + length);
      if (word.length === length && meant.has(word)) return word;
    }
    return undefined;
  };
  return {
    restore(text) {
      const stretches: (Stretch & { with: string })[] = [];
      for (let at = 0; at < text.length; at += 1) {
        const word = found(text.text, at);
        if (word === undefined) continue;
        stretches.push({ at, length: word.length, with: meant.get(word) ?? word });
        at += word.length - 1;
      }
      return text.exchanged(
        stretches.filter((stretch) => text.text.slice(stretch.at, stretch.at + stretch.length) !== stretch.with),
      );
    },
  };
}
