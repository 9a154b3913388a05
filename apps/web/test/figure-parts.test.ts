import type { Definition } from '@zhiheng/indicators';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, openedPart, shownDimensions, writtenBy } from '../src/figure/dimensions.js';
import { lengthBins } from '../src/figure/length-bins.js';
import { madeParts, partPeriod } from '../src/figure/made-parts.js';
import { definitions } from './fixture/definitions.js';

const computed = { origin: 'computed', dataset: 'real' } as const;
const published = { origin: 'published', dataset: 'real' } as const;
const named = (id: string): Definition => {
  const found = definitions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no definition ${id}`);
  return found;
};

describe('what a figure is broken down by', () => {
  const all = ['kind', 'holder_type', 'route', 'outcome', 'department', 'agency', 'ipc_section', 'ipc_subclass'];

  test('a computed figure by anything known of its records, a published one by what is published', () => {
    expect(dimensionsOf(named('patent-grants'), computed)).toEqual(all);
    expect(dimensionsOf(named('patent-grants'), published)).toEqual(['kind']);
    expect(dimensionsOf(named('high-value-in-force'), computed)).toEqual([...all, 'condition']);
    expect(dimensionsOf(named('gi-products'), published)).toEqual([]);
    expect(dimensionsOf(named('invention-share'), computed)).toEqual([]);
  });

  test('shown is what the address names, else the first that the definition names', () => {
    const grants = named('patent-grants');
    expect(shownDimensions(grants, computed, undefined)).toEqual(['kind']);
    expect(shownDimensions(grants, computed, 'holder_type,route,outcome')).toEqual(['holder_type', 'route']);
    expect(shownDimensions(grants, computed, 'route,route,noise')).toEqual(['route']);
    expect(shownDimensions(grants, published, 'route')).toEqual(['kind']);
    expect(shownDimensions(named('invention-pendency'), computed, undefined)).toEqual([]);
  });

  test('a chosen kind narrows what is split and what is opened, unless kinds are what is split', () => {
    expect(writtenBy('invention', ['route'])).toBe('kind=invention,route');
    expect(writtenBy('invention', ['kind', 'route'])).toBe('kind,route');
    expect(openedPart('invention', 'route=pct')).toBe('kind=invention,route=pct');
    expect(openedPart('invention', 'kind=design,route=pct')).toBe('kind=design,route=pct');
    expect(openedPart('invention', undefined)).toBe('kind=invention');
    expect(openedPart(null, undefined)).toBeUndefined();
  });
});

describe('what a figure is made of', () => {
  test('a growth has its figure twice, the base so many years before', () => {
    const [now, base] = madeParts(named('grants-growth'));
    if (now === undefined || base === undefined) throw new Error('two parts are expected');
    expect([now.name, partPeriod(now, '2023-Q2')]).toEqual(['of', '2023-Q2']);
    expect([base.name, partPeriod(base, '2023-Q2')]).toEqual(['base', '2022-Q2']);
  });

  test('a part can be of the end of the year before', () => {
    const people = madeParts(named('in-force-per-person')).find(({ name }) => name === 'people');
    if (people === undefined) throw new Error('people are expected');
    expect(partPeriod(people, '2023-05')).toBe('2022');
  });
});

describe('lengths by whole months', () => {
  test('count every case once, and keep months without one', () => {
    // 30.4375 days are a month: 91 days are not yet three, 92 are.
    const lengths = [
      { measure: 91, n: 2 },
      { measure: 92, n: 3 },
      { measure: 153, n: 1 },
    ];
    expect(lengthBins({ lengths, perMonth: 30.4375 })).toEqual([
      { from: 2, until: 3, n: 2 },
      { from: 3, until: 4, n: 3 },
      { from: 4, until: 5, n: 0 },
      { from: 5, until: 6, n: 1 },
    ]);
    expect(lengthBins({ lengths: [], perMonth: 1 })).toEqual([]);
  });

  test('join months where there would be more than sixty bars', () => {
    const lengths = Array.from({ length: 130 }, (_, index) => ({ measure: index + 1, n: 1 }));
    const bins = lengthBins({ lengths, perMonth: 1 });
    expect(bins).toHaveLength(44);
    expect(bins[0]).toEqual({ from: 1, until: 4, n: 3 });
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(130);
  });
});
