import { dialects } from '@zhiheng/expressions';
import { describe, expect, it } from 'vitest';
import { MemorySession } from '../../test/memory-session.js';
import { areaNumber, areaTest, placeTest } from './area-test.js';

const places = [
  ...['440000', '440300', '440305', '449900', '450000', '710000', '719999', '810000', '820000', '110101'],
  ...['CN', 'CN-ML', 'XX', 'US', 'US-CA', 'US-', 'US.', 'USA', 'UR', 'UT', 'EP', 'ZZ-9'],
];
const asked = ['CN', 'CN-ML', '440000', '440300', '440305', '710000', 'US', 'US-CA', 'XX', 'EP'];

describe('the place of a record with its number', () => {
  it.each(asked)('lies in %s where its code does', async (code) => {
    const session = await MemorySession.open();
    await session.registerTable(
      'given',
      { place: 'text' },
      places.map((place) => [place]),
    );
    const numbered = `SELECT place, ${areaNumber('place', dialects.duckdb)} AS number FROM given`;
    const those = (test: string) =>
      session.rows<{ place: string }>(`SELECT place FROM (${numbered}) AS told WHERE ${test} ORDER BY place`);
    const found = await those(placeTest(code, { number: 'number', place: 'place' }, dialects.duckdb));
    expect(found).toEqual(await those(areaTest(code, 'place')));
    expect(found.length).toBeGreaterThan(0);
    session.close();
  });
});
