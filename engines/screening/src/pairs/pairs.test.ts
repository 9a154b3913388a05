import { describe, expect, it } from 'vitest';
import { align } from './alignment.js';
import { passages } from './passages.js';
import { templateOf } from './slots.js';
import { titleLikeness } from './title-likeness.js';

describe('align', () => {
  it('tells what stays and what stands in its place', () => {
    expect(align('一种气缸装置', '一种滑轨装置')).toEqual([
      { same: true, own: '一种', other: '一种' },
      { same: false, own: '气缸', other: '滑轨' },
      { same: true, own: '装置', other: '装置' },
    ]);
    expect(align('', '甲乙')).toEqual([{ same: false, own: '', other: '甲乙' }]);
    expect(align('同文', '同文')).toEqual([{ same: true, own: '同文', other: '同文' }]);
  });

  it('gives both texts back, whatever they are', () => {
    let seed = 7;
    const letter = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return '甲乙丙丁'.charAt(seed % 4);
    };
    for (let round = 0; round < 60; round += 1) {
      const [own, other] = [5 + (round % 20), 3 + (round % 31)].map((length) =>
        Array.from({ length }, letter).join(''),
      );
      const pieces = align(own ?? '', other ?? '') ?? [];
      expect(pieces.map((piece) => piece.own).join('')).toBe(own);
      expect(pieces.map((piece) => piece.other).join('')).toBe(other);
      for (const piece of pieces) if (piece.same) expect(piece.own).toBe(piece.other);
    }
  });

  it('gives up on texts that have too little in common', () => {
    expect(align('甲'.repeat(1200), '乙'.repeat(1200))).toBeNull();
  });
});

describe('templateOf', () => {
  const own = '气缸接于机架，气缸带动推杆，推杆夹持工件。';
  const other = '滑轨接于机架，滑轨带动托盘，托盘夹持工件。';
  const asked = { fixed: 0.5, slots: 2, slotLength: 8 };

  it('finds words that are exchanged alike wherever they stand, from both sides', () => {
    // 21 characters, of which 气缸 twice and 推杆 twice are exchanged, and one comma stands alone between: 12 of 21 stay.
    expect(templateOf(own, other, asked)).toEqual({
      own: {
        fixed: 12 / 21,
        slots: [
          { own: '推杆', other: '托盘', times: 2 },
          { own: '气缸', other: '滑轨', times: 2 },
        ],
      },
      other: {
        fixed: 12 / 21,
        slots: [
          { own: '托盘', other: '推杆', times: 2 },
          { own: '滑轨', other: '气缸', times: 2 },
        ],
      },
    });
  });

  it('is none where words are exchanged for several, or at length, or too few, or where too little stays', () => {
    expect(templateOf(own, '滑轨接于机架，吸盘带动托盘，支架夹持工件。', asked)).toBeNull();
    expect(templateOf(own, other, { ...asked, slotLength: 1 })).toBeNull();
    expect(templateOf(own, other, { ...asked, slots: 3 })).toBeNull();
    expect(templateOf(own, other, { ...asked, fixed: 12.1 / 21 })).toBeNull();
    expect(templateOf(own, other, { ...asked, fixed: 12 / 21 })).not.toBeNull();
    expect(templateOf(own, own, asked)).toBeNull();
  });
});

describe('passages', () => {
  it('tells the longest shared runs with their places in both', () => {
    const shared = '所述壳体内设有可转动的叶轮';
    const text = `甲乙${shared}丙`;
    expect(passages(text, `子丑寅${shared}卯`)).toEqual([{ at: 2, otherAt: 3, text: shared }]);
  });

  it('are the same in the other characters, with other spaces', () => {
    expect(passages('甲所述壳体内设有叶轮', '乙丙所述殼體內 設有葉輪')).toEqual([
      { at: 1, otherAt: 2, text: '所述壳体内设有叶轮' },
    ]);
  });

  it('tells none of seven characters, and one of eight', () => {
    expect(passages('一二三四五六七', '一二三四五六七')).toEqual([]);
    expect(passages('一二三四五六七八', '一二三四五六七八')).toHaveLength(1);
  });
});

describe('titleLikeness', () => {
  it('is the share of pairs of neighbouring characters', () => {
    // 一种 种水 水泵 against 一种 种风 风机: one of five.
    expect(titleLikeness('一种水泵', '一种风机')).toBe(1 / 5);
    expect(titleLikeness('一种水泵', '一種 水泵')).toBe(1);
    expect(titleLikeness('', '')).toBe(1);
  });
});
