import { useWords } from '../words/words.js';

/** The hatched band over everything that shows synthetic values. */
export function SyntheticBand({ full = false }: { readonly full?: boolean }) {
  const { word } = useWords();
  return (
    <p className="synthetic-band">
      <strong>{word('synthetic')}</strong>
      {full ? <span>{word('synthetic.explained')}</span> : null}
    </p>
  );
}
