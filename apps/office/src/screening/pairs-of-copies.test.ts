import type { TextPair } from '@zhiheng/screening';
import { describe, expect, it } from 'vitest';
import { mostEqual, withCopies } from './pairs-of-copies.js';

const pair = (a: string, b: string, kind: TextPair['kind'], jaccard = 1): TextPair => ({
  ...{ a, b, kind, jaccard, field: 'claim', containment: 1 },
});
const told = (pairs: readonly TextPair[]) => pairs.map(({ a, b, kind, jaccard }) => `${a}${b} ${kind} ${jaccard}`);
const isEarlier = (one: string, other: string) => one < other;

describe('pairs of copies', () => {
  it('stand beside those of their earliest, in the order of filing', () => {
    // A, B and D are equal, C and E are equal; A and C are alike.
    const found = [pair('A', 'B', 'same'), pair('A', 'D', 'same'), pair('C', 'E', 'same'), pair('A', 'C', 'near', 0.6)];
    expect(told(withCopies(found, isEarlier)).slice(4).sort()).toEqual(
      ['AE near 0.6', 'BC near 0.6', 'BD same 1', 'BE near 0.6', 'CD near 0.6', 'DE near 0.6'].sort(),
    );
  });

  it('are left out where there are many, and where a text was recombined', () => {
    const many = Array.from({ length: mostEqual }, (_, index) => pair('A', String.fromCharCode(66 + index), 'same'));
    expect(withCopies([...many, pair('A', 'Z', 'near', 0.6)], isEarlier)).toHaveLength(mostEqual + 1);
    const recombined = [pair('A', 'B', 'same'), pair('A', 'C', 'recombined', 0.3)];
    expect(told(withCopies(recombined, isEarlier))).toEqual(told(recombined));
  });
});
