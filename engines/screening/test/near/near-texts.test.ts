import { describe, expect, it } from 'vitest';
import { groupPairs } from '../../src/near/groups.js';
import type { ApplicationText } from '../../src/near/model.js';
import { type NearOptions, NearTexts } from '../../src/near/near-texts.js';
import { allPairs } from './all-pairs.js';
import { applicationsOf, plantedTexts, seeded, shuffled, writeText } from './planted-texts.js';

const entry = new URL('../../dist/near/near-worker.js', import.meta.url);

async function compared(runs: readonly (readonly ApplicationText[])[], options: Partial<NearOptions> = {}) {
  const near = new NearTexts({ field: 'abstract', ...options });
  for (const run of runs) await near.take(run);
  return near.pairs();
}

const planted = applicationsOf(plantedTexts(2000, 11));
const settings = {
  nearFloor: 0.5,
  containedFloor: 0.75,
  sourceFloor: 0.25,
  recombinedFloor: 0.7,
  band: { cap: 6, anchors: 2 },
  fingerprint: { cap: 5, anchors: 2 },
};

describe('texts of 2,000 applications', () => {
  it('come to the pairs that all comparisons come to, copies by their earliest', async () => {
    const { pairs } = await compared([planted]);
    const plain = allPairs(planted, 0.6);
    const copies = new Set(pairs.filter(({ kind }) => kind === 'same').map(({ b }) => b));
    const apart = (pair: string) => pair.split(' ').every((number) => !copies.has(number));
    const expected = [...plain].filter(([pair]) => apart(pair)).sort();
    const near = pairs.filter(({ kind, jaccard }) => kind === 'near' && jaccard >= 0.6);
    expect(near.map(({ a, b, jaccard }) => [`${a} ${b}`, jaccard])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(200);
    const same = pairs.filter(({ kind }) => kind === 'same');
    expect(same.length).toBeGreaterThan(40);
    expect(same.every(({ a, b }) => plain.get(`${a} ${b}`) === 1)).toBe(true);
  });

  it('come to the same in any order, in batches, in threads, twelve months or one year; with buckets over the cap too', async () => {
    const fewer = planted.slice(0, 1200);
    const whole = await compared([fewer], { settings });
    expect(whole.capped.filter(({ stage }) => stage === 'band').length).toBeGreaterThan(10);
    expect(whole.capped.filter(({ stage }) => stage === 'fingerprint').length).toBeGreaterThan(10);
    const kinds = new Set(whole.pairs.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['contained', 'near', 'recombined', 'same']);
    const mixed = shuffled(fewer, seeded(3));
    const months = Array.from({ length: 12 }, (_, month) => mixed.filter((_, index) => index % 12 === month));
    expect(await compared([mixed], { settings })).toEqual(whole);
    expect(await compared(months, { settings })).toEqual(whole);
    expect(await compared([fewer], { settings, threads: { count: 2, entry } })).toEqual(whole);
    expect(await compared([mixed], { settings, threads: { count: 4, entry } })).toEqual(whole);
    expect(await compared([...months, fewer], { settings })).toEqual(whole);
  });

  it('come to the same groups over twelve months as in one run', async () => {
    const dayOf = (number: string) => planted.find((one) => one.number === number)?.day ?? null;
    const months = Array.from({ length: 12 }, (_, month) => planted.filter((_, index) => index % 12 === month));
    const groups = async (runs: ApplicationText[][]) =>
      groupPairs({ pairs: (await compared(runs)).pairs, dayOf, floor: 0.6 });
    const whole = await groups([planted]);
    expect(whole.length).toBeGreaterThan(100);
    expect(await groups(months)).toEqual(whole);
  });
});

describe('texts that would take for ever', () => {
  it('ten thousand equal ones are one class', async () => {
    const text = writeText(seeded(1), 200);
    const { pairs, classes, capped } = await compared([applicationsOf(Array.from({ length: 10_000 }, () => text))]);
    expect([pairs.length, classes, capped]).toEqual([9999, 1, []]);
    expect(new Set(pairs.map(({ a }) => a)).size).toBe(1);
    expect(pairs[0]).toMatchObject({
      kind: 'same',
      a: 'CN:2023000000',
      b: 'CN:2023000001',
      jaccard: 1,
      containment: 1,
    });
  });

  it('one sentence in all of them makes no pairs, and what was capped is told', async () => {
    const random = seeded(7);
    const sentence = '本发明结构简单，使用方便，成本低廉，实用性强，具有良好的市场前景，适合大范围推广应用。';
    const texts = Array.from({ length: 5000 }, () => writeText(random, 180) + sentence);
    const { pairs, capped, classes } = await compared([applicationsOf(texts)]);
    expect(classes).toBe(5000);
    expect(pairs).toEqual([]);
    const everywhere = capped.filter(({ stage, members }) => stage === 'fingerprint' && members === 5000);
    expect(everywhere.length).toBeGreaterThan(0);
    expect(everywhere.every(({ kept }) => kept === 32)).toBe(true);
  });

  it('empty ones are counted and in no pair; 5 MB, emoji, rare characters and halves of characters are compared', async () => {
    const long = writeText(seeded(9), 2_500_000);
    const odd = `\u{1F600}\u{20000}\u{2A6D6}\ud800${writeText(seeded(4), 60)}\udfff\u{1F9EA}`;
    const texts = [
      '',
      ' ，。',
      '\u200b',
      long,
      `${long}又`,
      odd,
      odd.replace('\u{1F600}', '\u{1F601}'),
      '电',
      '电',
      'x',
    ];
    const { pairs, empty, texts: count } = await compared([applicationsOf(texts)]);
    expect([empty, count]).toEqual([3, 10]);
    expect(pairs.map(({ a, b, kind }) => [a.slice(-1), b.slice(-1), kind])).toEqual([
      ['3', '4', 'near'],
      ['5', '6', 'near'],
      ['7', '8', 'same'],
    ]);
  });
});
