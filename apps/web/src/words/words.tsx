import type { I18n } from '@lingui/core';
import type { Language, LocalizedText } from '@zhiheng/vocabulary';
import { createContext, type ReactNode, useContext } from 'react';

/** The words of the page's language. */
export interface Words {
  readonly language: Language;
  /** A message by its id, with the values of its placeholders. */
  readonly word: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The part of a text that is in the page's language; a number and its percent sign stay on one line. */
  readonly own: (text: LocalizedText) => string;
}

const WordsContext = createContext<Words | null>(null);

/** The words of a loaded catalogue. A missing id is a fault and fails loudly. */
export function wordsOf(i18n: I18n, language: Language): Words {
  return {
    language,
    word: (id, values) => {
      if (!(id in i18n.messages)) throw new Error(`no message is named ${id} in ${language}`);
      return i18n._(id, values === undefined ? undefined : { ...values });
    },
    own: (text) => text[language].replaceAll(/(\d) %/g, '$1\u{a0}%'),
  };
}

export function WordsProvider({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('words are used outside a page');
  return words;
}

/** A sentence with elements in place of some values: `{value}` in the message, an element in `parts`. */
export function sentence(words: Words, id: string, parts: Readonly<Record<string, ReactNode>>): ReactNode[] {
  const names = Object.keys(parts);
  const marks = Object.fromEntries(names.map((name, index) => [name, `\u{e000}${index}\u{e001}`]));
  const pieces = words.word(id, marks).split(/\u{e000}(\d+)\u{e001}/u);
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : parts[names[Number(piece)] ?? '']));
}
