const latin = /[\p{Script=Latin}\p{N}]/u;

/** A text in which keywords are looked for: one width, small letters, no blanks between Chinese characters. */
export function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
}

/** A keyword folded, and whether a longer Latin word may go on before or behind it. */
export interface FoldedKeyword {
  readonly text: string;
  readonly wordBegins: boolean;
  readonly wordEnds: boolean;
}

export function foldedKeyword(keyword: string): FoldedKeyword {
  const text = foldedText(keyword).trim();
  return { text, wordBegins: latin.test(text.charAt(0)), wordEnds: latin.test(text.charAt(text.length - 1)) };
}

/** Whether a keyword stands in a folded text; one that begins or ends with a Latin letter or digit not inside of a longer word. */
export function standsIn({ text: keyword, wordBegins, wordEnds }: FoldedKeyword, text: string): boolean {
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
    const before = at === 0 ? '' : text.charAt(at - 1);
    const behind = text.charAt(at + keyword.length);
    if (!(wordBegins && latin.test(before)) && !(wordEnds && latin.test(behind))) return true;
  }
  return false;
}
