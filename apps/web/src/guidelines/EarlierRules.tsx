import type { DecidedField } from '@zhiheng/office';
import { useWords } from '../words/words.js';

/** The rules that held before the one that stands now. */
export function EarlierRules({ was }: { readonly was: DecidedField['was'] }) {
  const { word } = useWords();
  if (was.length === 0) return null;
  return (
    <ul className="told">
      {was.map(({ from, sets, document }) => (
        <li key={from ?? ''}>
          {word(from === null ? 'review.was.first' : 'review.was.from', {
            ...{ day: from ?? '', document: document ?? '' },
            rule: Object.entries(sets)
              .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
              .join(word('list.comma')),
          })}
        </li>
      ))}
    </ul>
  );
}
