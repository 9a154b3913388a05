import { simplified } from '@zhiheng/characters';
import { expect, it } from 'vitest';
import { textFeatures } from './features.js';

/** Characters of level 1 of GB 2312, from its table of bytes. */
const common = new Set(
  Array.from({ length: 40 * 94 - 5 }, (_, index) =>
    new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(index / 94), 0xa1 + (index % 94))),
  ),
);
const grammarCharacters = '的了在与和及或其所将被由有于以使从对该并为上下中内外时';
const grammarWords =
  'a an the of to in on at by for from with and or is are be being that which said wherein into as its it this'.split(
    ' ',
  );

/** The same character by character, as it is described. */
function plainly(text: string) {
  const folded = [...simplified(text.normalize('NFKC').toLowerCase())].filter((one) => /[\p{L}\p{N}]/u.test(one));
  const chinese = folded.filter((one) => /\p{Script=Han}/u.test(one));
  const share = (all: readonly string[], is: (one: string) => boolean) =>
    all.length === 0 ? 0 : all.filter(is).length / all.length;
  const runs = folded.slice(3).map((_, at) => folded.slice(at, at + 4).join(' '));
  return {
    unusual: share(chinese, (one) => !common.has(one)),
    grammar:
      chinese.length * 2 >= folded.length
        ? share(chinese, (one) => grammarCharacters.includes(one))
        : share(text.toLowerCase().match(/\p{L}+/gu) ?? [], (one) => grammarWords.includes(one)),
    repetition: runs.length === 0 ? 0 : 1 - new Set(runs).size / runs.length,
  };
}

it('measures of texts are those that each character tells by itself', () => {
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const alphabets = [
    '一種散熱裝置的殼體與葉輪連接于轉軸，龘靐齉',
    'Heat sink of the said housing and a fan, wherein it turns. ',
    '𠮷𠀀水泵😀①２ａＢ﹏ ́é',
    '\ud83d水\udc00泵',
    'абв กขค 水泵',
  ].map((one) => [...one]);
  const texts = Array.from({ length: 400 }, (_, index) => {
    const alphabet = [...(alphabets[index % alphabets.length] ?? []), ...(alphabets[draw(alphabets.length)] ?? [])];
    const own = alphabet.slice(0, 2 + draw(alphabet.length));
    return Array.from({ length: draw(index % 7 === 0 ? 9000 : 300) }, () => own[draw(own.length)]).join('');
  });
  for (const text of ['', '水', '水泵壳体', ...texts]) expect(textFeatures(text, 0)).toEqual(plainly(text));
  expect(textFeatures('水泵'.repeat(20), 41)).toBeNull();
  expect(textFeatures('水泵'.repeat(20), 40)).not.toBeNull();
  expect(textFeatures(null, 1)).toBeNull();
});
