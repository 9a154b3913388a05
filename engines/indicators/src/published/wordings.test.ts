import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lackingIn } from '@zhiheng/vocabulary';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { PublishedValue } from './published-value.js';
import { readPublishedFolder } from './read-published-folder.js';
import { readPublishedSeries } from './read-published-series.js';
import { withWordings } from './with-wordings.js';
import { wordingFaults } from './wording-faults.js';
import { readWordings, readWordingsOf } from './wordings.js';

const folder = fileURLToPath(new URL('../../../../definitions', import.meta.url));
const published = join(folder, 'reference/published');
const header = 'text,en,zh-Hans,zh-Hant';
const wordings = (...lines: string[]) => readWordings([header, ...lines].join('\n'), 'wordings.csv');
const series = (...lines: string[]): PublishedValue[] => {
  const columns = 'series,period,value,unit,precision,area,scope,bound,status,published_on,source,note';
  return readPublishedSeries([columns, ...lines].join('\n'), 'series.csv');
};
const value = series('a,2023,5,months,1,ALL,total,,final,2024,press,first');

const never = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

describe('a file of wordings', () => {
  it('words a text in three languages; without another English the text itself is it', () => {
    const read = wordings('total,Total,合计,合計', '"press, compiled",,新闻报道汇总,新聞報導彙總');
    expect(read.get('total')?.words).toEqual({ 'zh-Hans': '合计', 'zh-Hant': '合計', en: 'Total' });
    expect(read.get('press, compiled')).toEqual({
      words: { 'zh-Hans': '新闻报道汇总', 'zh-Hant': '新聞報導彙總', en: 'press, compiled' },
      ...{ path: 'wordings.csv', line: 3 },
    });
  });

  it.each([
    ['press,,新闻报道,', 'zh-Hant'],
    ['press,, ,新聞報導', 'zh-Hans'],
    [',,新闻报道,新聞報導', 'text'],
    ['total,,合计,合計', 'text'],
    ['press,,新闻报道', undefined],
  ])('names the line and the column at fault: %s', (line, field) => {
    expect(() => wordings('total,Total,合计,合計', line)).toThrow(
      expect.objectContaining({
        code: 'reference-wrong',
        detail: expect.objectContaining({
          place: { path: 'wordings.csv', line: 3, ...(field === undefined ? {} : { field }) },
        }),
      }),
    );
  });

  it('has one header', () => {
    expect(() => readWordings('text,zh-Hans\n', 'wordings.csv')).toThrow('the header is not that of wordings');
  });
});

describe('values with wordings', () => {
  it('show what is worded in each language and what is not as it stands', () => {
    const [told] = withWordings(value, wordings('press,,新闻报道,新聞報導'));
    expect(told?.words?.source['zh-Hant']).toBe('新聞報導');
    expect(lackingIn(told?.words?.source ?? never, 'zh-Hant')).toBeNull();
    expect(told?.words?.note?.['zh-Hans']).toBe('first');
    expect(lackingIn(told?.words?.note ?? never, 'zh-Hans')).toBe('en');
    expect(lackingIn(told?.words?.note ?? never, 'en')).toBeNull();
  });

  it('take an unworded text with Chinese characters for Chinese', () => {
    const [told] = withWordings(series('a,2023,5,months,1,ALL,total,,final,2024,本局公报,'), new Map());
    expect(told?.words?.note).toBeNull();
    expect(lackingIn(told?.words?.source ?? never, 'zh-Hans')).toBeNull();
    expect(lackingIn(told?.words?.source ?? never, 'en')).toBe('zh-Hans');
  });
});

describe('what is lacking between the two', () => {
  it('is told with its place: a text without a wording once, a wording without a text', () => {
    const again = series(
      'a,2023,5,months,1,ALL,total,,final,2024,press 2023,first',
      'a,2022,5,months,1,ALL,total,,final,2024,press 2023,',
    );
    const read = wordings('total,Total,合计,合計', 'press 2024,,新闻报道 2024年,新聞報導 2024年');
    expect(wordingFaults(again, read).map(({ code, detail }) => [code, detail.place, detail.found])).toEqual([
      ['reference-wrong', { path: 'series.csv', line: 2, field: 'source' }, 'press 2023'],
      ['reference-wrong', { path: 'series.csv', line: 2, field: 'note' }, 'first'],
      ['reference-wrong', { path: 'wordings.csv', line: 3, field: 'text' }, 'press 2024'],
    ]);
    expect(wordingFaults(again, read)[0]?.detail.didYouMean).toBe('press 2024');
  });
});

describe('the shipped wordings', () => {
  const rows = readdirSync(published)
    .filter((name) => name.endsWith('.csv') && name !== 'wordings.csv')
    .flatMap((name) => parse<Record<string, string>>(readFileSync(join(published, name)), { columns: true }));
  const texts = new Set(rows.flatMap(({ source, note, scope }) => [source, note, scope]).filter((text) => text !== ''));
  const words = parse<Record<string, string>>(readFileSync(join(published, 'wordings.csv')), { columns: true });

  it('word every scope, source and note in both Chinese scripts, and nothing else', () => {
    expect(words.map(({ text }) => text).sort()).toEqual([...texts].sort());
    for (const row of words) {
      expect(row['zh-Hans'], row.text).toMatch(/\p{Script=Han}/u);
      expect(row['zh-Hant'], row.text).toMatch(/\p{Script=Han}/u);
    }
    expect(wordingFaults(readPublishedFolder(folder), readWordingsOf(folder))).toEqual([]);
  });

  it('keep every figure and day that the text has', () => {
    const numbers = (text = '') => (text.match(/\d+(?:[.-]\d+)*/g) ?? []).sort();
    // Said as Chinese counts: 79.8万, 一千万.
    const otherwise = ['press figure 79.8 (10k)', 'loans under 10m CNY'];
    for (const row of words.filter(({ text = '' }) => !otherwise.includes(text))) {
      expect(numbers(row['zh-Hans']), row.text).toEqual(expect.arrayContaining(numbers(row.text)));
      expect(numbers(row['zh-Hant']), row.text).toEqual(numbers(row['zh-Hans']));
    }
  });

  it('change no value that a vintage says it rests on', () => {
    const copy = mkdtempSync(join(tmpdir(), 'wordings-'));
    try {
      cpSync(join(folder, 'reference/published'), join(copy, 'reference/published'), { recursive: true });
      const before = readPublishedFolder(copy);
      expect(before).toHaveLength(rows.length);
      expect(before.some((one) => 'words' in one)).toBe(false);
      rmSync(join(copy, 'reference/published/wordings.csv'));
      expect(readPublishedFolder(copy)).toEqual(before);
      expect(withWordings(before, readWordingsOf(copy))[0]?.words?.source['zh-Hans']).toBe(before[0]?.source);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
