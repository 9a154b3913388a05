import type { Random } from '../random.js';
import { traditional } from './character-forms.js';

/** Ways to write the same text in other characters. */
export const characterForms = ['traditional', 'full-width', 'spaced', 'punctuation', 'mixed'] as const;
export type CharacterForm = (typeof characterForms)[number];

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Small forms of the marks of punctuation, which compatibility folding undoes. */
const smallMarks: Readonly<Record<string, string>> = { '，': '﹐', '；': '﹔', '：': '﹕', '（': '﹙', '）': '﹚' };
const otherMarks = (text: string) => text.replace(/[，；：（）]/g, (mark) => smallMarks[mark] ?? mark);

/** Ideographic and narrow spaces every few characters. */
function spaced(text: string, random: Random): string {
  let other = '';
  let next = random.between(4, 15);
  for (const character of text) {
    if (next === 0) {
      other += random.chance(0.8) ? '\u3000' : '\u2005';
      next = random.between(4, 15);
    }
    other += character;
    next -= 1;
  }
  return other;
}

/** The same text in another form of characters; after folding it is the same again. */
export function otherForms(text: string, form: CharacterForm, random: Random): string {
  switch (form) {
    case 'traditional':
      return traditional(text);
    case 'full-width':
      return fullWidth(text);
    case 'spaced':
      return spaced(text, random);
    case 'punctuation':
      return otherMarks(text);
    default:
      return spaced(otherMarks(fullWidth(traditional(text))), random);
  }
}
