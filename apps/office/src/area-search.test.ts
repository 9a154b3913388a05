import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AreaDirectory } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { areasOf, findAreas, spokenNames } from './area-search.js';
import { shippedDefinitions } from './office-paths.js';

const text = readFileSync(join(shippedDefinitions, 'reference/areas.csv'), 'utf8');
const directory = new AreaDirectory(text);
const spoken = spokenNames(shippedDefinitions);
const found = (words: string, limit = 20) => findAreas(directory, spoken, words, limit);
const codes = (words: string, limit = 20) => found(words, limit).map(({ code }) => code);

describe('areas by name', () => {
  it('finds provinces, cities and counties by a part of the name, the whole name and the wider area first', () => {
    expect(codes('广东')).toEqual(['440000']);
    expect(codes('深圳')).toEqual(['440300']);
    expect(codes('深圳市')).toEqual(['440300']);
    // By the lines of the sheet: every county named 朝阳区 stands before what only begins or contains the same.
    const counties = text.split('\n').filter((line) => line.split(',')[2] === '朝阳区');
    expect(counties.length).toBeGreaterThan(1);
    expect(codes('朝阳区').slice(0, counties.length)).toEqual(counties.map((line) => line.slice(0, 6)));
    expect(codes('朝阳', 1)).toEqual(['211300']);
  });

  it('finds them in other languages and by code', () => {
    expect(codes('guangdong')).toEqual(['440000']);
    expect(codes('Shenzhen')).toEqual(['440300']);
    expect(codes('廣東')).toEqual(['440000']);
    expect(codes('廈門')).toEqual(['350200']);
    expect(codes('4403', 2)).toEqual(['440300', '440303']);
  });

  it('says what holds them, and leaves out names that are only steps of a code', () => {
    const [chaoyang] = areasOf(directory, ['110105']);
    expect(chaoyang?.within.map(({ en }) => en)).toEqual(['Beijing']);
    const [nanshan] = areasOf(directory, ['440305', 'nonsense']);
    expect(nanshan?.within.map((names) => names['zh-Hans'])).toEqual(['广东', '深圳市']);
    expect(codes('市辖区')).toEqual([]);
    expect(codes('   ')).toEqual([]);
    expect(codes('没有这个地方')).toEqual([]);
  });
});
