import type { Verdict } from '@zhiheng/programme';
import type { Words } from '../words/words.js';

/** The reason of a verdict; that of a group names the parts that decide it as the page does, not by their ids. */
export function reasonText(words: Words, { reasons, reasonText: said }: Verdict, parts: readonly Verdict[]): string {
  const deciding = parts.filter(({ target }) => reasons.some(({ values }) => values.part === target));
  if (deciding.length === 0) return words.own(said);
  const names = deciding.map((part) => words.own(part.names)).join(words.word('list.comma'));
  return words.word('overview.decided-by', { parts: names });
}
