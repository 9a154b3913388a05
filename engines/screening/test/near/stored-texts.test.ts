import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { NearTexts } from '../../src/near/near-texts.js';
import { usualNearSettings as settings } from '../../src/near/settings.js';
import { openNear, type StoredNear, storeNear } from '../../src/near/stored-texts.js';
import { applicationsOf, plantedTexts, seeded, shuffled } from './planted-texts.js';

const stored = new Map<string, Uint8Array>();
const files = {
  put(bytes: Uint8Array) {
    const name = createHash('sha256').update(bytes).digest('hex');
    stored.set(name, bytes);
    return Promise.resolve(name);
  },
  get: (name: string) => Promise.resolve(stored.get(name) as Uint8Array),
};

it('runs that store and open again come to what one run comes to, and read earlier texts only where they compare', async () => {
  const field = 'abstract';
  const all = shuffled(applicationsOf([...plantedTexts(1200, 5), '', ' ']), seeded(8));
  const whole = new NearTexts({ field });
  await whole.take(all);
  const texts = new Map(all.map(({ number, text }) => [number, text]));
  const asked: string[] = [];
  const textsOf = (numbers: readonly string[]) => {
    asked.push(...numbers);
    return Promise.resolve(numbers.map((number) => texts.get(number) ?? ''));
  };
  let former: StoredNear | null = null;
  for (let month = 0; month < 4; month += 1) {
    const state = former === null ? undefined : await openNear(former, { field, settings }, files);
    if (state === null) throw new Error('another version');
    const near: NearTexts = new NearTexts({ field, textsOf }, state);
    await near.take(all.filter((_, index) => index % 4 === month));
    former = await storeNear(near.state, { field, settings }, files, former);
    if (month === 3) expect(near.pairs()).toEqual(whole.pairs());
  }
  expect(former?.segments.length).toBe(4);
  expect(new Set(asked).size).toBeLessThan(700);
  expect(new Set(asked).size).toBeGreaterThan(100);
  const others = { ...settings, nearFloor: 0.4 };
  expect(await openNear(former as StoredNear, { field, settings: others }, files)).toBeNull();
});
