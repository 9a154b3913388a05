/** Radicals that have no other form of their own in Unicode, each with the character that it is a part of. */
const radicals =
  '⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const characters = new Map(
  [...radicals.matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]),
);

/**
 * Puts characters in the place of the radicals that look like them: many makers of PDF name the shape of 工 as the radical
 * ⼯, and such a text is found by no search.
 */
export function wholeCharacters(text: string): string {
  return text
    .replaceAll(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replaceAll(/[\u2e80-\u2eff]/g, (radical) => characters.get(radical) ?? radical);
}
