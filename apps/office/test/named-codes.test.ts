import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedFigureRow } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCodeNames } from '../src/classification/named-codes.js';
import { SmallOffice } from './small-office.js';

const shipped = join(import.meta.dirname, '../../../definitions');

const mapping = `table: patents
columns: { number: 号, classes: { from: 类, split: ; , scheme: ipc }, filed_on: 申请日, granted_on: 授权日, area: 地 }
defaults: { kind: invention }
covers: { kinds: [invention], filed: [2020-01-01, 2023-12-31], granted: [2020-01-01, 2023-12-31], completeness: full }
`;
// A machine tool; one that also is a computer; one whose classes are not told.
const records = `号,类,申请日,授权日,地
202210000001,B23B1/00,2022-01-05,2023-01-10,440000
202210000002,B23B1/00;G06F1/00,2022-01-05,2023-01-11,440000
202210000003,,2022-01-05,2023-02-10,440000
`;
const definition = `id: fields
names: { zh-Hans: 数, zh-Hant: 數, en: number }
summary: { zh-Hans: 数, zh-Hant: 數, en: number }
unit: patents
decimals: 0
kind: flow
table: patents
where: "kind = 'invention'"
attribution: { holder: first, at: filing }
date: granted_on
event: granted
breakdowns: [wipo_field]
source: { text: 试 }
provisional: true
`;

describe('codes that figures are told by', () => {
  const small = new SmallOffice();
  const write = (name: string, text: string) => writeFileSync(join(small.path, name), text);
  beforeAll(async () => {
    cpSync(join(shipped, 'classifications'), join(small.definitions, 'classifications'), { recursive: true });
    write('definitions/indicators/fields.yaml', definition);
    write('m.yaml', mapping);
    write('r.csv', records);
    await small.run('load', { paths: [join(small.path, 'r.csv')], mapping: join(small.path, 'm.yaml') });
    await small.run('release-create', { name: 'r1' });
    await small.run('compute', {});
  });
  afterAll(() => small.remove());

  it('stand in their rows as codes, with their names beside', async () => {
    const { json } = await small.run('figure', {
      ...{ indicator: 'fields', area: ['440000'], period: ['2023'], by: 'wipo_field' },
    });
    const rows = (json as NamedFigureRow[]).map(({ breakdown, value, names }) => [
      ...[breakdown.wipo_field, value, names?.wipo_field?.en, names?.wipo_field?.['zh-Hans']],
    ]);
    expect(rows.sort()).toEqual([
      ['26', 2, 'Machine tools', '机器工具'],
      ['6', 1, 'Computer technology', '计算机技术'],
      ['not-told', 1, undefined, undefined],
    ]);
  });

  it('have no names where a row is told by none', async () => {
    const { json } = await small.run('figure', { indicator: 'fields', area: ['440000'], period: ['2023'] });
    expect((json as NamedFigureRow[]).map((row) => [row.value, Object.hasOwn(row, 'names')])).toEqual([[3, false]]);
    const rows = await small.use(async (office) => withCodeNames(office, [{ breakdown: { kind: 'invention' } }]));
    expect(rows).toEqual([{ breakdown: { kind: 'invention' } }]);
  });
});
