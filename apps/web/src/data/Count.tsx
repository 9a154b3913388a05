import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';

/** A whole number with its separators. */
export function Count({ value }: { readonly value: number }) {
  const { language } = useWords();
  return <>{numberText(value, { language, decimals: 0 })}</>;
}
