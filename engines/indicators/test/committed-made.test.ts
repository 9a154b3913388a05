import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../src/definition.js';
import { readDefinitions } from '../src/definition-file/read-definitions.js';
import { figure } from '../src/figure/figure.js';
import { publishedObservations } from '../src/published/published-observations.js';
import { readPublishedFolder } from '../src/published/read-published-folder.js';
import { areas } from './areas.js';

const folder = resolve(import.meta.dirname, '../../../definitions');
const definitions = new Map(readDefinitions(folder).map((definition) => [definition.id, definition]));
const values = readPublishedFolder(folder);
const published = (definition: Definition) =>
  publishedObservations(definition, values, { effective: 'latest', vintage: null });
const definitionOf = (id: string) => {
  const definition = definitions.get(id);
  if (definition === undefined) throw new Error(`no definition ${id}`);
  return definition;
};

const row = async (indicator: string, area: string, period: string) => {
  const definition = definitionOf(indicator);
  const rows = await figure(
    { definition, areas: [area], periods: [period] },
    {
      areas,
      office: 'CN',
      observations: null,
      coverage: [],
      holdings: [],
      published: published(definition),
      part: async (id) => ({
        definition: definitionOf(id),
        observations: null,
        published: published(definitionOf(id)),
      }),
      vintage: null,
      today: '2024-06-30',
    },
  );
  expect(rows).toHaveLength(1);
  return rows[0];
};

describe('figures made of published values', () => {
  it.each([
    // 132.4 ÷ 141,175 and 166.5 ÷ 140,967, per ten thousand people; published as 9.4 and 11.8.
    ['2022', '9.4', 9.378431],
    ['2023', '11.8', 11.811275],
  ])('give the high-value inventions per 10,000 people of %s', async (period, shown, value) => {
    const made = await row('high-value-inventions-per-10k-by-population', 'CN-ML', period);
    expect(made?.value?.toFixed(1)).toBe(shown);
    expect(made?.value).toBeCloseTo(value, 5);
    const reported = published(definitionOf('high-value-inventions-per-10k')).find((one) => one.period === period);
    expect(reported?.value?.toFixed(1)).toBe(shown);
  });

  it('give the growth of pledge finance, of whole years and of half-years', async () => {
    // 8539.9 ÷ 4868.8 and 2676.6 ÷ 1626.5, each less one.
    expect((await row('pledge-amount-growth', 'ALL', '2023'))?.value).toBeCloseTo(0.754005, 6);
    expect((await row('pledge-amount-growth', 'ALL', '2023-H1'))?.value).toBeCloseTo(0.645619, 6);
    expect(await row('pledge-amount-growth', 'ALL', '2021')).toMatchObject({ value: null, status: 'missing' });
  });

  it('give shares of small loans that their digits do not tell apart', async () => {
    const [of2021, of2023] = [
      await row('pledge-small-loan-share', 'ALL', '2021'),
      await row('pledge-small-loan-share', 'ALL', '2023'),
    ];
    // 1.1 ÷ 1.5 and 2.6 ÷ 3.7, in ten thousand firms to the first place.
    expect(of2021?.value).toBeCloseTo(11 / 15, 14);
    expect(of2023?.value).toBeCloseTo(26 / 37, 14);
    // The farther ends: 1.15 ÷ 1.45 and 2.65 ÷ 3.65.
    expect(of2021?.precision).toBeCloseTo(2 * (115 / 145 - 11 / 15), 12);
    expect(of2023?.precision).toBeCloseTo(2 * (265 / 365 - 26 / 37), 12);
    expect((of2021?.value ?? 0) - (of2023?.value ?? 0)).toBeLessThan((of2021?.precision ?? 0) / 2);
  });
});
