import { columnWords } from '../../words/term-ids.js';
import type { Words } from '../../words/words.js';

/** A canonical field in words, where there are some; its code otherwise. */
export function fieldName({ word }: Words, field: string): string {
  const id = columnWords[field];
  return id === undefined ? field : word(id);
}
