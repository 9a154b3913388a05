import { createHash } from 'node:crypto';
import type { Progress } from '@zhiheng/vocabulary';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/memory-files.js';
import { type PlainRow, plainRows } from '../test/plain-rows.js';
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

/** Everything that can be asked for. */
const full = { marks: 1500, dirt: 1 } as const;

describe('synthesise', () => {
  let office: Awaited<ReturnType<typeof make>>;
  let made: Synthesised;
  beforeAll(async () => {
    office = await make(4000, 11, full);
    made = office.made;
  });

  const years = ['2018', '2019', '2020', '2021', '2022', '2023'];
  const both = (name: string) => [`${name}.csv`, `${name}.xml`];

  it('names what it wrote: files to load, their mappings, truths, and what no reader takes yet; and closes them', () => {
    expect([...made.files].sort()).toEqual(
      [
        ...both('synthetic-opening-stock'),
        ...years.flatMap((year) => both(`synthetic-patents-${year}`)),
        ...['opening', ...years].map((year) => `synthetic-marks-${year}.csv`),
        ...['synthetic-deeds.csv', 'synthetic-events.csv'],
      ].sort(),
    );
    const { files, truths, further, ...more } = made;
    expect(more).toEqual({
      mappings: ['mapping.yaml', 'mapping-marks.yaml', 'mapping-deeds.yaml', 'mapping-events.yaml'],
      truth: 'truth.json',
    });
    const kinds = ['addresses', 'dirt', 'groups', 'parties', 'transfers'];
    expect([...truths].sort()).toEqual(kinds.map((kind) => `truth-${kind}.csv`));
    expect([...office.texts.keys()].sort()).toEqual(
      [...files, ...truths, ...further, ...made.mappings, made.truth].sort(),
    );
    expect(office.open.size).toBe(0);
  });

  it('gives the same bytes for the same seed and others for another', async () => {
    expect((await make(4000, 11, full)).hash).toBe(office.hash);
    expect((await make(4000, 12, full)).hash).not.toBe(office.hash);
  });

  it('says the same of everything else with fewer texts', async () => {
    const [few, none] = [
      await make(4000, 11, { ...full, texts: 'titles' }),
      await make(4000, 11, { ...full, texts: 'none' }),
    ];
    const bare = (text: string) =>
      plainRows(text).map(({ 发明名称: _, 英文名称: __, 摘要: ___, 首项权利要求: ____, ...row }) => row);
    for (const name of ['synthetic-patents-2019.csv', 'synthetic-opening-stock.csv']) {
      expect(bare(few.text(name))).toEqual(bare(office.text(name)));
      expect(bare(none.text(name))).toEqual(bare(office.text(name)));
    }
    const titled = plainRows(office.text('synthetic-patents-2019.csv')).filter((row) => row.摘要 !== '');
    expect(titled.length).toBeGreaterThan(300);
    const texts = (row: PlainRow) => [row.英文名称 !== '', row.摘要 !== '', row.首项权利要求 !== ''].join();
    const kinds = (made: typeof office) => new Set(plainRows(made.text('synthetic-opening-stock.csv')).map(texts));
    expect([...kinds(few)]).toEqual(['true,false,false']);
    expect([...kinds(none)]).toEqual(['false,false,false']);
  });

  it('labels every file and every row as synthetic', () => {
    for (const name of [...made.files, ...made.further, ...made.truths].filter(
      (one) => one.endsWith('.csv') || one.endsWith('.xml'),
    )) {
      expect(name).toMatch(/^(?:synthetic|truth|lists)-/);
      const text = office.text(name);
      if (name.endsWith('.xml')) {
        const documents = text.split('<?xml ').slice(1);
        expect(documents.filter((one) => !one.includes('status="SYNTHETIC"'))).toEqual([]);
        continue;
      }
      const [header, ...lines] = text.trimEnd().split('\n');
      expect(header?.split(',').at(-1)).toBe('模拟数据');
      // A planted fault cuts a row short: its label with it.
      expect(lines.filter((line) => !line.endsWith(',模拟')).length).toBeLessThanOrEqual(1);
    }
    for (const mapping of made.mappings) {
      expect(office.text(mapping)).toMatch(/^# 模拟数据/);
      expect(office.text(mapping)).toMatch(/defaults: \{.*dataset: synthetic.*\}/);
    }
    // Rows that are quarantined do not count, nor do those whose planted fault is a filing outside the window.
    const elsewhere =
      /^(?:quarantine|.*-after-its-term|.*-before-office|.*-filing-day|.*-filed-outside.*|.*-too-long)$/;
    const lost = plainRows(office.text('truth-dirt.csv')).filter(
      ({ file, found_by = '', sort = '' }) =>
        file?.startsWith('synthetic-patents-') && [found_by, sort].some((word) => elsewhere.test(word)),
    );
    expect(lost.length).toBeGreaterThan(9);
    const truth = JSON.parse(office.text('truth.json'));
    expect(truth).toMatchObject({ dataset: 'synthetic', seed: 11, patents: 4000 - lost.length });
  });

  it.each([
    ['mapping.yaml', 'synthetic-patents-2018.csv', 30],
    ['mapping-marks.yaml', 'synthetic-marks-2018.csv', 18],
    ['mapping-deeds.yaml', 'synthetic-deeds.csv', 16],
    ['mapping-events.yaml', 'synthetic-events.csv', 5],
    ['mapping-notified.yaml', 'lists-notified.csv', 5],
  ])('maps every column but the label: %s', (mapping, file, columns) => {
    const text = office.text(mapping);
    const header = office.text(file).split('\n')[0]?.split(',') ?? [];
    const block = text.slice(text.indexOf('columns:'), text.indexOf('defaults:'));
    const named = [...block.matchAll(/^ {2,4}\w+: (?:\{ from: )?([^,\s}]+)/gm)].map((match) => match[1]);
    expect(named.filter((column) => header.includes(column ?? ''))).toHaveLength(columns);
    expect(header).toHaveLength(columns + 1);
  });

  it('covers the whole window', () => {
    const mapping = office.text('mapping.yaml');
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
    expect(office.pieces.length).toBeGreaterThan(office.texts.size);
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
    const tables = short.made.files.filter((name) => /-(?:stock|\d{4})\.csv$/.test(name));
    expect(tables).toEqual(['synthetic-opening-stock.csv', 'synthetic-patents-2020.csv', 'synthetic-patents-2021.csv']);
    const truth = JSON.parse(short.text('truth.json'));
    expect(Object.keys(truth.inForce.design)).toEqual(['2020-12-31', '2021-03-31']);
    expect(short.text('mapping.yaml')).toContain('in_force_from: 2020-07-01');
  });
});
