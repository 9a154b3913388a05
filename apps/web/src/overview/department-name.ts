import type { LocalizedText } from '@zhiheng/vocabulary';
import type { Words } from '../words/words.js';

/** A department in the page's language where the programme gives its name, else as the programme writes it. */
export function departmentName(words: Words, departments: readonly LocalizedText[], written: string): string {
  const known = departments.find((names) => names['zh-Hans'] === written);
  return known === undefined ? written : words.own(known);
}
