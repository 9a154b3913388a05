import { afterAll, expect, it } from 'vitest';
import { areas } from '../../test/areas.js';
import { pendency } from '../../test/definitions.js';
import { TestOffice } from '../../test/office.js';
import { durationMultiset } from './duration-multiset.js';

const closed = (number: string, requested: string, on = '2023-05-30') => ({
  number,
  area: '440000',
  examination_requested_on: requested,
  closed_on: on,
});
const office = await TestOffice.of([
  closed('1', '2022-01-31'),
  closed('2', '2022-01-01'),
  closed('3', '2021-05-30'),
  closed('4', '2023-06-01'),
  closed('5', '2022-01-31', '2023-06-01'),
]);
afterAll(() => office.close());

const sources = { areas, office: 'CN', holdings: [{ office: 'CN', dataset: 'real' as const }] };
const of = (convention: 'boundaries' | 'complete-months' | 'days') =>
  durationMultiset({ definition: pendency(convention), area: 'CN', period: '2023-05' }, office.session, sources);

it('counts each length by the convention of the definition', async () => {
  expect(await of('boundaries')).toEqual({
    convention: 'boundaries',
    perMonth: 1,
    lengths: [
      { measure: 16, n: 2 },
      { measure: 24, n: 1 },
    ],
  });
  expect((await of('complete-months')).lengths).toEqual([
    { measure: 15, n: 1 },
    { measure: 16, n: 1 },
    { measure: 24, n: 1 },
  ]);
  // 2022-01-31, 2022-01-01 and 2021-05-30 to 2023-05-30, counted on a calendar.
  expect(await of('days')).toMatchObject({
    perMonth: 30.4375,
    lengths: [
      { measure: 484, n: 1 },
      { measure: 514, n: 1 },
      { measure: 730, n: 1 },
    ],
  });
});

it('adds up to what is opened', async () => {
  const { lengths } = await of('days');
  const { total } = await office.open({ definition: pendency('days'), area: 'CN', period: '2023-05' });
  expect(lengths.reduce((sum, { n }) => sum + n, 0)).toBe(total);
});

it('opens those of one span', async () => {
  const asked = { definition: pendency('boundaries'), area: 'CN', period: '2023-05' };
  const ids = async (from: number, until: number) =>
    (await office.open({ ...asked, months: { from, until } })).rows.map(({ id }) => id);
  expect(await ids(16, 17)).toEqual(['CN:1', 'CN:2']);
  expect(await ids(17, 24)).toEqual([]);
  expect(await ids(24, 25)).toEqual(['CN:3']);
  const left = await office.open({ ...asked, months: { from: 24, until: 25 }, leftOut: true });
  expect(left.rows.find(({ id }) => id === 'CN:1')?.leftOutBy).toBe('months outside 24..25');
});
