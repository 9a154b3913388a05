import { describe, expect, it } from 'vitest';
import { Random } from './random.js';

const mask = 0xffffffffn;
const rotate = (word: bigint, by: bigint) => ((word << by) | (word >> (32n - by))) & mask;

/** The same generator written down again over big integers, step by step after its published description. */
function slowWords(seed: number, count: number): number[] {
  let hash = 0x811c9dc5n;
  for (const word of [BigInt(seed) & mask, BigInt(seed) >> 32n, mask]) {
    for (const shift of [0n, 8n, 16n, 24n]) hash = ((hash ^ ((word >> shift) & 255n)) * 0x01000193n) & mask;
  }
  const next = () => {
    hash = (hash + 0x9e3779b9n) & mask;
    let z = hash;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
    return z ^ (z >> 15n);
  };
  const s: [bigint, bigint, bigint, bigint] = [next(), next(), next(), next() | 1n];
  return Array.from({ length: count }, () => {
    const result = (rotate((s[1] * 5n) & mask, 7n) * 9n) & mask;
    const t = (s[1] << 9n) & mask;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
    return Number(result);
  });
}

describe('Random', () => {
  it.each([0, 1, 42, 2 ** 40 + 7, 2 ** 53 - 1])('gives the words of xoshiro128** for seed %d', (seed) => {
    const random = Random.of(seed);
    expect(Array.from({ length: 200 }, () => random.word())).toEqual(slowWords(seed, 200));
  });

  it('gives other words for other parts', () => {
    const firsts = [
      Random.of(1, 'a'),
      Random.of(1, 'b'),
      Random.of(2, 'a'),
      Random.of(1, 'a', 0),
      Random.of(2 ** 32 + 1, 'a'),
    ];
    expect(new Set(firsts.map((random) => random.word())).size).toBe(firsts.length);
  });

  it('draws whole numbers evenly and within their bounds', () => {
    const random = Random.of(7);
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 40_000; draw += 1) {
      const index = random.between(3, 6) - 3;
      counts[index] = (counts[index] ?? Number.NaN) + 1;
    }
    expect(counts).toHaveLength(4);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('keeps the mean of a log-normal draw', () => {
    const random = Random.of(8);
    let sum = 0;
    for (let draw = 0; draw < 100_000; draw += 1) sum += random.logNormal(20, 0.42);
    expect(sum / 100_000).toBeCloseTo(20, 0);
  });

  it('draws the first rank about as often as its cube root law says, and never one outside', () => {
    const random = Random.of(9);
    let firsts = 0;
    for (let draw = 0; draw < 100_000; draw += 1) {
      const rank = random.rank(999);
      if (!(Number.isInteger(rank) && rank >= 0 && rank < 999)) throw new Error(`rank ${rank}`);
      if (rank === 0) firsts += 1;
    }
    // (cbrt 2 - 1) / (cbrt 1000 - 1)
    expect(firsts / 100_000).toBeCloseTo(0.25992 / 9, 2);
  });
});
