import { expect, it } from 'vitest';
import { killWriters } from './kill-writers.js';

it('5 writers killed during mixed acts lose no act they acknowledged, and leave a whole chain', async () => {
  const { acknowledged, early } = await killWriters(5);
  expect(early).toBe(0);
  expect(acknowledged).toBeGreaterThanOrEqual(5);
}, 120_000);
