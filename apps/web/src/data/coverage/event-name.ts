import type { Words } from '../../words/words.js';
import { eventWords, tableWords } from './coverage-words.js';

/** An event in words, where there are some, its code otherwise; of what, where it is not of patents. */
export function eventName(
  { word }: Words,
  { table, event }: { readonly table: string; readonly event: string },
): string {
  const id = eventWords[event];
  const name = id === undefined ? event : word(id);
  const of = tableWords[table];
  return of === undefined ? name : `${word(of)} · ${name}`;
}
