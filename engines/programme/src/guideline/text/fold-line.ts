import { simplifiedCharacter } from '@zhiheng/characters';
import { TracedText } from './traced-text.js';

/** A line of a document as it lies there; `number` from 1. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** Stands for a character that one UTF-16 unit cannot hold. */
export const rareCharacter = '\uE000';

const invisible = /^(?:\p{Cf}|\p{Variation_Selector})$/u;
const blank = /^\s$/u;

/**
 * A line as it is recognised: simplified characters, half-width forms, single blanks for any kind of blank but tabs, and
 * without what cannot be seen. Each character keeps its place in the source.
 */
export function foldLine(line: SourceLine): TracedText {
  const characters = [];
  let column = 0;
  for (const character of line.text) {
    column += 1;
    if (invisible.test(character)) continue;
    for (const part of character.normalize('NFKC')) {
      characters.push({ text: foldedCharacter(part), from: column, to: column + 1 });
    }
  }
  return TracedText.of(line.number, characters);
}

function foldedCharacter(character: string): string {
  if (character !== '\t' && blank.test(character)) return ' ';
  const folded = simplifiedCharacter(character);
  return folded.length > 1 ? rareCharacter : folded;
}
