import { expect, it } from 'vitest';
import { killWriters } from '../test/kill-writers.js';

it('50 writers killed during mixed acts lose no act they acknowledged, and leave a whole chain', async () => {
  const { acknowledged, unsaid, early } = await killWriters(50);
  process.stdout.write(
    `50 kills: ${acknowledged} acts acknowledged, ${unsaid} kept unsaid, ${early} kills before any act\n`,
  );
  expect(acknowledged).toBeGreaterThan(200);
  expect(early).toBeLessThan(20);
});
