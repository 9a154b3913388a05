import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../../test/making/gb18030.js';
import { bytesSource, collect, collectUntilFault, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import type { ReadOptions } from '../byte-source.js';
import { readMapping } from '../table/read-mapping.js';
import { readNdjson } from './read-ndjson.js';

const mappingText = `table: patents
columns:
  number: 申请号
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  claim_count: claims
  title: 名称
  holders: { from: 申请人, split: ; }
  classes: ipc
`;
const a = '202310123456';
const all = {
  申请号: a,
  申请日: '2023.01.31',
  claims: 7,
  名称: '一种装置',
  申请人: ['甲;公司', '乙'],
  ipc: ['A01B 1/02', 'G06F3/00'],
};

function reading(
  lines: string | Buffer,
  { chunk, mapping, ...options }: ReadOptions & { chunk?: number; mapping?: string } = {},
) {
  const read = readMapping(mapping ?? mappingText, 'm.yaml');
  return readNdjson(bytesSource(lines, chunk), read, { places, file: 't.ndjson', ...options });
}

/** Field, code and found of a second line, behind one that holds every column. */
async function lineFault(line: string): Promise<unknown> {
  const [wrong] = quarantinedOf(await collect(reading(`${JSON.stringify(all)}\n${line}\n`)));
  return [wrong?.field, wrong?.code, wrong?.found];
}

describe('readNdjson', () => {
  it('reads keys as columns, lists as lists, with positions in bytes', async () => {
    const first = JSON.stringify(all);
    const second = JSON.stringify({ 名称: null, 申请号: 202320123456, 申请人: '丙; 丁', more: { a: 1 } });
    const text = `${first}\r\n\n  \n${second}\n{}\n{"申请号": null}`;
    for (const chunk of [1, 7, 65_536]) {
      const items = await collect(reading(`\ufeff${text}`, { chunk }));
      const start = 3 + Buffer.byteLength(first) + 2 + 1 + 3;
      const blank = start + Buffer.byteLength(second) + 1;
      expect(items.map((item) => [item.type, item.position])).toEqual([
        ['record', 3],
        ['record', start],
        ['ignored', blank],
        ['ignored', blank + 3],
      ]);
      const [one, two] = recordsOf(items).map(({ record }) => record);
      expect(one).toMatchObject({
        id: `CN:${a}`,
        filedOn: '2023-01-31',
        claimCount: 7,
        holders: [{ name: '甲;公司' }, { name: '乙' }],
        classes: [{ symbol: 'A01B1/02' }, { symbol: 'G06F3/00' }],
      });
      expect(two).toMatchObject({ id: 'CN:202320123456', title: null, holders: [{ name: '丙' }, { name: '丁' }] });
    }
  });

  it.each([
    ['{"申请号": ', [null, 'json-malformed', '{"申请号": ']],
    ['[1]', [null, 'json-malformed', '[1]']],
    ['{"a":1} {"b":2}', [null, 'json-malformed', '{"a":1} {"b":2}']],
    [`{"申请号": "${a}", "申请日": "2023.02.29"}`, ['filed_on', 'date-wrong', '2023.02.29']],
    [`{"申请号": "${a}", "名称": ["a", "b"]}`, ['title', 'value-wrong', 'a list of 2']],
    [`{"申请号": "${a}", "名称": {"zh": "a"}}`, ['title', 'value-wrong', 'an object']],
    [`{"申请号": "${a}", "申请人": [["a"]]}`, ['holders', 'value-wrong', 'a list of lists']],
    [`{"申请号": "${a}", "申请人": ["a\\u001fb"]}`, ['holders', 'value-wrong', 'the control character U+001F']],
    ['{"申请号": 20231012345678901234}', ['number', 'value-wrong', '20231012345678900000']],
    ['{"名称": "a"}', ['number', 'field-missing', null]],
  ])('quarantines %s', async (line, expected) => {
    expect(await lineFault(line)).toEqual(expected);
  });

  it('keeps place and line of a quarantined line', async () => {
    const first = JSON.stringify(all);
    const [wrong] = quarantinedOf(await collect(reading(`${first}\n{"x\n`)));
    expect(wrong).toMatchObject({ position: Buffer.byteLength(first) + 1, line: 2, raw: '{"x', field: null });
  });

  it('reads GB18030', async () => {
    const bytes = gb18030(`${JSON.stringify(all)}\n`);
    const [item] = recordsOf(await collect(reading(bytes, { mapping: `encoding: gb18030\n${mappingText}`, chunk: 5 })));
    expect(item?.record.title).toBe('一种装置');
    const { fault } = await collectUntilFault(reading(bytes));
    // the first character is 申, C9 EA in GB18030, and no UTF-8
    expect(fault).toMatchObject({
      code: 'encoding-wrong',
      detail: { place: { byte: 2, line: 1 }, found: 'bytes c9eac7eb' },
    });
  });

  it('refuses a file that breaks off, keeping what is whole where asked', async () => {
    const first = JSON.stringify(all);
    const cut = `${first}\n${first.slice(0, 20)}`;
    const { fault, items } = await collectUntilFault(reading(cut, { keepComplete: true }));
    expect(items).toHaveLength(1);
    expect(fault).toMatchObject({
      code: 'file-truncated',
      detail: { place: { path: 't.ndjson', byte: Buffer.byteLength(first) + 1, line: 2 } },
    });
    expect((await collectUntilFault(reading(cut))).items).toEqual([]);
  });

  it('refuses an empty file, a line without end, and a mapped key that no line has', async () => {
    expect((await collectUntilFault(reading('\n \n'))).fault).toMatchObject({ code: 'file-empty' });
    const endless = await collectUntilFault(reading(Buffer.alloc(17_000_000, 'a')));
    expect(endless.fault).toMatchObject({ code: 'format-unknown', detail: { place: { byte: 0, line: 1 } } });
    const lines = `{"申请号":"${a}"}\n`.repeat(3);
    expect((await collectUntilFault(reading(lines))).fault).toMatchObject({
      code: 'column-missing',
      detail: { place: { path: 't.ndjson', field: 'filed_on' }, found: '申请号', expected: '申请日' },
    });
  });
});
