import { simplified } from '@zhiheng/characters';

/** What is measured of an application for its cohort, and the least spread that any cohort is taken to have. */
export const features = {
  /** Share of Chinese characters outside of the 3,755 commonest (level 1 of GB 2312). */
  unusual: 0.01,
  /** Share of characters or words that carry grammar and no matter. */
  grammar: 0.01,
  /** Share of runs of four characters that stood in the text before. */
  repetition: 0.02,
  /** Characters of the first claim. */
  'claim-length': 20,
  /** Parts of the first claim between semicolons and commas. */
  'claim-features': 2,
  'claim-count': 1,
} as const;
export type Feature = keyof typeof features;

const common = commonCharacters();
const grammarCharacters = new Set('的了在与和及或其所将被由有于以使从对该并为上下中内外时');
const grammarWords = new Set(
  'a an the of to in on at by for from with and or is are be being that which said wherein into as its it this'.split(
    ' ',
  ),
);

const [known, letter, han, usual, grammatical] = [1, 2, 4, 8, 16];
/** By code point; 0: not told yet. */
const kinds = new Uint8Array(0x110000);
/** Room for the characters of a text, and for where runs of them stand. */
let codes = new Uint32Array(4096);
let places = new Int32Array(8192);

/** Features of a text; null for one that has less than `least` characters. Traditional characters count as their simplified ones. */
export function textFeatures(
  text: string | null,
  least: number,
): { readonly unusual: number; readonly grammar: number; readonly repetition: number } | null {
  const folded = foldedCodes(text ?? '');
  if (folded.length < least) return null;
  let [chinese, unusual, grammar] = [0, 0, 0];
  for (const code of folded) {
    const kind = kindOf(code);
    if ((kind & han) === 0) continue;
    chinese += 1;
    if ((kind & usual) === 0) unusual += 1;
    if ((kind & grammatical) !== 0) grammar += 1;
  }
  const mainlyChinese = chinese * 2 >= folded.length;
  return {
    unusual: chinese === 0 ? 0 : unusual / chinese,
    grammar: mainlyChinese ? (chinese === 0 ? 0 : grammar / chinese) : grammarOfWords(text ?? ''),
    repetition: repetitionOf(folded),
  };
}

function grammarOfWords(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((one) => grammarWords.has(one)).length / words.length;
}

/** Letters and digits of a text as code points; valid until the next text. */
function foldedCodes(text: string): Uint32Array {
  const folded = simplified(text.normalize('NFKC').toLowerCase());
  if (codes.length < folded.length) codes = new Uint32Array(2 * folded.length);
  let count = 0;
  for (let at = 0; at < folded.length; ) {
    const code = folded.codePointAt(at) as number;
    at += code > 0xffff ? 2 : 1;
    if ((kindOf(code) & letter) === 0) continue;
    codes[count] = code;
    count += 1;
  }
  return codes.subarray(0, count);
}

/** Features of a first claim; null where the record tells none. */
export function claimFeatures(
  firstClaim: string | null,
): Readonly<Record<'claim-length' | 'claim-features', number | null>> {
  const claim = (firstClaim ?? '').normalize('NFKC').trim();
  return {
    'claim-length': claim === '' ? null : [...claim].length,
    'claim-features': claim === '' ? null : claim.split(/[;,；，]/u).filter((part) => part.trim() !== '').length,
  };
}

/** Share of runs of four characters that stood before them. */
function repetitionOf(characters: Uint32Array): number {
  const runs = characters.length - 3;
  if (runs <= 0) return 0;
  let room = 256;
  while (room < 2 * runs) room *= 2;
  if (places.length < room) places = new Int32Array(room);
  // Where each run stands first, and 1, by what it is.
  const seen = places.subarray(0, room).fill(0);
  let different = 0;
  for (let at = 0; at < runs; at += 1) {
    let slot = hashOfRun(characters, at) & (room - 1);
    while (seen[slot] !== 0 && !isSameRun(characters, at, (seen[slot] as number) - 1)) slot = (slot + 1) & (room - 1);
    if (seen[slot] !== 0) continue;
    seen[slot] = at + 1;
    different += 1;
  }
  return 1 - different / runs;
}

function hashOfRun(characters: Uint32Array, at: number): number {
  let hash = 0;
  for (let place = at; place < at + 4; place += 1)
    hash = Math.imul(hash ^ (characters[place] as number), 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isSameRun(characters: Uint32Array, one: number, other: number): boolean {
  for (let place = 0; place < 4; place += 1) if (characters[one + place] !== characters[other + place]) return false;
  return true;
}

/** What a character is, as bits; told of each once. */
function kindOf(code: number): number {
  const told = kinds[code] as number;
  return told === 0 ? kindAnew(code) : told;
}

function kindAnew(code: number): number {
  const character = String.fromCodePoint(code);
  const kind =
    known |
    (/[\p{L}\p{N}]/u.test(character) ? letter : 0) |
    (/\p{Script=Han}/u.test(character) ? han : 0) |
    (common.has(character) ? usual : 0) |
    (grammarCharacters.has(character) ? grammatical : 0);
  kinds[code] = kind;
  return kind;
}

/** The characters of level 1 of GB 2312: rows 16 to 55, of 94 each, the last five places of row 55 empty. */
function commonCharacters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}
