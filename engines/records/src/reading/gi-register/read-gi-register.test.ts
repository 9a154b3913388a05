import { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, quarantinedOf } from '../../../test/sources.js';
import { rawLimit } from '../raw-record.js';
import type { ReadItem } from '../record.js';
import type { SourceRecord } from '../source-record.js';
import { readGiRegister } from './read-gi-register.js';

const entry = (changes: Record<string, unknown> = {}) => ({
  DEF_OriginalOrder: 1,
  DEF_Register: 'Food and Agri UK PDO',
  EA_ProductType: 'Food',
  EA_Name: '龙井茶 / Longjing cha',
  EA_ProductCategory: 'Class 1.8. Other',
  EA_FileNumber: 'PDO-CN-0621',
  EA_Type: 'Protected Designation of Origin (PDO)',
  EA_Country: 'China',
  EA_Status: 'Registered',
  EA_LegalInstrument: '',
  EA_ApplicationDate: '11/07/2007',
  EA_DateRegistration: '11/05/2011',
  EA_DatePublication: ' ',
  ...changes,
});
const register = (...entries: unknown[]) => JSON.stringify(entries, null, 2);
const read = (text: string | Buffer, chunk?: number) =>
  collect(readGiRegister(bytesSource(text, chunk), { file: 'r.json' }));

function groupRecords(items: readonly ReadItem[]): SourceRecord[] {
  return items.flatMap((item) => (item.type === 'record' && 'group' in item.record ? [item.record] : []));
}

const numbers = (items: readonly ReadItem[]) => groupRecords(items).map(({ number }) => number);

