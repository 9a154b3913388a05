import { describe, expect, it } from 'vitest';
import { placeSheets, places } from '../../test/sources.js';
import { isWithin } from './area-codes.js';
import { plantAddresses } from './planted-addresses.js';

const planted = plantAddresses(placeSheets, 11, 14_000);
const lines = placeSheets.areas
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const full = new Map(lines.map(([code = '', , , , , name = '']) => [code, name]));
const placeholders = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

describe('the full address of every county', () => {
  it('tells the county itself', () => {
    const missed: string[] = [];
    let counties = 0;
    for (const [code = '', level, , , , name = ''] of lines) {
      if (level !== 'county' || placeholders.has(name)) continue;
      counties += 1;
      const city = full.get(`${code.slice(0, 4)}00`) ?? '';
      const address = `${full.get(`${code.slice(0, 2)}0000`)}${placeholders.has(city) ? '' : city}${name}`;
      const { area, word } = places.explain(address);
      if (area !== code || word !== 'exact') missed.push(`${address} ${area}`);
    }
    expect(missed).toEqual([]);
    expect(counties).toBeGreaterThan(2900);
  });
});

describe('planted noise', () => {
  it('is the same for the same seed and another for another', () => {
    expect(plantAddresses(placeSheets, 11, 300)).toEqual(planted.slice(0, 300));
    expect(plantAddresses(placeSheets, 12, 300)).not.toEqual(planted.slice(0, 300));
  });

  it('never leads to another province where the province is written right', () => {
    const right = planted.filter(({ kind, area }) => kind !== 'wrong-in-province' && area !== null);
    const other = right.filter(({ address, area }) => {
      const told = places.read(address).area;
      return told !== 'XX' && told.slice(0, 2) !== area?.slice(0, 2);
    });
    expect(right).toHaveLength(12_000);
    expect(other).toEqual([]);
  });

  it('leads to a wrong area less than once in a thousand addresses', () => {
    const wrong = planted.filter(({ address, area }) => {
      const told = places.read(address).area;
      return told !== 'XX' && (area === null || !isWithin(area, told));
    });
    expect(wrong.length).toBeLessThan(14);
  });

  it('of a city of another province is never resolved', () => {
    const contradicting = planted.filter(({ kind }) => kind === 'city-of-another-province');
    expect(contradicting).toHaveLength(1000);
    expect(contradicting.filter(({ address }) => places.read(address).area !== 'XX')).toEqual([]);
  });
});
