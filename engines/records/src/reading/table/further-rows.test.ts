import { bufferAccess } from '@zhiheng/archives';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, numberCell } from '../../../test/make-workbook.js';
import { bytesSource, collect, places } from '../../../test/sources.js';
import { readNdjson } from '../ndjson/read-ndjson.js';
import type { ReadItem } from '../record.js';
import { readXlsx } from '../xlsx/read-xlsx.js';
import { readMapping } from './read-mapping.js';
import { readTable } from './read-table.js';

const [a, b] = ['202310123456', '202220000007'];

async function read(mapping: string, csv: string, latest?: string): Promise<ReadItem[]> {
  const read = readMapping(mapping, 'm.yaml');
  const options = latest === undefined ? { places, file: 't.csv' } : { places, file: 't.csv', latest };
  return collect(readTable(bytesSource(csv), read, options));
}

/** The record of the only row. */
async function recordOf(mapping: string, csv: string) {
  const [item, more] = await read(mapping, csv);
  if (item?.type !== 'record' || more !== undefined) throw new Error(JSON.stringify([item, more]));
  return item.record;
}

/** Field, code and found of the only row. */
async function faultOf(mapping: string, csv: string, latest?: string) {
  const [item] = await read(mapping, csv, latest);
  return item?.type === 'quarantined' ? [item.field, item.code, item.found] : item;
}

describe('a table of trade marks', () => {
  const mapping = `table: trademarks
columns:
  number: 申请号
  registration_number: 注册号
  kind: 类型
  mark_text: 商标
  feature: 形式
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  published_on: 初审
  registered_on: 注册日
  ceased_on: 终止
  status: { from: 状态, codes: { 已注册: registered, 已无效: cancelled } }
  status_on: 状态日
  agency: 代理
  holders: { from: 申请人, split: ; }
  holder_codes: { from: 代码, split: ; }
  holder_types: { from: 性质, split: ;, codes: { 企业: enterprise, 个人: individual } }
  holder_addresses: { from: 地址, split: ; }
  classes: { from: 类别, split: ;, edition: "12" }
  goods: { from: 商品, split: ; }
defaults: { office: CN, dataset: synthetic }
`;
  const header =
    '申请号,注册号,类型,商标,形式,申请日,初审,注册日,终止,状态,状态日,代理,申请人,代码,性质,地址,类别,商品\n';

  it('gives a record a row, with classes beside their goods and holders beside their codes', async () => {
    const row =
      'G1234567A,1234567,集体商标,山水,Word Mark,2020.02.29,2020-06-01,2020-09-01,,已注册,2020-09-02,甲代理,甲公司;乙,91440300 708461136t;,企业;个人,广东省深圳市南山区;,第09类;35,计算机;广告\n';
    const record = await recordOf(mapping, header + row);
    expect(record).toMatchObject({
      group: 'trademarks',
      id: 'CN:G1234567A',
      office: 'CN',
      dataset: 'synthetic',
      number: 'G1234567A',
      stateOn: '2020-09-02',
    });
    expect('rows' in record ? record.rows : null).toEqual({
      trademarks: [
        {
          registration_number: '1234567',
          kind: '集体商标',
          kind_as_given: '集体商标',
          mark_text: '山水',
          feature: 'word',
          filed_on: '2020-02-29',
          published_on: '2020-06-01',
          registered_on: '2020-09-01',
          ceased_on: null,
          status: 'registered',
          status_as_given: '已注册',
          status_on: '2020-09-02',
          agency: '甲代理',
        },
      ],
      trademark_classes: [
        { scheme: 'nice', edition: '12', class: '9', goods: '计算机', first_used_on: null },
        { scheme: 'nice', edition: '12', class: '35', goods: '广告', first_used_on: null },
      ],
      trademark_holders: [
        {
          name: '甲公司',
          credit_code: '91440300708461136T',
          holder_type: 'enterprise',
          country: null,
          address: '广东省深圳市南山区',
          area: '440305',
        },
        { name: '乙', credit_code: null, holder_type: 'individual', country: null, address: null, area: 'XX' },
      ],
    });
  });

  it('ends a mark on the day of its status where no day is given, and puts goods in one text with the first class', async () => {
    const row = '1,,,甲,,,,,,已无效,2021-01-31,,,,,,9;35,计算机\n';
    const record = await recordOf(mapping, header + row);
    expect('rows' in record ? record.rows : null).toMatchObject({
      trademarks: [{ status: 'cancelled', ceased_on: '2021-01-31' }],
      trademark_classes: [{ goods: '计算机' }, { goods: null }],
      trademark_holders: [],
    });
  });

  it.each([
    [',,,甲,,,,,,,,,,,,,,', 'number', 'field-missing', null],
    ['图形,,,,,,,,,,,,,,,,,', 'number', 'number-wrong', '图形'],
    ['1,,,,,2020.02.30,,,,,,,,,,,,', 'filed_on', 'date-wrong', '2020.02.30'],
    ['1,,,,,,,,,注册了,,,,,,,,', 'status', 'value-wrong', '注册了'],
    ['1,,,,,,,,,,,,甲,,国企,,,', 'holder_types', 'value-wrong', '国企'],
    ['1,,,,,,,2025-01-01,,,,,,,,,,', 'registered_on', 'date-wrong', '2025-01-01'],
  ])('quarantines %s', async (row, field, code, found) => {
    expect(await faultOf(mapping, `${header}${row}\n`, '2024-06-30')).toEqual([field, code, found]);
  });

  it('knows the words of a status that no codes turn', async () => {
    const words = mapping.replace('{ from: 状态, codes: { 已注册: registered, 已无效: cancelled } }', '状态');
    const status = async (word: string) => {
      const record = await recordOf(words, `${header}1,,,,,,,,,${word},,,,,,,,\n`);
      return 'rows' in record ? record.rows.trademarks?.[0]?.status : null;
    };
    expect([await status('expired'), await status('Cancelled by the office'), await status('待审')]).toEqual([
      'expired',
      'cancelled',
      null,
    ]);
  });
});

