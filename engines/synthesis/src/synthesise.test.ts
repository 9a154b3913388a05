import { createHash } from 'node:crypto';
import type { Progress } from '@zhiheng/vocabulary';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { areasCsv } from '../test/repository.js';
import { type Synthesised, synthesise } from './synthesise.js';

async function make(patents: number, seed: number, more = {}) {
  const memory = memoryFiles();
  const progress: Progress[] = [];
  const made = await synthesise({
    patents,
    seed,
    out: 'office',
    files: memory.files,
    areasCsv,
    onProgress: (step) => progress.push(step),
    ...more,
  });
  const hash = createHash('sha256');
  for (const [name, text] of memory.texts) hash.update(`${name}\n${text}`);
  return { ...memory, made, progress, hash: hash.digest('hex') };
}

describe('synthesise', () => {
  let office: Awaited<ReturnType<typeof make>>;
  let made: Synthesised;
  beforeAll(async () => {
    office = await make(4000, 11);
    made = office.made;
  });

  it('names a stock file, a file a filing year, the mapping and the truth, and closes them', () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023].map((year) => `synthetic-patents-${year}.csv`);
    expect(made).toEqual({
      files: ['synthetic-opening-stock.csv', ...years],
      mappings: ['mapping.yaml'],
      truth: 'truth.json',
    });
    expect([...office.texts.keys()].sort()).toEqual([...made.files, ...made.mappings, made.truth].sort());
    expect(office.open.size).toBe(0);
  });

  it('gives the same bytes for the same seed and others for another', async () => {
    expect((await make(4000, 11)).hash).toBe(office.hash);
    expect((await make(4000, 12)).hash).not.toBe(office.hash);
  });

  it('labels every file and every row as synthetic', () => {
    for (const name of made.files) {
      expect(name).toMatch(/^synthetic-/);
      const [header, ...lines] = office.text(name).trimEnd().split('\n');
      expect(header?.split(',').at(-1)).toBe('模拟数据');
      for (const line of lines) expect(line.endsWith(',模拟')).toBe(true);
    }
    expect(office.text('mapping.yaml')).toMatch(/defaults: \{.*dataset: synthetic.*\}/);
    expect(JSON.parse(office.text('truth.json'))).toMatchObject({ dataset: 'synthetic', seed: 11, patents: 4000 });
  });

  it('maps only columns that the files have and covers the whole window', () => {
    const mapping = office.text('mapping.yaml');
    const header = office.text('synthetic-patents-2018.csv').split('\n')[0]?.split(',') ?? [];
    const block = mapping.slice(mapping.indexOf('columns:'), mapping.indexOf('defaults:'));
    const named = [...block.matchAll(/^ {2}\w+: (?:\{ from: )?([^,\s}]+)/gm)].map((match) => match[1]);
    expect(named).toHaveLength(17);
    for (const column of named) expect(header).toContain(column);
    for (const event of ['filed', 'examination_requested', 'closed', 'granted', 'ceased']) {
      expect(mapping).toContain(`\n  ${event}: [2018-01-01, 2023-12-31]\n`);
    }
    expect(mapping).toContain('\n  in_force_from: 2018-01-01\n  completeness: full\n');
  });

  it('writes in large pieces', () => {
    for (const name of made.files) {
      const rows = office.pieces.filter((piece) => piece.name === name);
      for (const piece of rows.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(65_536);
    }
    expect(office.pieces.length).toBeGreaterThan(made.files.length + 2);
  });

  it('tells how far it is, up to the end', () => {
    const done = office.progress.map((step) => step.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    const last = office.progress.at(-1);
    expect(last?.done).toBe(last?.total);
    expect(last?.total).toBeGreaterThan(4000);
  });

  it('makes a window of its own when asked', async () => {
    const short = await make(600, 1, { from: '2020-07-01', to: '2021-03-31' });
    expect(short.made.files).toEqual([
      'synthetic-opening-stock.csv',
      'synthetic-patents-2020.csv',
      'synthetic-patents-2021.csv',
    ]);
    const truth = JSON.parse(short.text('truth.json'));
    expect(Object.keys(truth.inForce.design)).toEqual(['2020-12-31', '2021-03-31']);
    expect(short.text('mapping.yaml')).toContain('in_force_from: 2020-07-01');
  });
});
