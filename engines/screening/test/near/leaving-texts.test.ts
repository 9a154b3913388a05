import { describe, expect, it } from 'vitest';
import { compareTwo } from '../../src/near/exact.js';
import { withoutTexts } from '../../src/near/leaving-texts.js';
import type { ApplicationText } from '../../src/near/model.js';
import { NearTexts } from '../../src/near/near-texts.js';
import { usualNearSettings } from '../../src/near/settings.js';
import { openNear, storeNear } from '../../src/near/stored-texts.js';
import { applicationsOf, plantedTexts, seeded, shuffled, writeText } from './planted-texts.js';

const field = 'abstract';
const settings = { ...usualNearSettings, band: { cap: 6, anchors: 2 }, fingerprint: { cap: 5, anchors: 2 } };

async function anew(texts: readonly ApplicationText[]) {
  const near = new NearTexts({ field, settings });
  await near.take(texts);
  return near;
}

/** What is found when some texts leave a state and others are taken in. */
async function changed(near: NearTexts, left: ReadonlySet<string>, now: readonly ApplicationText[]) {
  const texts = new Map(now.map(({ number, text }) => [number, text]));
  const textsOf = (numbers: readonly string[]) => Promise.resolve(numbers.map((number) => texts.get(number) ?? '-'));
  const after = new NearTexts({ field, settings, textsOf }, withoutTexts(near.state, left));
  await after.take(now);
  return after;
}

describe('a state that texts leave', () => {
  it('comes to what one made anew comes to, round by round, with buckets over the cap', async () => {
    const random = seeded(21);
    let now = shuffled(applicationsOf([...plantedTexts(1100, 5), '', ' ']), random);
    let near = await anew(now);
    const before = near.pairs();
    expect(before.capped.length).toBeGreaterThan(15);
    for (let round = 0; round < 6; round += 1) {
      const order = shuffled(now, random);
      const [gone, other] = [order.slice(0, 40), order.slice(40, 70)];
      const changes = new Map(
        other.map(({ number, day, text }, index) => [
          number,
          index % 3 === 0 ? { number, day: (day ?? 0) - 400, text } : { number, day, text: writeText(random, 200) },
        ]),
      );
      const [one, next] = [changes.get(other[1]?.number ?? ''), other[3]];
      // A text that takes the place of another one, so that its class loses its earliest and gets one again.
      if (one !== undefined && next !== undefined) changes.set(one.number, { ...one, text: next.text });
      const left = new Set([...gone, ...other].map(({ number }) => number));
      const numbers = new Set(gone.map(({ number }) => number));
      now = now.filter(({ number }) => !numbers.has(number)).map((text) => changes.get(text.number) ?? text);
      near = await changed(near, left, now);
      const whole = (await anew(now)).pairs();
      expect(near.pairs()).toEqual(whole);
      expect(near.pairs().texts).toBe(1102 - 40 * (round + 1));
    }
    expect(near.pairs()).not.toEqual(before);
  });

  it('lets members of a bucket be compared that were too many before, and is stored and opened as it is', async () => {
    const random = seeded(4);
    const sentence =
      '本发明结构简单，使用方便，成本低廉，实用性强，具有良好的市场前景，适合大范围推广应用，值得在行业内推行。';
    const texts = applicationsOf(Array.from({ length: 60 }, () => writeText(random, 22) + sentence));
    const near = await anew(texts);
    const found = new Set(near.pairs().pairs.map(({ a, b }) => `${a} ${b}`));
    const apart = texts.flatMap((one, index) => texts.slice(index + 1).map((other) => [one, other] as const));
    const now = apart.find(([one, other]) => {
      const { jaccard } = compareTwo(field, one.text, other.text);
      return jaccard >= 0.5 && !found.has(`${one.number} ${other.number}`);
    });
    if (now === undefined) throw new Error('every two were compared');
    const left = new Set(texts.filter((text) => !now.includes(text)).map(({ number }) => number));
    const after = await changed(near, left, now);
    const whole = (await anew(now)).pairs();
    expect(after.pairs()).toEqual(whole);
    expect(whole.pairs.map(({ a, b, kind }) => [a, b, kind])).toEqual([[now[0].number, now[1].number, 'near']]);
    const files = new Map<string, Uint8Array>();
    const kept = {
      put: (bytes: Uint8Array) => Promise.resolve(String(files.set(String(files.size), bytes).size - 1)),
      get: (name: string) => Promise.resolve(files.get(name) as Uint8Array),
    };
    const stored = await storeNear(after.state, { field, settings }, kept);
    const opened = await openNear(stored, { field, settings }, kept);
    if (opened === null) throw new Error('another version');
    const again = new NearTexts({ field, settings }, opened);
    await again.take([]);
    expect(again.pairs()).toEqual(whole);
    expect(again.compared).toBe(0);
  });

  it('can be left by all, and by nobody', async () => {
    const texts = applicationsOf(plantedTexts(80, 2));
    const near = await anew(texts);
    const all = new Set(texts.map(({ number }) => number));
    expect((await changed(near, all, [])).pairs()).toEqual((await anew([])).pairs());
    const same = await changed(near, new Set(), texts);
    expect([same.pairs(), same.compared]).toEqual([near.pairs(), 0]);
  });
});
