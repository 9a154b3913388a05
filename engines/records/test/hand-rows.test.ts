import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../test/making/gb18030.js';
import { coverageOf } from '../src/reading/table/read-covers.js';
import { readMapping } from '../src/reading/table/read-mapping.js';
import { readTable } from '../src/reading/table/read-table.js';
import { bytesSource, collect, places, recordsOf } from './sources.js';

const mappingText = `table: patents
encoding: gb18030
columns:
  number: 申请号
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  examination_requested_on: { from: 实审请求日, date: YYYY.MM.DD }
  closed_on: { from: 结案日, date: YYYY.MM.DD }
  granted_on: { from: 授权公告日, date: YYYY.MM.DD }
  ceased_on: { from: 终止日, date: YYYY.MM.DD }
  title: 发明名称
  holders: { from: 申请人, split: ";" }
  address: 地址
  classes: { from: 分类号, split: ";", scheme: ipc }
  kind: { from: 专利类型, codes: { 发明专利: invention, 实用新型: utility_model, 外观设计: design } }
defaults: { office: CN, route: national }
covers:
  kinds: [invention, utility_model, design]
  filed: [2018-01-01, 2023-12-31]
  granted: [2018-01-01, 2023-12-31]
  ceased: [2018-01-01, 2023-12-31]
  in_force_from: 2018-01-01
  completeness: full
`;

// check digits: 2×2+2×4+1×5+1×6+1×5 = 28, 28 modulo 11 = 6; 2×2+2×4+1×5+1×6+2×5 = 33, 33 modulo 11 = 0
const csv = `申请号,申请日,实审请求日,结案日,授权公告日,终止日,发明名称,申请人,地址,分类号,专利类型
202110000001.6,2021.12.01,2022.01.31,2023.05.30,2023.05.30,2023.08.31,"装置,甲",甲公司;乙大学,广东省深圳市南山区1号,H04L 9/06;G06F21/60,发明专利
202110000002.0,2021.12.02,2022.02.01,2023.06.30,2023.06.30,,装置乙,丙公司,北京市海淀区2号,A01B1/02,发明专利
202120000003,2021.12.03,,,2023.07.01,2023.07.31,装置丙,丁公司,江苏省苏州市虎丘区3号,,实用新型
`;

describe('rows written by hand in an office’s own columns', () => {
  const mapping = readMapping(mappingText, 'office.yaml');
  const bytes = gb18030(csv);

  it.each([1, 7, 64, 65_536])('become records, in chunks of %i bytes', async (size) => {
    const records = recordsOf(await collect(readTable(bytesSource(bytes, size), mapping, { places })));
    const first = csv.split('\n', 1).join('');
    expect(records[0]?.position).toBe(gb18030(`${first}\n`).length);
    expect(records.map(({ record }) => record.id)).toEqual(['CN:202110000001', 'CN:202110000002', 'CN:202120000003']);
    expect(records[0]?.record).toEqual({
      id: 'CN:202110000001',
      office: 'CN',
      dataset: 'real',
      number: '202110000001',
      numberAsGiven: '202110000001.6',
      kind: 'invention',
      kindAsGiven: '发明专利',
      route: 'national',
      filedOn: '2021-12-01',
      priorityOn: null,
      publishedOn: null,
      publicationNumber: null,
      grantNumber: null,
      claimCount: null,
      family: null,
      fundedProject: null,
      agency: null,
      department: null,
      stateOn: null,
      title: '装置,甲',
      titleEn: null,
      abstract: null,
      firstClaim: null,
      language: null,
      examinationRequestedOn: '2022-01-31',
      firstActionOn: null,
      closedOn: '2023-05-30',
      outcome: null,
      grantedOn: '2023-05-30',
      ceasedOn: '2023-08-31',
      ceaseReason: null,
      classes: [
        { scheme: 'ipc', edition: null, symbol: 'H04L9/06' },
        { scheme: 'ipc', edition: null, symbol: 'G06F21/60' },
      ],
      holders: [
        {
          name: '甲公司',
          country: null,
          address: '广东省深圳市南山区1号',
          area: '440305',
          fromOn: null,
          toOn: null,
          creditCode: null,
          holderType: null,
        },
        {
          name: '乙大学',
          country: null,
          address: null,
          area: 'XX',
          fromOn: null,
          toOn: null,
          creditCode: null,
          holderType: null,
        },
      ],
      people: [],
    });
    expect(records.map(({ record }) => [record.grantedOn, record.ceasedOn, record.holders[0]?.area])).toEqual([
      ['2023-05-30', '2023-08-31', '440305'],
      ['2023-06-30', null, '110108'],
      ['2023-07-01', '2023-07-31', '320505'],
    ]);
  });

  it('are covered as the mapping says', () => {
    const covers = mapping.covers;
    const entries = covers === null ? [] : coverageOf(covers, { office: 'CN', dataset: 'real', source: 'office.csv' });
    expect(entries.map(({ event, inForceFrom, completeness }) => [event, inForceFrom, completeness])).toEqual([
      ['filed', null, 'full'],
      ['granted', '2018-01-01', 'full'],
      ['ceased', '2018-01-01', 'full'],
    ]);
  });
});
