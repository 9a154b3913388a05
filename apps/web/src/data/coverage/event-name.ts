import type { Words } from '../../words/words.js';
import { eventWords } from './coverage-words.js';

/** An event in words, where there are some; its code otherwise. */
export function eventName({ word }: Words, event: string): string {
  const id = eventWords[event];
  return id === undefined ? event : word(id);
}
