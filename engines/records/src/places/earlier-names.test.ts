import { describe, expect, it } from 'vitest';
import { placeSheets, places } from '../../test/sources.js';

const rows = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const listed = new Map(rows(placeSheets.areas).map(([code = '', level, , , , full = '']) => [code, { level, full }]));
const earlier = rows(placeSheets.names);

describe('area-names.csv', () => {
  it('names listed areas only', () => {
    const codes = earlier.flatMap(([, areas = '']) => areas.split(' '));
    expect(codes.filter((code) => !listed.has(code))).toEqual([]);
  });

  it('has years, kinds and marks of one form', () => {
    for (const [name = '', , kind, until = '', oldCode = '', provisional = '', ...more] of earlier) {
      expect(['old-name', 'abbreviation', 'letter', 'part']).toContain(kind);
      expect(until).toMatch(/^(?:(?:19|20)\d\d)?$/);
      expect(oldCode).toMatch(/^(?:\d{6})?$/);
      expect(['', 'yes']).toContain(provisional);
      expect([name === '', more]).toEqual([false, []]);
    }
  });

  it('holds no old code that is listed, and no old name that the province still has', () => {
    for (const [name, areas = '', kind, , oldCode = ''] of earlier) {
      expect(listed.has(oldCode)).toBe(false);
      if (kind !== 'old-name') continue;
      const same = [...listed].filter(([code, { full }]) => full === name && code.startsWith(areas.slice(0, 2)));
      expect(same).toEqual([]);
    }
  });

  it('gives successors to stated codes, the larger area where they are several', () => {
    expect(['110103', '320584', '371202', '542100', '330184', '330104'].map((code) => places.settle(code))).toEqual([
      '110101',
      '320509',
      '370116',
      '540300',
      '330100',
      '330100',
    ]);
  });

  it('settles old names as stated areas, misspelt ones not', () => {
    expect(['襄樊市', '粤', '南三区', '广冬省深圳市', '广东省深训市'].map((name) => places.settle(name))).toEqual([
      '420600',
      null,
      null,
      null,
      null,
    ]);
  });
});
