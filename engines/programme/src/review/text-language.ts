import { simplifiedCharacter, traditional } from '@zhiheng/characters';
import type { Language } from '@zhiheng/vocabulary';

const han = /\p{Script=Han}/gu;
const letter = /\p{L}/gu;

/** The language that a text is in, by its characters: those that only one of the scripts has decide. */
export function textLanguage(text: string): Language {
  const signs = text.match(han) ?? [];
  if (signs.length * 4 < (text.match(letter) ?? []).length) return 'en';
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let more = 0;
  for (const [sign, count] of counts) {
    if (simplifiedCharacter(sign) !== sign) more += count;
    else if (traditional(sign) !== sign) more -= count;
  }
  return more > 0 ? 'zh-Hant' : 'zh-Hans';
}
