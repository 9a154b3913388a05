import { describe, expect, it } from 'vitest';
import { plainContainment, plainJaccard } from '../../test/plain-likeness.js';
import { Random } from '../random.js';
import { TextSource } from '../texts/text-source.js';
import { containment, folded, jaccard, shingles } from './likeness.js';

describe('likeness', () => {
  it('folds width, case, spaces, punctuation and traditional characters', () => {
    expect(folded('１.一種　ＡBc，設備（二）')).toBe('1一种abc设备二');
  });

  it('counts shingles worked out by hand', () => {
    expect([...shingles('甲乙丙丁，甲乙丙')]).toEqual(['甲乙丙', '乙丙丁', '丙丁甲', '丁甲乙']);
    // 甲乙丙 乙丙丁 against 乙丙丁 丙丁戊: one of three
    expect(jaccard(shingles('甲乙丙丁'), shingles('乙丙丁戊'))).toBeCloseTo(1 / 3, 12);
    expect(containment(shingles('甲乙丙丁'), shingles('乙丙丁戊'))).toBe(0.5);
    expect(jaccard(shingles('甲'), shingles(''))).toBe(0);
    expect(containment(shingles('甲'), shingles('甲乙丙'))).toBe(0);
  });

  it('agrees with the plain reference on written texts', () => {
    const source = new TextSource(1);
    const random = Random.of(2);
    for (let index = 0; index < 20; index += 1) {
      const [a, b] = [source.texts(index, 'invention', random), source.texts(index, 'invention', random)];
      const [one, other] = [a.abstract + b.abstract.slice(100), b.abstract];
      expect(jaccard(shingles(one), shingles(other))).toBeCloseTo(plainJaccard(one, other), 12);
      expect(containment(shingles(one), shingles(other))).toBeCloseTo(plainContainment(one, other), 12);
    }
  });
});
