import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedCharacters, sharedPassages } from '../../src/near/passages.js';
import { seeded, writeText } from './planted-texts.js';

const least = { characters: 6, words: 3 };
const cut = (text: string, { from, to }: { from: number; to: number }) => text.slice(from, to);

it('characters are folded by width, script, case, spacing and punctuation, one by one', () => {
  expect(foldedCharacters('Ａ１　裝置，（ＬＥＤ）')).toBe('a1装置led');
  expect(foldedCharacters('㎏…½')).toBe('kg1⁄2');
  expect(foldedCharacters('Café cafe\u0301')).toBe('cafecafe');
  expect(foldedCharacters('\u{20000}\u{1F600}\ufe0f\u200b')).toBe('\u{20000}\u{1F600}');
  expect(foldedCharacters('電\ud800')).toBe('电\ud800');
  expect(foldedCharacters('')).toBe('');
});

it('a passage is found at its place in both texts, as each writes it', () => {
  const passage = '滑块与导轨滑动连接，弹簧抵接于壳体';
  const other = '滑塊 與導軌滑動連接;彈簧抵接於殼體';
  const [a, b] = [`前面的话甲乙丙。${passage}。后`, `別的开头${other}，另一种结尾`];
  const [found, ...more] = sharedPassages(a, b, least);
  expect(more).toEqual([]);
  expect(found && cut(a, found.a)).toBe(passage);
  expect(found && cut(b, found.b)).toBe(other);
});

it('two halves of two texts are found, one in each', () => {
  const random = seeded(21);
  const [one, two] = [writeText(random, 200), writeText(random, 200)];
  const patched = one.slice(0, 100) + two.slice(-100);
  const longest = (text: string) => {
    const spans = sharedPassages(patched, text, { characters: 20, words: 5 }).map(({ a }) => a);
    return spans.sort((p, q) => q.to - q.from - (p.to - p.from))[0];
  };
  expect(longest(one)?.from).toBe(0);
  expect(longest(one)?.to).toBeGreaterThanOrEqual(98);
  expect(longest(two)?.to).toBeGreaterThanOrEqual(197);
  expect(longest(two)?.from).toBeLessThanOrEqual(102);
});

it('English is compared by words', () => {
  const a = 'A device comprising a housing, a motor and a control unit.';
  const b = 'Disclosed is: A HOUSING - a motor and a control valve';
  expect(sharedPassages(a, b, least).map((one) => cut(a, one.a))).toEqual(['a housing, a motor and a control']);
});

it('whatever the texts, spans lie within them in order and fold to the same; a passage put into both is covered', () => {
  const character = fc.constantFrom(...'装置裝電电机ab１Ａ ，。㎏½é…', '\u{1F600}', '\u{20000}', '\ud800', 'e\u0301');
  const text = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(''));
  const property = fc.property(text, text, text, text, text, (start, middle, end, before, after) => {
    const [a, b] = [start + middle + end, before + middle + after];
    const found = sharedPassages(a, b, least);
    let last = 0;
    for (const one of found) {
      expect(foldedCharacters(cut(a, one.a))).toBe(foldedCharacters(cut(b, one.b)));
      expect(one.a.from).toBeGreaterThanOrEqual(last);
      expect(one.a.to).toBeLessThanOrEqual(a.length);
      expect(one.b.to).toBeLessThanOrEqual(b.length);
      last = one.a.to;
    }
  });
  fc.assert(property, { numRuns: 300, seed: 4 });
});
