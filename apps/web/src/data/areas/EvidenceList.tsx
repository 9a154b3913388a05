import type { UnresolvedRow } from '@zhiheng/office';
import { useWords } from '../../words/words.js';

type Word = UnresolvedRow['evidence'][number]['word'];

const wordsOfNames: Readonly<Record<Word, string>> = {
  exact: 'settling.word.exact',
  abbreviated: 'settling.word.abbreviated',
  'old-name': 'settling.word.old-name',
  contained: 'settling.word.contained',
  misspelt: 'settling.word.misspelt',
};

/** Which part of the address named which area, and how its name stood there. */
export function EvidenceList({ row }: { readonly row: UnresolvedRow }) {
  const { word } = useWords();
  if (row.evidence.length === 0) return null;
  return (
    <ul className="evidence">
      {row.evidence.map(({ start, text, code, word: sort }) => (
        <li key={start}>
          <q>{text}</q> {word('settling.names', { code })}{' '}
          <span className="fault-part">{word(wordsOfNames[sort])}</span>
        </li>
      ))}
    </ul>
  );
}
