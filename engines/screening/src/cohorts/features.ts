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

/** Features of a text; null for one that has less than `least` characters. Traditional characters count as their simplified ones. */
export function textFeatures(
  text: string | null,
  least: number,
): { readonly unusual: number; readonly grammar: number; readonly repetition: number } | null {
  const folded = [...simplified((text ?? '').normalize('NFKC').toLowerCase())].filter((one) =>
    /[\p{L}\p{N}]/u.test(one),
  );
  if (folded.length < least) return null;
  const chinese = folded.filter((one) => /\p{Script=Han}/u.test(one));
  const unusual = chinese.length === 0 ? 0 : chinese.filter((one) => !common.has(one)).length / chinese.length;
  const mainlyChinese = chinese.length * 2 >= folded.length;
  const words = mainlyChinese ? chinese : ((text ?? '').toLowerCase().match(/\p{L}+/gu) ?? []);
  const known = mainlyChinese ? grammarCharacters : grammarWords;
  const grammar = words.length === 0 ? 0 : words.filter((one) => known.has(one)).length / words.length;
  return { unusual, grammar, repetition: repetitionOf(folded) };
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

function repetitionOf(characters: readonly string[]): number {
  const seen = new Set<string>();
  const runs = characters.length - 3;
  for (let at = 0; at < runs; at += 1) seen.add(characters.slice(at, at + 4).join(''));
  return runs <= 0 ? 0 : 1 - seen.size / runs;
}

/** The characters of level 1 of GB 2312: rows 16 to 55, of 94 each, the last five places of row 55 empty. */
function commonCharacters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}