describe('a table of deeds', () => {
  const mapping = `table: deeds
columns:
  number: 登记号
  kind: { from: 类型, codes: { 转移: transfer, 质押: pledge, 解除: pledge_release, 开放许可: open_licence, 更名: name_change } }
  patents: { from: 专利, split: ; }
  recorded_on: 登记日
  executed_on: 合同日
  from_parties: { from: 变更前, split: ; }
  to_parties: { from: 变更后, split: ; }
  to_codes: { from: 代码, split: ; }
  to_types: { from: 性质, split: ; }
  to_addresses: { from: 地址, split: ; }
  refers_to: 原登记
  amount: 金额
defaults: { office: CN, currency: CNY }
`;
  const header = '登记号,类型,专利,登记日,合同日,变更前,变更后,代码,性质,地址,原登记,金额\n';
  const rows = (record: Awaited<ReturnType<typeof recordOf>>) => ('rows' in record ? record.rows : {});

  it('gives a transfer with an event for each patent and the new holders', async () => {
    const row = `y2023 01,转移,ZL2023 1 0123456.3;${b};${a},2023-05-01,2023-04-01,甲,乙公司;丙,91110108MA01A2B3C4;,enterprise;individual,北京市海淀区;浙江省杭州市,,\n`;
    const record = await recordOf(mapping, header + row.replace('.3', ''));
    expect(record).toMatchObject({
      group: 'recordals',
      id: 'DEED:CN:Y202301',
      number: 'Y202301',
      numberAsGiven: 'y2023 01',
    });
    const told = { from_parties: '甲', to_parties: '乙公司; 丙', currency: null };
    const event = {
      event: 'transfer',
      event_on: '2023-05-01',
      ...told,
      amount: null,
      reference: 'Y202301',
      event_as_given: '转移',
    };
    expect(rows(record)).toEqual({
      recordals: [
        {
          kind: 'assignment',
          kind_as_given: '转移',
          recorded_on: '2023-05-01',
          executed_on: '2023-04-01',
          refers_to: null,
          ...told,
          amount: null,
        },
      ],
      patent_events: [
        { patent: `CN:${a}`, ...event },
        { patent: `CN:${b}`, ...event },
      ],
      new_holders: [
        {
          name: '乙公司',
          credit_code: '91110108MA01A2B3C4',
          holder_type: 'enterprise',
          country: null,
          address: '北京市海淀区',
          area: '110108',
        },
        {
          name: '丙',
          credit_code: null,
          holder_type: 'individual',
          country: null,
          address: '浙江省杭州市',
          area: '330100',
        },
      ],
    });
  });

  it('gives the amount of a pledge to the deed, and to the patent where there is but one', async () => {
    const both = rows(await recordOf(mapping, `${header}P1,质押,${a};${b},2023-05-01,,甲,银行,,,,,"12,500,000.50"\n`));
    expect(both.recordals).toMatchObject([{ kind: 'security_interest', amount: '12500000.50', currency: 'CNY' }]);
    expect(both.patent_events).toMatchObject([{ event: 'pledge', amount: null }, { amount: null }]);
    expect(both.new_holders).toEqual([]);
    const one = rows(await recordOf(mapping, `${header}P2,质押,${a},2023-05-01,,甲,银行,,,,,300\n`));
    expect(one.patent_events).toMatchObject([{ amount: '300', currency: 'CNY' }]);
  });

  it.each([
    ['解除', 'release', 'pledge_release'],
    ['开放许可', 'open_licence', 'open_licence'],
    ['更名', 'name_change', 'other'],
  ])('gives a deed of %s as %s', async (word, kind, event) => {
    const record = await recordOf(mapping, `${header}X,${word},${a},2023-05-01,,,,,,,P1,\n`);
    expect(rows(record)).toMatchObject({ recordals: [{ kind, refers_to: 'P1' }], patent_events: [{ event }] });
  });

  it.each([
    [',转移,X,,,,,,,,,', 'number', 'field-missing', null],
    [`1,,${a},,,,,,,,,`, 'kind', 'field-missing', null],
    [`1,赠与,${a},,,,,,,,,`, 'kind', 'value-wrong', '赠与'],
    ['1,质押,,,,,,,,,,', 'patents', 'field-missing', null],
    [`1,质押,${a};2023,,,,,,,,,`, 'patents', 'number-wrong', '2023'],
    ['1,质押,202310123456.8,,,,,,,,,', 'patents', 'check-digit-wrong', '202310123456.8'],
    [`1,转移,${a},2023-05-01,,甲,,,,,,`, 'to_parties', 'field-missing', null],
    [`1,质押,${a},2023-05-01,,甲,,,,,,三百万`, 'amount', 'value-wrong', '三百万'],
    [`1,质押,${a},2024-07-01,,甲,,,,,,`, 'recorded_on', 'date-wrong', '2024-07-01'],
  ])('quarantines %s', async (row, field, code, found) => {
    expect(await faultOf(mapping, `${header}${row}\n`, '2024-06-30')).toEqual([field, code, found]);
  });
});

