import { describe, expect, it } from 'vitest';
import { bytesSource, collect, places, recordsOf } from '../../../test/sources.js';
import { readMapping } from './read-mapping.js';
import { readTable } from './read-table.js';

async function holders(columns: string, names: string, row: string, defaults = '') {
  const mapping = readMapping(`table: patents\ncolumns:\n  number: n\n${columns}\n${defaults}`, 'm.yaml');
  const items = await collect(readTable(bytesSource(`n,${names}\n202310123456,${row}\n`), mapping, { places }));
  const [patent] = recordsOf(items);
  return patent === undefined
    ? items[0]
    : patent.record.holders.map(({ name, country, address, area }) => [name, country, address, area]);
}

describe('holders of a row', () => {
  const list = '  holders: { from: h, split: ";" }\n  address: a';

  it('split their list; the address is the first one’s', async () => {
    expect(await holders(list, 'h,a', '甲公司; 乙大学 ;,广东省深圳市南山区1号')).toEqual([
      ['甲公司', null, '广东省深圳市南山区1号', '440305'],
      ['乙大学', null, null, 'XX'],
    ]);
  });

  it('have addresses beside them where the table lists them', async () => {
    const columns = `${list}\n  holder_addresses: { from: b, split: "|" }`;
    expect(await holders(columns, 'h,a,b', '甲;乙;丙,,江苏省苏州市||北京市海淀区')).toEqual([
      ['甲', null, '江苏省苏州市', '320500'],
      ['乙', null, null, 'XX'],
      ['丙', null, '北京市海淀区', '110108'],
    ]);
  });

  it('stand where the stated area says, listed or older than the list, by code or name', async () => {
    const columns = '  holders: h\n  area: r';
    expect(await holders(columns, 'h,r', '甲,440300')).toEqual([['甲', null, null, '440300']]);
    // 南汇区, part of 浦东新区 since 2009
    expect(await holders(columns, 'h,r', '甲,310119')).toEqual([['甲', null, null, '310115']]);
    expect(await holders(columns, 'h,r', '甲,广东省')).toEqual([['甲', null, null, '440000']]);
    expect(await holders(columns, 'h,r', '甲,US-CA')).toEqual([['甲', null, null, 'US-CA']]);
    expect(await holders(columns, 'h,r', '甲,其他')).toMatchObject({ code: 'area-unknown', found: '其他' });
  });

  it('stand in their country where nothing tells more', async () => {
    const columns = `${list}\n  country: { from: c, split: ";", codes: { 日本: JP, 台湾: TW, 中国: CN } }`;
    expect(await holders(columns, 'h,a,c', '甲;乙;丙,广东省,中国;日本;台湾')).toEqual([
      ['甲', 'CN', '广东省', '440000'],
      ['乙', 'JP', null, 'JP'],
      ['丙', 'TW', null, '710000'],
    ]);
  });

  it('of the US stand in the state that their address tells', async () => {
    const columns = `${list}\n  country: { from: c, split: ";", codes: { US: US, CA: CA } }`;
    const areas: unknown[] = [];
    for (const rest of ['"Austin, TX 78701",US', '"Guangdong Road, Reno",US', '"Austin, TX 78701",CA']) {
      areas.push(await holders(columns, 'h,a,c', `甲,${rest}`));
    }
    expect(areas).toEqual([
      [['甲', 'US', 'Austin, TX 78701', 'US-TX']],
      [['甲', 'US', 'Guangdong Road, Reno', 'US']],
      [['甲', 'CA', 'Austin, TX 78701', 'CA']],
    ]);
  });

  it('take area and country from the defaults', async () => {
    expect(await holders('  holders: h', 'h', '甲', 'defaults: { area: "440300", country: CN }')).toEqual([
      ['甲', 'CN', null, '440300'],
    ]);
  });
});
