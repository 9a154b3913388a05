import { isKind, kindNames } from '@zhiheng/vocabulary';
import { numberText } from '../../numbers/format-number.js';
import { useAreaNames } from '../../staff/useAreaNames.js';
import { useWords } from '../../words/words.js';

type Value = string | number | boolean | null;

/** Numbers that are names, not amounts. */
const plainNumbers = new Set(['year', 'position', 'class', 'revision', 'source_position']);

/** Values of canonical columns as people read them: kinds and areas by name, amounts with their separators, – for nothing. */
export function useValueText(
  rows: readonly Readonly<Record<string, Value>>[],
): (column: string, value: Value) => string {
  const { own, language } = useWords();
  const { nameOf } = useAreaNames(rows.flatMap(({ area }) => (typeof area === 'string' ? [area] : [])));
  return (column, value) => {
    if (value === null || value === '') return '–';
    if (column === 'kind' && typeof value === 'string' && isKind(value)) return own(kindNames[value]);
    if (column === 'area') return nameOf(String(value));
    if (typeof value !== 'number' || plainNumbers.has(column)) return String(value);
    return numberText(value, { language, decimals: Number.isInteger(value) ? 0 : 2 });
  };
}
