import characters from 'opencc-js/dict/TSCharacters';

/** Traditional characters and the simplified one of each, character by character. */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  characters.split('|').map((entry) => {
    const [traditional = '', simplified = traditional] = entry.split(' ');
    return [traditional, simplified] as const;
  }),
);
/** The first traditional character of each simplified one: not always the right one, but one that is read back. */
const traditionalOf: ReadonlyMap<string, string> = new Map(
  [...simplifiedOf].reverse().map(([traditional, simple]) => [simple, traditional]),
);
const han = /\p{Script=Han}/u;

/** The simplified form of one character; any other character as it is. */
export function simplifiedCharacter(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

/** A text with its traditional characters made simplified ones; names need no more than single characters. */
export function simplified(text: string): string {
  return han.test(text) ? mapped(text, simplifiedOf) : text;
}

/** A text as somebody might write it in traditional characters. */
export function traditional(text: string): string {
  return mapped(text, traditionalOf);
}

function mapped(text: string, characterOf: ReadonlyMap<string, string>): string {
  let made = '';
  for (const character of text) made += characterOf.get(character) ?? character;
  return made;
}