describe('a table of events', () => {
  const mapping = `table: patent_events
columns:
  number: 专利号
  event: { from: 事件, codes: { 获奖: award, 海外授权: overseas_grant, 无效: invalidation, 转让: transfer } }
  event_on: 日期
  country: 国家
  reference: 文号
  amount: 金额
  currency: 币种
  told_by: 来源
  to_parties: 受让人
  to_area: 受让地
`;
  const header = '专利号,事件,日期,国家,文号,金额,币种,来源,受让人,受让地\n';

  it('gives a statement a row, named by what makes it the same event', async () => {
    const record = await recordOf(mapping, `${header}${a},海外授权,2023-05-01,US,US1|2,100.5,USD,WIPO,,\n`);
    expect(record).toMatchObject({
      group: 'patent_statements',
      id: `EVENT:CN:${a}|overseas_grant|US|US1/2|WIPO`,
      number: a,
    });
    expect('rows' in record ? record.rows : null).toEqual({
      patent_statements: [{ kind: 'event', told_by: 'WIPO', patent: `CN:${a}` }],
      patent_events: [
        {
          patent: `CN:${a}`,
          event: 'overseas_grant',
          event_on: '2023-05-01',
          amount: '100.5',
          currency: 'USD',
          from_parties: null,
          to_parties: null,
          country: 'US',
          reference: 'US1|2',
          event_as_given: '海外授权',
        },
      ],
      new_holders: [],
    });
  });

  it('is told by the office, and known by its day where it has no number', async () => {
    const record = await recordOf(mapping, `${header}${a},获奖,2023-05-01,,,,,,,\n`);
    expect(record.id).toBe(`EVENT:CN:${a}|award||2023-05-01`);
    expect('rows' in record ? record.rows.patent_statements : null).toMatchObject([{ told_by: 'CN' }]);
  });

  it('names the new holders of a transfer', async () => {
    const record = await recordOf(mapping, `${header}${a},转让,2023-05-01,,,,,,乙,浙江省\n`);
    expect('rows' in record ? record.rows.new_holders : null).toMatchObject([{ name: '乙', area: '330000' }]);
  });

  it.each([
    [`${a},,,,,,,,,`, 'event', 'field-missing', null],
    [`${a},好事,,,,,,,,`, 'event', 'value-wrong', '好事'],
    [`${a},获奖,2024-07-01,,,,,,,`, 'event_on', 'date-wrong', '2024-07-01'],
    [`${a},获奖,2024-06-01,,,1.005,CNY,,,`, 'amount', 'value-wrong', '1.005'],
    [`${a},获奖,2024-06-01,,,1,元,,,`, 'currency', 'value-wrong', '元'],
    [`${a},转让,2024-06-01,,,,,,乙,不知道`, 'to_area', 'area-unknown', '不知道'],
  ])('quarantines %s', async (row, field, code, found) => {
    expect(await faultOf(mapping, `${header}${row}\n`, '2024-06-30')).toEqual([field, code, found]);
  });
});