describe('readGiRegister', () => {
  it('reads an entry into its row; blank dates are null', async () => {
    const items = await read(register(entry()));
    expect(items).toEqual([
      {
        type: 'record',
        position: 4,
        record: {
          group: 'geographical_indications',
          id: 'GB:PDO-CN-0621',
          office: 'GB',
          dataset: 'real',
          number: 'PDO-CN-0621',
          numberAsGiven: 'PDO-CN-0621',
          stateOn: null,
          rows: {
            geographical_indications: [
              {
                name: '龙井茶 / Longjing cha',
                kind: 'pdo',
                kind_as_given: 'Protected Designation of Origin (PDO)',
                register: 'Food and Agri UK PDO',
                product_type: 'Food',
                product_category: 'Class 1.8. Other',
                country: 'CN',
                country_as_given: 'China',
                status: 'registered',
                status_as_given: 'Registered',
                legal_instrument: null,
                filed_on: '2007-07-11',
                published_on: null,
                registered_on: '2011-05-11',
                ceased_on: null,
              },
            ],
          },
        },
      },
    ]);
  });

  it.each([
    ['Protected Geographical Indication (PGI)', 'pgi'],
    ['Geographical indication (GI)', 'gi'],
    ['Traditional Specialities Guaranteed (TSG)', 'tsg'],
    ['Traditional term', 'traditional_term'],
    ['', null],
  ])('folds the kind %j to %s', async (given, kind) => {
    const [record] = groupRecords(await read(register(entry({ EA_Type: given }))));
    expect(record?.rows.geographical_indications?.[0]).toMatchObject({ kind, kind_as_given: given || null });
  });

  it.each([
    ['29/02/2023', 'EA_DateRegistration', 'registered_on'],
    ['31/04/2011', 'EA_ApplicationDate', 'filed_on'],
    ['2011-05-11', 'EA_DatePublication', 'published_on'],
    ['11/13/2011', 'EA_DatePublication', 'published_on'],
    ['1/5/2011', 'EA_DatePublication', 'published_on'],
    ['11/05/2101', 'EA_DatePublication', 'published_on'],
  ])('quarantines the date %s, the others load', async (found, name, field) => {
    const first = entry();
    const wrong = entry({ EA_FileNumber: 'PGI-CN-0622', [name]: found });
    const items = await read(JSON.stringify([first, wrong, entry({ EA_FileNumber: 'PGI-CN-0623' })]));
    expect(numbers(items)).toEqual(['PDO-CN-0621', 'PGI-CN-0623']);
    const position = Buffer.byteLength(JSON.stringify(first)) + 2;
    expect(quarantinedOf(items)).toEqual([
      expect.objectContaining({ code: 'date-wrong', field, found, position, line: null, raw: JSON.stringify(wrong) }),
    ]);
  });

  it.each([
    [{ EA_FileNumber: undefined }, 'field-missing', 'number', null],
    [{ EA_FileNumber: ' ' }, 'field-missing', 'number', null],
    [{ EA_FileNumber: 621 }, 'value-wrong', 'number', '621'],
    [{ EA_Name: ['a'] }, 'value-wrong', 'name', '["a"]'],
    [{ EA_Name: 'a\0' }, 'value-wrong', 'name', String.raw`"a\u0000"`],
    [{ EA_Name: 'a\ud800' }, 'value-wrong', 'name', String.raw`"a\ud800"`],
  ])('quarantines %j', async (changes, code, field, found) => {
    const items = await read(register(entry(changes)));
    expect(quarantinedOf(items)).toEqual([expect.objectContaining({ code, field, found })]);
  });

  it('quarantines an element that is no object or not well-formed', async () => {
    const items = await read(`[1,{"EA_FileNumber":"x" "y"},["a"],${JSON.stringify(entry())}]`);
    expect(numbers(items)).toEqual(['PDO-CN-0621']);
    expect(quarantinedOf(items).map(({ code, position, raw }) => [code, position, raw])).toEqual([
      ['value-wrong', 1, '1'],
      ['json-malformed', 3, '{"EA_FileNumber":"x" "y"}'],
      ['value-wrong', 29, '["a"]'],
    ]);
  });

  it('reads a field of 10 MB; of a quarantined record it keeps at most 64 KiB', async () => {
    const EA_Name = '茶'.repeat(3_500_000);
    const [item] = await read(register(entry({ EA_Name })));
    expect(
      item?.type === 'record' && 'group' in item.record && item.record.rows.geographical_indications?.[0]?.name,
    ).toBe(EA_Name);
    const [kept] = quarantinedOf(await read(register(entry({ EA_Name, EA_FileNumber: '' }))));
    expect(Buffer.byteLength(kept?.raw ?? '')).toBeGreaterThan(rawLimit - 4);
    expect(Buffer.byteLength(kept?.raw ?? '')).toBeLessThanOrEqual(rawLimit);
  });

  const first = JSON.stringify(entry());
  const second = JSON.stringify(entry({ EA_FileNumber: 'PGI-CN-0622' }));
  const behindFirst = Buffer.byteLength(first) + 2;

  it.each([
    ['inside an object', `[${first},${second.slice(0, 40)}`, behindFirst],
    ['behind a comma', `[${first},`, behindFirst],
    ['without its last bracket', `[${first}\n`, behindFirst],
  ])('throws file-truncated for an array cut %s', async (_, text, byte) => {
    const cut = await collectUntilFault(readGiRegister(bytesSource(text), { file: 'r.json' }));
    expect(cut.items).toEqual([]);
    expect(cut.fault).toBeInstanceOf(UserFault);
    expect(cut.fault).toMatchObject({
      code: 'file-truncated',
      detail: { place: { path: 'r.json', byte }, found: `the end of the file at byte ${Buffer.byteLength(text)}` },
    });
    const kept = await collectUntilFault(readGiRegister(bytesSource(text), { keepComplete: true }));
    expect(numbers(kept.items)).toEqual(['PDO-CN-0621']);
    expect(kept.fault).toMatchObject({ code: 'file-truncated', detail: { place: { byte } } });
  });

  it('names the first byte that is not UTF-8, or NUL', async () => {
    const bytes = Buffer.from(`[${first},${second}]`);
    const at = bytes.lastIndexOf('Registered');
    for (const byte of [0x00, 0xe9, 0x80]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = byte;
      for (const size of [1, 65_536]) {
        const options = { file: 'r.json', keepComplete: true };
        const { items, fault } = await collectUntilFault(readGiRegister(bytesSource(damaged, size), options));
        expect(numbers(items)).toEqual(['PDO-CN-0621']);
        expect(fault).toMatchObject({ code: 'encoding-wrong', detail: { place: { path: 'r.json', byte: at } } });
      }
    }
  });

  it.each(['', '\ufeff', ' \n '])('throws file-empty for %j', async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'file-empty',
      detail: { place: { path: 'r.json', byte: 0 } },
    });
  });

  it('reads an array without elements as no records', async () => {
    expect(await read('[ ]\n')).toEqual([]);
  });

  it('hands over batches of the size asked for', async () => {
    const text = register(entry(), entry(), entry());
    const sizes: number[] = [];
    for await (const batch of readGiRegister(bytesSource(text), { batchSize: 2 })) sizes.push(batch.length);
    expect(sizes).toEqual([2, 1]);
  });

  it('is the same whatever the chunks', async () => {
    const escaped = entry({ EA_FileNumber: 'PGI-XX-1', EA_Name: '"\\"}],[{ 茶\u{20000}' });
    const text = `\ufeff${register(entry(), 7, escaped, entry({ EA_FileNumber: '' }))}`;
    const whole = await read(text, text.length * 4);
    expect(whole).toHaveLength(4);
    for (const size of [1, 7, 64, 65_536]) expect(await read(text, size)).toEqual(whole);
  });
});
