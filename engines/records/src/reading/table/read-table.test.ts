import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../../test/making/gb18030.js';
import { bytesSource, collect, collectUntilFault, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import type { ReadOptions } from '../byte-source.js';
import { readMapping } from './read-mapping.js';
import { readTable } from './read-table.js';

const mappingText = `table: patents
columns:
  number: 申请号
  filed_on: 申请日
  kind: { from: 类型, codes: { 发明: invention, 外观: design } }
  claim_count: 权项
  outcome: { from: 结果, codes: { 授权: granted, 驳回: rejected } }
  area: 地区
`;
const header = '申请号,申请日,类型,权项,结果,地区\n';
// 202330000001 has the check digit 6: 2×2 + 2×4 + 3×5 + 3×6 + 1×5 = 50, 50 modulo 11
const a = '202310123456';

async function read(csv: string | Buffer, options: ReadOptions & { chunk?: number; mapping?: string } = {}) {
  const mapping = readMapping(options.mapping ?? mappingText, 'm.yaml');
  return collect(readTable(bytesSource(csv, options.chunk), mapping, { places, file: 't.csv', ...options }));
}

/** The code and field at which a row is quarantined. */
async function fault(row: string) {
  const [item] = await read(`${header}${row}\n`);
  return item?.type === 'quarantined' ? [item.code, item.field, item.found] : item;
}

describe('readTable', () => {
  it('reads rows with position, defaults and blanks', async () => {
    const mapping = mappingText.replace('columns:', 'defaults: { route: national, dataset: synthetic }\ncolumns:');
    const items = await read(`${header}${a},2023-01-31,发明,7,授权,440305\n,,,,,\nZL2023 3 0000001.6, ,,,,\n`, {
      mapping,
    });
    const [first, blank, second] = items;
    expect(first).toMatchObject({
      type: 'record',
      position: Buffer.byteLength(header),
      record: {
        id: `CN:${a}`,
        office: 'CN',
        dataset: 'synthetic',
        kind: 'invention',
        kindAsGiven: '发明',
        route: 'national',
        filedOn: '2023-01-31',
        claimCount: 7,
        outcome: 'granted',
        title: null,
        holders: [{ name: '', country: null, address: null, area: '440305' }],
      },
    });
    expect(blank).toMatchObject({ type: 'ignored', reason: 'blank-row' });
    expect(second).toMatchObject({
      type: 'record',
      record: { id: 'CN:202330000001', kind: 'design', kindAsGiven: null, filedOn: null, holders: [] },
    });
  });

  it.each([
    [`${a},2023-02-29,,,,`, ['date-wrong', 'filed_on', '2023-02-29']],
    [`${a},2101-01-01,,,,`, ['date-wrong', 'filed_on', '2101-01-01']],
    [`${a},2023/1/5,,,,`, ['date-wrong', 'filed_on', '2023/1/5']],
    [',2023-01-05,,,,', ['field-missing', 'number', null]],
    ['2023,2023-01-05,,,,', ['number-wrong', 'number', '2023']],
    ['2026104796017,,,,,', ['check-digit-wrong', 'number', '2026104796017']],
    [`${a},,实用,,,`, ['kind-wrong', 'kind', '实用']],
    [`${a},,外观,,,`, ['kind-wrong', 'kind', '外观 (design)']],
    [`${a},,,seven,,`, ['value-wrong', 'claim_count', 'seven']],
    [`${a},,,,撤回,`, ['value-wrong', 'outcome', '撤回']],
    [`${a},,,,,990000`, ['area-unknown', 'area', '990000']],
    [`${a},,,,`, ['row-too-short', null, '5 fields']],
    [`${a},,,,,,`, ['row-too-short', null, '7 fields']],
    [`"${a}"x,,,,,`, ['quote-wrong', null, 'text behind a closing quote']],
  ])('quarantines %s', async (row, expected) => {
    expect(await fault(row)).toEqual(expected);
  });

  it('says both kinds where the stated one is not the number’s, and keeps the row as it stands', async () => {
    const row = `${a},"2023-\n01-01",外观,,,`;
    const items = await read(`${header}${a},,,,,\r\n${row}\n${a},2023-01-01,外观,,,`);
    const [date, kind] = quarantinedOf(items);
    const position = Buffer.byteLength(header) + a.length + 7;
    expect(date).toMatchObject({ position, line: 3, code: 'kind-wrong', raw: row });
    expect(kind).toMatchObject({
      position: position + Buffer.byteLength(row) + 1,
      line: 5,
      expected: `invention, which the number ${a} tells`,
    });
  });

  it('takes a kind the number does not tell from the row or the default, or quarantines', async () => {
    const us = 'table: patents\ncolumns: { number: n, kind: k }\ndefaults: { office: US }\n';
    const [plain, missing] = await read('n,k\n15/123456,plant\n15123457,\n', { mapping: us });
    expect(plain).toMatchObject({ record: { id: 'US:15123456', kind: 'plant', numberAsGiven: '15/123456' } });
    expect(missing).toMatchObject({ code: 'field-missing', field: 'kind' });
    const [filled] = await read('n,k\n15123457,\n', { mapping: us.replace('office: US', 'office: US, kind: other') });
    expect(filled).toMatchObject({ record: { kind: 'other' } });
  });

  it('reads GB18030 with exact positions', async () => {
    const row = `${a},2023-01-31,发明,7,授权,广东`;
    const mapping = `encoding: gb18030\n${mappingText}`;
    // 丂 is 81 40, 乗 81 5C, 亅 81 7C: trail bytes among the letters and signs of ASCII
    const text = `${header}"${a}",2023-01-31,丂乗亅,,,\r\n${row}\r\n`;
    for (const chunk of [1, 7, 64, 65_536]) {
      const [wrong, right] = await read(gb18030(text), { mapping, chunk });
      expect(wrong).toMatchObject({ code: 'kind-wrong', found: '丂乗亅', line: 2, position: gb18030(header).length });
      const position = gb18030(text).length - gb18030(row).length - 2;
      expect(right).toMatchObject({ position, record: { id: `CN:${a}`, holders: [{ area: '440000' }] } });
    }
    const marked = Buffer.concat([Buffer.from('84319533', 'hex'), gb18030(`${header}${row}`)]);
    expect(recordsOf(await read(marked, { mapping, chunk: 1 }))[0]?.position).toBe(4 + gb18030(header).length);
  });

  it('counts a UTF-8 byte order mark in positions, and refuses it in GB18030', async () => {
    const text = `\ufeff${header}${a},,,,,\n`;
    expect(recordsOf(await read(text, { chunk: 2 }))[0]?.position).toBe(3 + Buffer.byteLength(header));
    await expect(read(text, { mapping: `encoding: gb18030\n${mappingText}` })).rejects.toMatchObject({
      code: 'encoding-wrong',
      detail: { place: { path: 't.csv', byte: 0 } },
    });
  });

  it('names the byte and line where text is not of the encoding; what stands before it can be kept', async () => {
    const before = Buffer.from(`${header}${a},,,,,\n`);
    const bytes = Buffer.concat([before, Buffer.from('"\n'), gb18030('中'), Buffer.from('",,,,,\n')]);
    const place = { path: 't.csv', byte: before.length + 2, line: 4 };
    for (const chunk of [3, 65_536]) {
      const mapping = readMapping(mappingText, 'm.yaml');
      const options = { places, file: 't.csv' };
      const lost = await collectUntilFault(readTable(bytesSource(bytes, chunk), mapping, options));
      expect([lost.items.length, lost.fault]).toEqual([0, expect.objectContaining({ code: 'encoding-wrong' })]);
      expect(lost.fault).toMatchObject({ detail: { place, found: 'bytes d6 d0 22 2c' } });
      const kept = await collectUntilFault(
        readTable(bytesSource(bytes, chunk), mapping, { ...options, keepComplete: true }),
      );
      expect(recordsOf(kept.items)).toHaveLength(1);
      expect(kept.fault).toMatchObject({ code: 'encoding-wrong' });
    }
  });

  it('names the byte and line where a quote opens that never closes', async () => {
    await expect(read(`${header}${a},,,,,\n${a},"2023,,,,\n`)).rejects.toMatchObject({
      code: 'quote-open',
      detail: { place: { path: 't.csv', byte: Buffer.byteLength(header) + 2 * a.length + 7, line: 3 } },
    });
  });

  it('names a column that is missing or twice there', async () => {
    await expect(read('申请号,申请日期,类型,权项,结果,地区\n')).rejects.toMatchObject({
      code: 'column-missing',
      detail: {
        place: { path: 't.csv', line: 1, field: 'filed_on' },
        found: '申请号, 申请日期, 类型, 权项, 结果, 地区',
        expected: '申请日',
        didYouMean: '申请日期',
      },
    });
    await expect(read(header.replace('权项', '类型'))).rejects.toMatchObject({
      code: 'column-missing',
      detail: { place: { field: 'kind' }, expected: '类型 once' },
    });
  });

  it.each(['', '\ufeff', '\r\n\n'])('throws file-empty for %j; a header alone is an empty table', async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'file-empty',
      detail: { place: { path: 't.csv', byte: 0 } },
    });
    expect(await read(header)).toEqual([]);
  });

  it('is the same whatever the chunks and batches', async () => {
    const rows = [`${a},2023-01-31,发明,7,授权,广东`, `"${a}",2023-02-30,,,,`, ',,,,,', `${a},"x\r\ny",,,,`, 'x'];
    const text = header + rows.join('\r\n');
    const whole = await read(text, { chunk: 65_536 });
    expect(whole.map(({ type }) => type)).toEqual(['record', 'quarantined', 'ignored', 'quarantined', 'quarantined']);
    for (const chunk of [1, 7, 64]) expect(await read(text, { chunk, batchSize: 2 })).toEqual(whole);
  });
});