describe('tables that are no delimited text', () => {
  const mapping = readMapping(
    'table: deeds\ncolumns: { number: 号, patents: 专利, recorded_on: 日, to_parties: 人, to_area: 地, amount: 元 }\ndefaults: { kind: transfer, currency: CNY }\n',
    'm.yaml',
  );
  const expected = {
    type: 'record',
    record: {
      id: 'DEED:CN:7',
      rows: {
        recordals: [{ recorded_on: '2023-05-01', amount: '1250.5' }],
        patent_events: [{ patent: `CN:${a}`, event_on: '2023-05-01' }],
        new_holders: [{ name: '乙', area: '110000' }],
      },
    },
  };

  it('are read by the same mapping: NDJSON with lists', async () => {
    const line = { 号: 7, 专利: [a], 日: '2023-05-01', 人: ['乙'], 地: ['110000'], 元: 1250.5 };
    const [item] = await collect(readNdjson(bytesSource(`${JSON.stringify(line)}\n`), mapping, { places, file: 't' }));
    expect(item).toMatchObject(expected);
  });

  it('and workbooks with days and numbers', async () => {
    const rows = [
      ['号', '专利', '日', '人', '地', '元'],
      ['7', a ?? '', numberCell('45047', 1), '乙', '110000', numberCell('1250.5')],
    ];
    const file = bufferAccess(await makeWorkbook({ formats: [14], rows }));
    const [item] = await collect(readXlsx(file, mapping, { places, file: 't.xlsx' }));
    expect(item).toMatchObject(expected);
  });
});
