import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, collect, collectUntilFault, places, quarantinedOf, recordsOf } from '../../../test/sources.js';
import {
  type Invented,
  inventedApplication,
  inventedMapping,
  inventedTable,
  st36Document,
} from '../../../test/st36-documents.js';
import { recordRows } from '../../loading/record-rows.js';
import { Pseudonyms } from '../../people/pseudonyms.js';
import { recogniseFormat } from '../recognise-format.js';
import { readMapping } from '../table/read-mapping.js';
import { readTable } from '../table/read-table.js';
import { readSt36 } from './read-st36.js';

const read = (text: string, chunk?: number) => collect(readSt36(bytesSource(text, chunk), { places, file: 'a.xml' }));

const first = inventedApplication;

describe('an application in the form of ST.36', () => {
  it('is known by its content', () => {
    expect(recogniseFormat(Buffer.from(st36Document(first)))).toBe('st36');
  });

  it('is read as it stands', async () => {
    const [one] = recordsOf(await read(st36Document(first)));
    expect(one?.record).toEqual({
      id: 'CN:202110123456',
      office: 'CN',
      dataset: 'synthetic',
      number: '202110123456',
      numberAsGiven: '202110123456.7',
      kind: 'invention',
      kindAsGiven: '发明',
      route: 'national',
      filedOn: '2021-01-29',
      priorityOn: '2020-11-05',
      publishedOn: '2021-06-04',
      publicationNumber: '112345678',
      grantNumber: '112345678',
      claimCount: 10,
      family: 'F0001',
      fundedProject: '2019YFB0000000',
      agency: '北京某某知识产权代理有限公司',
      department: '电学',
      stateOn: '2023-10-20',
      title: '一种数据处理方法',
      titleEn: 'Data processing method & device',
      abstract: '本发明公开了一种 x<y 的数据处理方法。',
      firstClaim: '1.一种数据处理方法，其特征在于，包括：步骤。',
      language: 'zh',
      examinationRequestedOn: '2021-03-01',
      firstActionOn: '2022-08-10',
      closedOn: '2023-09-01',
      outcome: 'granted',
      grantedOn: '2023-10-20',
      ceasedOn: '2024-11-30',
      ceaseReason: 'fee-unpaid',
      classes: [
        { scheme: 'ipc', edition: '2019.01', symbol: 'G06F16/28' },
        { scheme: 'ipc', edition: '2006.01', symbol: 'H04L9/06' },
      ],
      holders: [
        {
          name: '某某科技有限公司',
          country: 'CN',
          address: '广东省深圳市南山区科技园一路1号',
          area: '440305',
          fromOn: null,
          toOn: null,
          creditCode: '91440300MA5EXAMPL1',
          holderType: 'enterprise',
        },
        {
          name: '张三',
          country: 'CN',
          address: '北京市海淀区某路2号',
          area: '110108',
          fromOn: null,
          toOn: null,
          creditCode: null,
          holderType: 'individual',
        },
      ],
      people: [
        { name: '李四', role: 'inventor' },
        { name: '王五', role: 'inventor' },
        { name: '赵六', role: 'agent' },
      ],
    });
  });

  it('takes a stated area, an address in parts, empty elements and a kind that the number tells', async () => {
    const document = `<?xml version="1.0" encoding="UTF-8"?>
<cn-patent-document lang="zh" country="CN"><bibliographic-data>
<application-reference><document-id><doc-number>202120000003</doc-number></document-id></application-reference>
<invention-title>机</invention-title>
<parties><applicants><applicant sequence="2"><addressbook><orgname>甲</orgname><address><street>路1号</street><city>深圳市</city><state>广东省</state></address></addressbook></applicant>
<applicant sequence="1"><addressbook><orgname>乙</orgname></addressbook></applicant></applicants></parties></bibliographic-data>
<office-specific-data><granted><date></date></granted><outcome/><applicant-data sequence="1"><area>330100</area></applicant-data></office-specific-data>
</cn-patent-document>`;
    const [one] = recordsOf(await read(document));
    expect(one?.record).toMatchObject({ kind: 'utility_model', kindAsGiven: null, dataset: 'real', title: '机' });
    expect(one?.record).toMatchObject({ titleEn: null, grantedOn: null, outcome: null, filedOn: null, stateOn: null });
    expect(one?.record.holders.map(({ name, address, area }) => [name, address, area])).toEqual([
      ['甲', '广东省深圳市路1号', '440300'],
      ['乙', null, '330100'],
    ]);
  });

  it('waits in quarantine where a field is wrong, with its place', async () => {
    const good = st36Document(first);
    const wrong = [
      [good.replace('>202110123456.7<', '>202110123456.8<'), 'check-digit-wrong', 'number'],
      [good.replace('20210129', '20210229'), 'date-wrong', 'filed_on'],
      [good.replace('<kind>发明</kind><route>', '<kind>外观设计</kind><route>'), 'kind-wrong', 'kind'],
      [good.replace('>individual<', '>someone<'), 'value-wrong', 'holder_type'],
      [good.replaceAll('bibliographic-data', 'nothing'), 'field-missing', 'number'],
      [good.replaceAll('cn-patent-document', 'us-patent-grant'), 'format-unknown', null],
    ] as const;
    const items = await read(good + wrong.map(([text]) => text).join(''));
    expect(items[0]?.type).toBe('record');
    expect(quarantinedOf(items).map(({ code, field }) => [code, field])).toEqual(
      wrong.map(([, code, field]) => [code, field]),
    );
    const start = Buffer.byteLength(good);
    expect(quarantinedOf(items)[0]?.position).toBe(start);
  });

  it('cut off is refused with its byte', async () => {
    const text = st36Document(first) + st36Document(first).slice(0, 400);
    const { fault } = await collectUntilFault(readSt36(bytesSource(text, 100), { places }));
    const byte = Buffer.byteLength(st36Document(first));
    expect(fault).toMatchObject({ code: 'file-truncated', detail: { place: { byte } } });
  });
});

