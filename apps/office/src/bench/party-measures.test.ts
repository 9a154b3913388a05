import { expect, it } from 'vitest';
import { measureParties } from './party-measures.js';

it('planted holders are resolved as the readme says', async () => {
  const { rows, pairs, bCubed, variants, report } = await measureParties({ seed: 5, rows: 6000 });
  expect(rows).toBeGreaterThanOrEqual(6000);
  expect(report.holderRows).toBe(rows);
  const { right, wrong, missed, onReview } = pairs;
  expect(right / (right + wrong)).toBeGreaterThan(0.995);
  expect(right / (right + missed)).toBeGreaterThan(0.95);
  expect(onReview / missed).toBeGreaterThan(0.5);
  expect(bCubed.precision).toBeGreaterThan(0.995);
  expect(bCubed.recall).toBeGreaterThan(0.95);
  for (const trap of ['branch', 'other-number', 'same-name-elsewhere', 'same-person-name'] as const) {
    expect([trap, variants[trap].wrong]).toEqual([trap, 0]);
  }
  for (const way of ['width', 'suffix', 'brackets', 'traditional', 'missing-code', 'misspelt', 'old-name'] as const) {
    expect([way, variants[way].right > 50]).toEqual([way, true]);
  }
});
