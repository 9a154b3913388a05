import { FieldSplitter } from './table/field-splitter.js';
import { delimiters } from './table/mapping.js';

const looked = 20;

/**
 * True for a text whose first lines split into the same number of fields, two at least. The text may be any encoding read
 * byte by byte: separators, quotes and line ends are the same in all of them.
 */
export function looksLikeTable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a binary file
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) return false;
  return delimiters.some((delimiter) => {
    const counts = fieldCounts(text, delimiter);
    const [header = 0] = counts;
    const alike = counts.filter((count) => count === header).length;
    return header >= 2 && alike * 2 >= counts.length;
  });
}

/** Fields of the first records; a last one that the head may cut off is left out, if it is not the only one. */
function fieldCounts(text: string, delimiter: string): number[] {
  const splitter = new FieldSplitter(delimiter);
  splitter.begin(text);
  const counts: number[] = [];
  while (counts.length <= looked && !splitter.done) counts.push(splitter.next([]));
  return counts.length > 1 && splitter.done ? counts.slice(0, -1) : counts;
}
