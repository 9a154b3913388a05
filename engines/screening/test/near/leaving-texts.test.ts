import { describe, expect, it } from 'vitest';
import { compareTwo } from '../../src/near/exact.js';
import { takeOut } from '../../src/near/leaving-texts.js';
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
  takeOut(near.state, left);
  const after = new NearTexts({ field, settings, textsOf }, near.state);
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
    // Most of it is gone, so that what stands is written anew.
    expect(after.state.classes.numbers.length).toBe(60);
    const stored = await storeNear(after.state, { field, settings }, kept);
    expect(stored.segments.map(({ members }) => members)).toEqual([2]);
    const opened = await openNear(stored, { field, settings }, kept);
    if (opened === null) throw new Error('another version');
    const again = new NearTexts({ field, settings }, opened);
    await again.take([]);
    expect(again.pairs()).toEqual(whole);
    expect(again.compared).toBe(0);
  });

  it('is stored beside what was stored before, those that left told by their places, until much of it is gone', async () => {
    const random = seeded(31);
    const files = new Map<string, Uint8Array>();
    const put = (bytes: Uint8Array) => Promise.resolve(String(files.set(String(files.size), bytes).size - 1));
    const kept = { put, get: (name: string) => Promise.resolve(files.get(name) as Uint8Array) };
    let now: ApplicationText[] = applicationsOf([...plantedTexts(700, 9), '', ' ']);
    const begun = await anew(now);
    let stored = await storeNear(begun.state, { field, settings }, kept);
    const segments: number[] = [];
    for (let month = 0; month < 5; month += 1) {
      const left = shuffled(now, random).slice(0, 45);
      const numbers = new Set(left.map(({ number }) => number));
      // One in three comes again as it was, another with another text, the third is gone.
      const again = left.flatMap((one, index) =>
        index % 3 === 0 ? [one] : index % 3 === 1 ? [{ ...one, text: writeText(random, 150) }] : [],
      );
      now = [...now.filter(({ number }) => !numbers.has(number)), ...again];
      const opened = await openNear(stored, { field, settings }, kept);
      if (opened === null) throw new Error('another version');
      takeOut(opened, numbers);
      const texts = new Map(now.map(({ number, text }) => [number, text]));
      const textsOf = (asked: readonly string[]) => Promise.resolve(asked.map((number) => texts.get(number) ?? '-'));
      const near: NearTexts = new NearTexts({ field, settings, textsOf }, opened);
      await near.take(again);
      const whole = await anew(shuffled(now, random));
      expect(near.pairs()).toEqual(whole.pairs());
      expect(near.compared).toBeLessThan(whole.compared / 2);
      stored = await storeNear(near.state, { field, settings }, kept, stored);
      segments.push(stored.segments.length);
    }
    expect(segments).toEqual([2, 3, 4, 1, 2]);
  });

  it('can be left by all, and by nobody', async () => {
    const texts = applicationsOf(plantedTexts(80, 2));
    const near = await anew(texts);
    const all = new Set(texts.map(({ number }) => number));
    expect((await changed(near, all, [])).pairs()).toEqual((await anew([])).pairs());
    const other = await anew(texts);
    const same = await changed(other, new Set(), texts);
    expect([same.pairs(), same.compared]).toEqual([other.pairs(), 0]);
  });
});
