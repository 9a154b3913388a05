import { Session } from '@zhiheng/lake';
import { compareTwo, ReadTexts, type TextPair, type TextsOfApplication, ToldPairs } from '@zhiheng/screening';
import { afterAll, expect, it } from 'vitest';
import { withTexts } from '../src/screening/compare-members.js';

const texts: Readonly<Record<string, TextsOfApplication>> = {
  A: { title: null, abstract: '一种水泵的壳体，叶轮固定在转轴上', claim: '一种水泵，包括壳体和叶轮以及电机' },
  B: { title: null, abstract: '一种水泵的壳体，叶轮连接于转轴上', claim: '一种风扇' },
  C: { title: null, abstract: '显示面板', claim: '一种水泵，包括壳体和叶轮以及轴承' },
};
const pairs = [
  ['A', 'B'],
  ['A', 'C'],
  ['B', 'C'],
] as const;
const make = (compare: (core: string, other: string) => TextPair) => pairs.map(([a, b]) => compare(a, b));
const digests = new Map(Object.entries(texts).map(([id, { abstract, claim }]) => [id, `${abstract}/${claim}`]));

const session = await Session.open();
const columns = { id: 'text', title: 'text', abstract: 'text', first_claim: 'text' } as const;
await session.registerTable(
  'patent_texts',
  columns,
  Object.entries(texts).map(([id, { title, abstract, claim }]) => [id, title, abstract, claim]),
);
afterAll(() => session.close());
const all = ['A', 'B', 'C', 'D'];

const expected = pairs.map(([a, b]) => {
  const [one, other] = [texts[a], texts[b]];
  const abstracts = compareTwo('abstract', one?.abstract ?? '', other?.abstract ?? '');
  const claims = compareTwo('claim', one?.claim ?? '', other?.claim ?? '');
  const found =
    claims.jaccard > abstracts.jaccard ? { field: 'claim', ...claims } : { field: 'abstract', ...abstracts };
  return { a, b, ...found, kind: 'near' };
});

it('members are compared by what was told of the same texts before; of others the texts are read, with those that are wanted', async () => {
  const told = new ToldPairs();
  const comparing = { session, told, digestOf: (id: string) => digests.get(id) ?? null, wanted: ['D'] };
  const read = new ReadTexts();
  expect(await withTexts({ ...comparing, texts: read }, make)).toEqual(expected);
  expect(all.filter((id) => read.of(id) !== undefined)).toEqual(all);
  expect(new Set(expected.map(({ field }) => field))).toEqual(new Set(['abstract', 'claim']));

  const unread = new ReadTexts();
  const again = { ...comparing, told: new ToldPairs(told.stored()) };
  expect(await withTexts({ ...again, texts: unread }, make)).toEqual(expected);
  expect(all.filter((id) => unread.of(id) !== undefined)).toEqual([]);

  // The text of one is another by now, or nothing is known of it.
  for (const digest of ['changed', null]) {
    const digestOf = (id: string) => (id === 'C' ? digest : (digests.get(id) ?? null));
    const anew = new ReadTexts();
    const how = { ...comparing, told: new ToldPairs(told.stored()), digestOf };
    expect(await withTexts({ ...how, texts: anew }, make)).toEqual(expected);
    expect(all.filter((id) => anew.of(id) !== undefined)).toEqual(all);
  }
});
