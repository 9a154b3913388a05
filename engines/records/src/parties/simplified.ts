import characters from 'opencc-js/dict/TSCharacters';

/** Traditional characters and the simplified one of each, character by character. */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  characters.split('|').map((entry) => {
    const [traditional = '', simplified = traditional] = entry.split(' ');
    return [traditional, simplified] as const;
  }),
);
const han = /\p{Script=Han}/u;

/** A text with its traditional characters made simplified ones; names need no more than single characters. */
export function simplified(text: string): string {
  if (!han.test(text)) return text;
  let made = '';
  for (const character of text) made += simplifiedOf.get(character) ?? character;
  return made;
}
