const wide =
  '[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]';
const endsWide = new RegExp(`${wide}$`, 'u');
const startsWide = new RegExp(`^${wide}`, 'u');
const brokenBetween = new RegExp(`(?<=${wide})[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=${wide})`, 'gu');

/** Whether a text ends in a character of Chinese writing, or of full width. */
export function endsInWide(text: string): boolean {
  return endsWide.test(text.slice(-2));
}

export function startsWithWide(text: string): boolean {
  return startsWide.test(text.slice(0, 2));
}

/** Takes out the line ends between two characters of Chinese writing, which no space belongs between. */
export function joinWideLines(text: string): string {
  return text.includes('\n') ? text.replaceAll(brokenBetween, '') : text;
}
