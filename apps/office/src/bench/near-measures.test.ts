import { expect, it } from 'vitest';
import { nearCorpus } from './near-corpus.js';
import { measureClassic, measureMonth, measureNear } from './near-measures.js';

it('planted near texts are found as the readme says, and a month comes to the pairs of one run', async () => {
  const corpus = nearCorpus(6000, 3);
  expect(corpus.planted.length).toBe(299);
  const { recall, precision, bytesOfText } = await measureNear(corpus, 0, true);
  const shareOf = (names: readonly string[], of = recall) => {
    const tallies = names.map((name) => of[name] ?? { found: 0, planted: 0 });
    expect(tallies.every(({ planted }) => planted > 8)).toBe(true);
    return tallies.reduce((sum, { found }) => sum + found, 0) / tallies.reduce((sum, { planted }) => sum + planted, 0);
  };
  const [likest, like] = [['Jaccard 0.7-0.8', 'Jaccard 0.8-0.9', 'Jaccard 0.9-1.0'], ['Jaccard 0.6-0.7']];
  expect(shareOf(likest)).toBeGreaterThanOrEqual(0.99);
  expect(shareOf(like)).toBeGreaterThanOrEqual(0.95);
  expect(shareOf(['contained'])).toBeGreaterThanOrEqual(0.95);
  expect(shareOf(['recombined'])).toBeGreaterThanOrEqual(0.9);
  expect(shareOf(['copy', 'other-form'])).toBe(1);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(bytesOfText).toBeLessThan(300);
  expect(shareOf(likest, measureClassic(corpus).recall)).toBeGreaterThanOrEqual(0.99);
  expect((await measureMonth(corpus, 200, 0)).same).toBe(true);
});