const word = fc.constantFrom('甲', '乙 丙', 'A & B', '"丁"', 'x<y>z', '戊', '某某');
const day = fc.constantFrom('2019-02-28', '2020-02-29', '2021-12-31', '');
const place = fc.constantFrom('广东省深圳市南山区1号', '杭州市西湖区', '苏州昆山', '', '不知何处');
const invented: fc.Arbitrary<Invented> = fc.record({
  number: fc.constantFrom('202110123456.7', '202110123456', '202120000003', '202130000001'),
  filed: fc.constantFrom('2021-01-29', '2019-02-28'),
  published: day,
  publication: fc.constantFrom('', '112345678'),
  grant: fc.constantFrom('', '212345678'),
  priority: day,
  kind: fc.constant(''),
  claims: fc.constantFrom('', '7', '10'),
  title: word,
  english: fc.constantFrom('', 'A device', 'B & C'),
  abstract: fc.constantFrom('', '本发明。'),
  claim: fc.constantFrom('', '1.一种。'),
  classes: fc.constantFrom(
    [],
    ['A01B 1/02 (2006.01)'],
    ['G06F 16/28 (2019.01)', 'H04L 9/06 (2006.01)'],
    ['LOC(13) 14-03'],
  ),
  holders: fc.array(
    fc.record({
      name: word,
      address: place,
      code: fc.constantFrom('', '91440300MA5EXAMPL1'),
      type: fc.constantFrom('', 'enterprise', 'individual'),
      person: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  inventors: fc.array(word, { maxLength: 3 }),
  agency: fc.constantFrom('', '某代理'),
  agents: fc.array(word, { maxLength: 2 }),
  requested: day,
  action: day,
  closed: day,
  outcome: fc.constantFrom('', 'granted', 'refused'),
  granted: day,
  ceased: day,
  reason: fc.constantFrom('', 'expired'),
  family: fc.constantFrom('', 'F1'),
  project: fc.constantFrom('', 'P1'),
  department: fc.constantFrom('', '机械'),
  state: day,
});

describe('the same applications as a table and as documents', () => {
  const pseudonyms = new Pseudonyms(new Uint8Array(32));
  const mapping = readMapping(inventedMapping, 'm.yaml');
  const rowsOf = (items: Parameters<typeof recordsOf>[0]) =>
    recordsOf(items).map(({ record }) => recordRows(record, { source: 's', position: 0 }, pseudonyms));

  it('give equal canonical rows', async () => {
    const kindOf = (number: string) => ({ '1': '发明', '2': '实用新型', '3': '外观设计' })[number.charAt(4)] ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.array(invented, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 50, max: 9000 }),
        async (list, chunk) => {
          const all = list.map((one) => ({
            ...one,
            kind: kindOf(one.number),
            // a publication number without a day, and the other way round, are told in one place of a document
            published: one.publication === '' ? '' : one.published,
            grant: one.granted === '' ? '' : one.grant,
          }));
          const table = rowsOf(await collect(readTable(bytesSource(inventedTable(all)), mapping, { places })));
          const documents = rowsOf(await read(all.map(st36Document).join(''), chunk));
          expect(table).toHaveLength(all.length);
          expect(documents).toEqual(table);
        },
      ),
      { numRuns: 150 },
    );
  });
});
