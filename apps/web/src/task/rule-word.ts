import type { TaskRulesAnswer } from '@zhiheng/office';
import type { Words } from '../words/words.js';

/** A reason or a word of progress in the page's language; one that the rules no longer have, by its id. */
export function ruleWord({ own }: Words, among: TaskRulesAnswer['progress'], id: string): string {
  const found = among.find((one) => one.id === id);
  return found === undefined ? id : own(found.names);
}
