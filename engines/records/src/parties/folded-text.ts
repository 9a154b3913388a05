import { simplified } from '@zhiheng/characters';

const plain = /^[A-Z0-9 ]*$/;
const accented = /[\u00c0-\u024f]/;
const accents = /[\u0300-\u036f]/g;
const initialDot = /(?<=\b\p{L})\./gu;
const marks = /[\p{P}\p{S}\p{Z}\p{C}]+/gu;
const besideHan = / (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu;

/**
 * A text in the one form in which names are compared: full-width forms made plain, simplified characters, upper case,
 * accents gone; brackets, marks and spaces are one space between words and nothing beside Chinese characters.
 */
export function foldedText(text: string): string {
  if (plain.test(text) && !text.includes('  ')) return text.trim();
  let folded = text.normalize('NFKC');
  if (accented.test(folded)) folded = folded.normalize('NFKD').replace(accents, '').normalize('NFC');
  folded = simplified(folded)
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replace(/['’`]/g, '')
    .replace(initialDot, '')
    .replace(marks, ' ');
  return folded.replace(besideHan, '').trim();
}
