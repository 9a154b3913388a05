/** About how wide a text of size 12 is: 12 for a Han character, 6.7 for others. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.7), 0);
}
