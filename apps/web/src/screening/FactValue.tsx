import { numberText } from '../numbers/format-number.js';
import { useWords } from '../words/words.js';
import { type FactForm, factWords, nameOfFact } from './evidence-words.js';
import { RecordText } from './RecordText.js';
import { shareText } from './share-text.js';

export interface FactValueProps {
  readonly name: string;
  readonly value: string | number;
  readonly areaName: (code: string) => string;
}

/** One fact of an evidence, as people read it. */
export function FactValue({ name, value, areaName }: FactValueProps) {
  const { word, language } = useWords();
  const form: FactForm = factWords[name]?.[1] ?? 'code';
  if (typeof value === 'number') {
    if (form === 'share') return shareText(value, language);
    if (form === 'small') return value === 0 || value >= 0.001 ? String(value) : value.toExponential(1);
    return numberText(value, { language, decimals: Number.isInteger(value) ? 0 : 1 });
  }
  if (typeof form === 'object') {
    const parts = value.split(' ').map((part) => {
      const id = form[part];
      return id === undefined ? part : word(id);
    });
    return parts.join(word('list.comma'));
  }
  if (form === 'area') return areaName(value);
  return form === 'text' ? <RecordText text={value} /> : <code>{value}</code>;
}

/** The name of a fact in the language of the page; what has none stands as it is. */
export function useFactName(): (name: string, value: string | number) => string {
  const { word } = useWords();
  return (name, value) => {
    const id = nameOfFact(name, value);
    return id === undefined ? name : word(id);
  };
}
