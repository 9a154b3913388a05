import { holderTypeNames, isHolderType } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';
import { kindName } from './choice-names.js';

/** The value of a column as the page writes it; a value without a name stays itself. */
export function seenName(words: Words, column: string, value: string): string {
  if (column === 'kind') return kindName(words, value);
  if (column === 'holder_type') return isHolderType(value) ? words.own(holderTypeNames[value]) : value;
  if (column !== 'dataset') return value;
  return words.word(value === 'synthetic' ? 'synthetic' : 'dataset.real');
}
