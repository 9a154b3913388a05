import { simplifiedCharacter } from '@zhiheng/characters';

/** A character that ends a word and is no part of the text: white space, punctuation. */
export const separator = 0;
/** A character that is nothing at all: zero-width ones, marks above letters, selectors. */
export const nothing = -1;
/** Half of a character beyond the basic plane, or half without its other. */
export const half = -2;
/** Characters of scripts that write no spaces between words carry this bit above their code point. */
export const unspaced = 1 << 21;
/** Bits of a code point. */
export const codePointBits = unspaced - 1;

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const noCharacter = /[\p{Mn}\p{Cf}]/u;
const parting = /[\s\p{P}\p{Z}\p{Cc}]/u;

/**
 * What each UTF-16 unit becomes when texts are compared: its folded code point, or one of the signs above, or, where it becomes
 * several characters, `-3 - index` into `several`.
 */
export interface FoldingTable {
  readonly units: Int32Array;
  readonly several: readonly (readonly number[])[];
}

/** Compatibility form, simplified, lower case, without marks: of one code point, 0 or more. Signs stand for what is left out. */
export function foldedCodePoint(codePoint: number): readonly number[] {
  const character = String.fromCodePoint(codePoint);
  if (noCharacter.test(character)) return [nothing];
  let compatible = '';
  for (const one of character.normalize('NFKC')) compatible += simplifiedCharacter(one);
  const bare = compatible
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
  const made: number[] = [];
  for (const one of bare) {
    if (parting.test(one)) made.push(separator);
    else if (noCharacter.test(one)) continue;
    else made.push((one.codePointAt(0) as number) | (unspacedScript.test(one) ? unspaced : 0));
  }
  if (made.length === 0) return [nothing];
  return made.every((one) => one === separator) ? [separator] : made;
}

let table: FoldingTable | null = null;

/** The table of the basic plane; made once, some tens of milliseconds. Its units lie in memory that threads share. */
export function foldingTable(): FoldingTable {
  table ??= makeTable();
  return table;
}

/** Takes over the table that another thread has made. */
export function lendFoldingTable(made: FoldingTable): void {
  table ??= made;
}

function makeTable(): FoldingTable {
  const units = new Int32Array(new SharedArrayBuffer(4 * 65_536));
  const several: (readonly number[])[] = [];
  for (let unit = 0; unit < 65_536; unit += 1) {
    if (unit >= 0xd800 && unit < 0xe000) {
      units[unit] = half;
      continue;
    }
    const made = foldedCodePoint(unit);
    if (made.length === 1) units[unit] = made[0] as number;
    else {
      units[unit] = -3 - several.length;
      several.push(made);
    }
  }
  return { units, several };
}

const rare = new Map<number, readonly number[]>();

/** The same of a code point beyond the basic plane, or of a lone half, which stays as it is. */
export function foldedRare(codePoint: number): readonly number[] {
  let made = rare.get(codePoint);
  if (made === undefined) {
    made = codePoint < 0x10000 ? [codePoint] : foldedCodePoint(codePoint);
    rare.set(codePoint, made);
  }
  return made;
}
