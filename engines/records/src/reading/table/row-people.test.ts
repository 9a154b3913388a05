import { describe, expect, it } from 'vitest';
import { bytesSource, collect, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import { readNdjson } from '../ndjson/read-ndjson.js';
import { readMapping } from './read-mapping.js';
import { readTable } from './read-table.js';

const mappingText = `table: patents
columns:
  number: 号
  title: 名
  title_en: 英
  holders: { from: 人, split: ";" }
  holder_codes: { from: 码, split: ";" }
  holder_types: { from: 类, split: ";", codes: { 企业: enterprise, 个人: individual } }
  inventors: { from: 发明人, split: ";" }
  agents: { from: 代理人, split: ";" }
`;
const mapping = readMapping(mappingText, 'm.yaml');
const csv = `号,名,英,人,码,类,发明人,代理人
202310000001,装置,Device,甲公司;乙,91440300ma5exampl1;,企业;个人,张三;;李四,王五
202310000002,机,,丙,,,,
`;
const lines = [
  {
    号: '202310000001',
    名: '装置',
    英: 'Device',
    人: ['甲公司', '乙'],
    码: ['91440300ma5exampl1', ''],
    类: ['企业', '个人'],
    发明人: ['张三', '', '李四'],
    代理人: '王五',
  },
  { 号: '202310000002', 名: '机', 人: '丙' },
];

describe('people, codes and types of a row', () => {
  it.each([
    ['delimited text', () => readTable(bytesSource(csv), mapping, { places })],
    [
      'JSON lines',
      () => readNdjson(bytesSource(lines.map((line) => JSON.stringify(line)).join('\n')), mapping, { places }),
    ],
  ])('stand with their holders and in their order, in %s', async (_, read) => {
    const records = recordsOf(await collect(read())).map(({ record }) => record);
    expect(records.map(({ titleEn, people }) => ({ titleEn, people }))).toEqual([
      {
        titleEn: 'Device',
        people: [
          { name: '张三', role: 'inventor' },
          { name: '李四', role: 'inventor' },
          { name: '王五', role: 'agent' },
        ],
      },
      { titleEn: null, people: [] },
    ]);
    const holders = records.map((record) => record.holders.map((one) => [one.name, one.creditCode, one.holderType]));
    expect(holders).toEqual([
      [
        ['甲公司', '91440300MA5EXAMPL1', 'enterprise'],
        ['乙', null, 'individual'],
      ],
      [['丙', null, null]],
    ]);
  });

  it('quarantine a type that is none', async () => {
    const bare = readMapping('table: patents\ncolumns: { number: 号, holders: 人, holder_types: 类 }\n', 'm.yaml');
    const items = await collect(
      readTable(bytesSource('号,人,类\n202310000001,甲,enterprise\n202310000002,乙,公司\n'), bare, { places }),
    );
    expect(recordsOf(items).map(({ record }) => record.holders[0]?.holderType)).toEqual(['enterprise']);
    expect(quarantinedOf(items)).toMatchObject([{ code: 'value-wrong', field: 'holder_types', found: '公司' }]);
  });

  it('refuse codes that stand for no type', () => {
    const wrong = 'table: patents\ncolumns:\n  number: 号\n  holder_types: { from: 类, codes: { 公司: firm } }\n';
    expect(() => readMapping(wrong, 'm.yaml')).toThrow(expect.objectContaining({ code: 'mapping-wrong' }));
  });
});
