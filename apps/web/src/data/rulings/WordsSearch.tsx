import { useState } from 'react';
import { useWords } from '../../words/words.js';

export interface WordsSearchProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly search: (words: string | undefined) => void;
}

/** Characters to look for; looked for when they are sent. */
export function WordsSearch({ label, value, search }: WordsSearchProps) {
  const { word } = useWords();
  const [words, setWords] = useState(value ?? '');
  return (
    <form
      className="words-search"
      onSubmit={(event) => {
        event.preventDefault();
        search(words.trim() === '' ? undefined : words.trim());
      }}
    >
      <label className="choice">
        <span>{label}</span>
        <input type="text" value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
      </label>
      <button type="submit" className="quiet">
        {word('rulings.search')}
      </button>
    </form>
  );
}
