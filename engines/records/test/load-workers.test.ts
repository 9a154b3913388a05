import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadRequest } from '../src/loading/load-request.js';
import { type Tried, tryLoad } from './load-with-workers.js';
import { inventedApplication, st36Document } from './st36-documents.js';
import { grant, sequenceListing } from './uspto-documents.js';

const folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-workers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const mapping = {
  path: 'm.yaml',
  text: `table: patents
columns:
  number: 号
  filed_on: 日
  state_on: 状
  title: 名
  holders: { from: 人, split: ";" }
  classes: { from: 类, split: ";" }
  area: 区
  inventors: { from: 发, split: ";" }
`,
};
const header = '号,日,状,名,人,类,区,发\n';
const number = (index: number) => `2023100${String(index).padStart(5, '0')}`;

/** Rows that load, return, change, are wrong or blank; some with line ends in a field. */
const table =
  header +
  Array.from({ length: 400 }, (_, index) => {
    const id = number(index % 300);
    const day = index % 37 === 5 ? '2023-02-29' : `2023-01-${String((index % 28) + 1).padStart(2, '0')}`;
    if (index % 41 === 7) return ',,,,,,,\n';
    const title = index % 3 === 0 ? `"装置,\n第""${index % 300}""号"` : `装置${index % 300}`;
    const state = index % 5 === 0 ? '' : `2023-0${1 + ((index * 7) % 9)}-01`;
    const end = index % 11 === 0 ? '\n\n' : '\r\n';
    return `${id},${day},${state},${title},甲公司;乙大学${index % 4},A01B 1/0${index % 10};G06F 17/00,440305,发明人${index % 60};共同 ${index % 7}${end}`;
  }).join('');

const documents = Array.from({ length: 120 }, (_, index) => {
  if (index % 17 === 3) return sequenceListing;
  const body =
    index % 13 === 4 ? '<open>' : `<number-of-claims>${index % 19 === 6 ? 'many' : index}</number-of-claims>`;
  return grant({
    number: `15${String(100_000 + (index % 90))}`,
    date: `2020010${(index % 7) + 1}`,
    body: index % 23 === 8 ? `${body}<us-term-extension>${'x'.repeat(3000)}</us-term-extension>` : body,
    status: 'PRODUCTION',
  });
});

/** Applications in the form of ST.36: news, wrong ones, and people whom the tables name too. */
const applications = Array.from({ length: 50 }, (_, index) =>
  st36Document({
    ...inventedApplication,
    number: index % 9 === 4 ? '2023' : number(500 + index),
    inventors: [`发明人${index}`, `共 同 ${index % 3}`, `另一位${index % 20}`],
  }),
);

const request = (...paths: string[]): LoadRequest => ({ paths, mappings: [mapping], keepComplete: false });
/** A load without the clock, in the order of its files. */
const outcome = ({ load, tables, names }: Tried) => {
  const { result, holdings } = load;
  return { result: { ...result, seconds: 0 }, names, tables, coverage: holdings?.coverage, sources: holdings?.sources };
};

describe('reading in workers', () => {
  const files = [
    written('a.csv', table),
    written('b.xml', documents.join('')),
    written('c.csv', table.replaceAll('装置', '设备')),
    written('d.xml', documents.slice(20, 60).reverse().join('\n\n')),
    written('e.xml', applications.join('')),
  ];
  let plain: Tried;
  beforeAll(async () => {
    plain = await tryLoad(request(...files), { count: 0 });
  });

  it('has something to compare: every outcome stands in the plain load', () => {
    const { loaded, replaced, duplicates, ignored, quarantined } = plain.load.result;
    for (const sum of [loaded, replaced, duplicates, ignored, quarantined]) expect(sum).toBeGreaterThan(0);
    expect(plain.load.result.files.every(({ error }) => error === undefined)).toBe(true);
    expect(plain.tables['patents of the past']?.length).toBeGreaterThan(0);
    expect(plain.tables.quarantine?.length).toBeGreaterThan(0);
    expect(plain.load.result.files.at(-1)).toMatchObject({ format: 'st36', read: 50, quarantined: 6 });
    // Sixty inventors and seven beside them, three of whom the documents write otherwise; twenty more there, and an agent.
    expect(plain.names.map(({ name }) => name).sort()).toEqual(
      [
        '赵六',
        ...Array.from({ length: 60 }, (_, index) => `发明人${index}`),
        ...Array.from({ length: 7 }, (_, index) => `共同 ${index}`),
        ...Array.from({ length: 20 }, (_, index) => `另一位${index}`),
      ].sort(),
    );
  });

  it.each([
    [1, 1 << 20],
    [2, 700],
    [3, 4096],
  ])('comes to the same with %i workers and blocks of %i bytes', async (count, blockBytes) => {
    expect(outcome(await tryLoad(request(...files), { count, blockBytes }))).toEqual(outcome(plain));
  });

  it('comes to the same whatever the blocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 40, max: 20_000 }),
        async (count, blockBytes) => {
          expect(outcome(await tryLoad(request(...files), { count, blockBytes }))).toEqual(outcome(plain));
        },
      ),
      { numRuns: 2 },
    );
  });
});

