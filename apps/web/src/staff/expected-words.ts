import type { Words } from '../words/words.js';
import { accountStateWords, grantStateWords } from './people-words.js';
import { said } from './said.js';

interface Form {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly message: string;
}

const forms: readonly Form[] = said.map(([english, message]) => {
  const names = [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const parts = english.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${parts.join('(.+?)')}$`, 's'), names, message };
});

/** What a fault says or asks for, in the page's language where it has words for it; null where only the software's English says it. */
export function expectedWords(words: Words, english: string): string | null {
  if (words.language === 'en') return english;
  for (const { pattern, names, message } of forms) {
    const found = pattern.exec(english);
    if (found === null) continue;
    const values = names.map((name, at) => [name, shownValue(words, name, found[at + 1] ?? '')]);
    return words.word(message, names.length === 0 ? {} : Object.fromEntries(values));
  }
  return null;
}

/** The same of a message that has its detail behind a colon: the words of its code say what stands before. */
export function detailWords(words: Words, message: string): string | null {
  const detail = /^[^:]+: (.+)$/s.exec(message)?.[1];
  return expectedWords(words, message) ?? (detail === undefined ? null : expectedWords(words, detail));
}

function shownValue({ word }: Words, name: string, value: string): string {
  if (name === 'list' || name === 'kinds') return value.split(', ').join(word('list.comma'));
  const state = name === 'state' ? (accountStateWords[value] ?? grantStateWords[value]) : undefined;
  return state === undefined ? value : word(state);
}
