import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Tried, tryLoad } from './load-with-workers.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-wide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mapping = {
  path: 'm.yaml',
  text: 'table: patents\ncolumns: { number: n, kind: k, state_on: s, title: t, funded_project: p }\n',
};
const written = (name: string, rows: readonly string[], end = ''): string => {
  const file = path.join(folder, name);
  writeFileSync(file, `n,k,s,t,p\n${rows.join('')}${end}`);
  return file;
};

const width = 700_000;
/** A text of that many characters which begins with a number. */
const wide = (at: number): string => `${at} 甲`.repeat(width).slice(0, width);
const number = (at: number): string => String(202_310_000_000 + at);
const row = (at: number, state: string, title: string) => `${number(at)},invention,${state},${title},\n`;

/** Every fourth row is narrow; records 0 to 4 come again with a later state, 5 and 6 with an earlier one. */
const title = (at: number): string => (at % 4 === 0 ? `narrow ${at}` : wide(at));
const first = Array.from({ length: 32 }, (_, at) => row(at, '2023-02-01', title(at)));
const later = Array.from({ length: 5 }, (_, at) => row(at, '2023-03-01', wide(100 + at)));
const earlier = [5, 6].map((at) => row(at, '2023-01-01', wide(200 + at)));
const files = [
  written('a.csv', [...first, ...later, ...earlier]),
  written('broken.csv', first.slice(0, 20), '"never closed'),
  written('z.csv', [row(900, '2023-02-01', 'last')]),
];

const sha = (text: unknown) => createHash('sha256').update(String(text)).digest('hex');
/** Titles by their hashes, by record. */
const titles = (rows: readonly object[] = []) =>
  rows.map((one) => one as { id: string; title: string }).map((one) => [one.id, sha(one.title)]);
const expected = (pairs: readonly (readonly [number, string])[]) =>
  pairs.map(([at, text]) => [`CN:${number(at)}`, sha(text)]);

describe.each([
  ['in one go', { count: 0 }],
  ['in workers', { count: 2 }],
])('rows that are too wide to be laid out side by side, read %s', (_, workers) => {
  it('are all there, in parts, with their past, and nothing of a broken file', async () => {
    const tried: Tried = await tryLoad({ paths: files, mappings: [mapping], keepComplete: false }, workers);
    const { result, holdings } = tried.load;
    expect(result).toMatchObject({ read: 40, loaded: 33, replaced: 5, ignored: 2, duplicates: 0, quarantined: 0 });
    expect(result.files[1]?.error).toMatchObject({ code: 'quote-open' });
    expect(titles(tried.tables.patent_texts).sort()).toEqual(
      expected([
        ...Array.from({ length: 32 }, (_, at): [number, string] => [at, at < 5 ? wide(100 + at) : title(at)]),
        [900, 'last'],
      ]),
    );
    expect(titles(tried.tables['patent_texts of the past']).sort()).toEqual(
      expected([
        ...Array.from({ length: 5 }, (_, at): [number, string] => [at, title(at)]),
        ...[5, 6].map((at): [number, string] => [at, wide(200 + at)]),
      ]).sort(),
    );
    // 31 rows of 700,000 characters, 12 of which fill a part; the heads of the same records are narrow
    expect(holdings?.tables.patent_texts?.segments.length).toBeGreaterThan(1);
    expect(holdings?.tables.patents?.segments).toHaveLength(1);
  });
});