describe('damaged files between good ones', () => {
  const rows = Buffer.from(table);
  const middle = rows.indexOf('\n', Math.floor(rows.length / 2)) + 1;
  const wrongBytes = Buffer.concat([
    rows.subarray(0, middle),
    Buffer.from([0x32, 0xff, 0xfe, 0x0a]),
    rows.subarray(middle),
  ]);
  const last = `${header}${number(900)},2023-03-03,,后,丙,A01B,440305,\n`;
  const groups = {
    table: {
      good: [written('1.csv', table), written('9.csv', last)],
      damaged: {
        'quote-open': written('2.csv', Buffer.from(`${table.replaceAll('发明人', '外人')}202310099999,"2023\n`)),
        'encoding-wrong': written('3.csv', wrongBytes),
        'column-missing': written('4.csv', table.replace('名', '名称')),
      },
    },
    uspto: {
      good: [written('1.xml', documents.join('')), written('9.xml', grant({ number: '15999999' }))],
      damaged: {
        'file-truncated': written('2.xml', documents.join('').slice(0, -40)),
        'file-empty': written('3.xml', ' \n \n'),
      },
    },
  };

  it.each(Object.entries(groups))(
    'of format %s add nothing with two workers, and say the same',
    async (format, { good, damaged }) => {
      const [before = '', after = ''] = good;
      const asked = (keepComplete: boolean) => ({
        ...request(before, ...Object.values(damaged), after),
        format,
        keepComplete,
      });
      const plan = { count: 2, blockBytes: 900 };
      const kept = await tryLoad(asked(true), plan);
      expect(outcome(kept)).toEqual(outcome(await tryLoad(asked(true), { count: 0 })));
      const whole = await tryLoad(asked(false), plan);
      const faulty = whole.load.result.files.slice(1, -1);
      expect(faulty.map(({ read, error }) => ({ read, code: error?.code }))).toEqual(
        Object.keys(damaged).map((code) => ({ read: 0, code })),
      );
      expect(faulty.map(({ error }) => error)).toEqual(kept.load.result.files.slice(1, -1).map(({ error }) => error));
      const without = await tryLoad({ ...request(before, after), format }, { count: 0 });
      expect(whole.tables.patents).toEqual(without.tables.patents);
      expect(whole.names).toEqual(without.names);
      expect(whole.tables.patent_holders).toEqual(without.tables.patent_holders);
      expect(whole.tables.quarantine?.length).toBe(without.tables.quarantine?.length);
    },
  );

  it('keep the byte and the line of a wrong byte', async () => {
    const byte = wrongBytes.indexOf(0xff);
    const line = wrongBytes.subarray(0, byte).toString('latin1').split('\n').length;
    const asked = { ...request(groups.table.damaged['encoding-wrong']), format: 'table' };
    const { load } = await tryLoad(asked, { count: 2, blockBytes: 900 });
    expect(load.result.files[0]?.error).toMatchObject({ code: 'encoding-wrong', place: { byte, line } });
  });
});

describe('a document longer than a block', () => {
  it('is read in pieces and counts once', async () => {
    const long = grant({ number: '15900001', more: `<description>${'<p>text</p>'.repeat(60_000)}</description>` });
    const file = written('long.xml', `${documents[0]}${long}${documents[1]}`);
    const plain = await tryLoad(request(file), { count: 0 });
    expect(plain.load.result).toMatchObject({ read: 3, loaded: 3 });
    expect(outcome(await tryLoad(request(file), { count: 2, blockBytes: 10_000 }))).toEqual(outcome(plain));
  });
});

describe('a worker that fails', () => {
  it('fails the load as our own fault', async () => {
    const entry = new URL(`file://${written('broken-worker.mjs', 'throw new Error("broken on purpose");\n')}`);
    await expect(tryLoad(request(written('x.csv', table)), { count: 2, entry })).rejects.toMatchObject({
      code: 'own-fault',
      message: expect.stringContaining('broken on purpose'),
    });
  });

  it('fails it with the fault of the folder when the disk takes nothing more', async () => {
    const report = { code: 'folder-unusable', message: '', place: { path: '/d' }, found: 'ENOSPC', expected: '' };
    const program = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => parentPort.postMessage({ account: null, tables: [], fault: ${JSON.stringify(report)} }));\n`;
    const entry = new URL(`file://${written('full-worker.mjs', program)}`);
    await expect(tryLoad(request(written('x.csv', table)), { count: 2, blockBytes: 900, entry })).rejects.toMatchObject(
      {
        code: 'folder-unusable',
        detail: { place: { path: '/d' }, found: 'ENOSPC' },
      },
    );
  });

  it('fails it when it ends without a word in the middle of a file', async () => {
    const program = `import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => process.exit(7));\n`;
    const entry = new URL(`file://${written('leaving-worker.mjs', program)}`);
    await expect(tryLoad(request(written('x.csv', table)), { count: 2, blockBytes: 900, entry })).rejects.toMatchObject(
      {
        code: 'own-fault',
        message: expect.stringContaining('ended with 7'),
      },
    );
  });
});
