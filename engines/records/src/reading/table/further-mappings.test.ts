import type { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { mappingOf } from './mapping-files.js';
import { coverageOf } from './read-covers.js';
import { readMapping } from './read-mapping.js';

const deeds = `table: deeds
files: ["deeds-*.csv", "20??.xlsx"]
columns:
  number: 号
  kind: { from: 类, codes: { 转移: transfer } }
  patents: { from: 专利, split: ; }
  to_types: { from: 性质, codes: { 企业: enterprise } }
defaults: { currency: CNY }
covers: { recorded: [2020-01-01, 2023-12-31], areas: [440000], completeness: full }
`;
const marks = `table: trademarks
columns:
  number: 号
  status: { from: 状, codes: { 注册: registered } }
  classes: 类
covers: { filed: [2020-01-01, 2020-12-31], registered: [2021-01-01, 2023-12-31], in_force_from: 2020-01-01 }
`;
const events = 'table: patent_events\ncolumns: { number: 号 }\ndefaults: { event: award, told_by: 国知局 }\n';

function faultOf(text: string): UserFault {
  try {
    readMapping(text, 'm.yaml');
  } catch (fault) {
    return fault as UserFault;
  }
  throw new Error('no fault');
}

describe('a mapping of a further table', () => {
  it('is read with its files, its classes in Nice, its coverage of its own events', () => {
    expect(readMapping(deeds, 'm.yaml')).toMatchObject({ table: 'deeds', files: ['deeds-*.csv', '20??.xlsx'] });
    const mark = readMapping(marks, 'm.yaml');
    expect(mark.columns.get('classes')).toMatchObject({ scheme: 'nice' });
    expect(readMapping(events, 'm.yaml')).toMatchObject({
      files: null,
      defaults: { event: 'award', told_by: '国知局' },
    });
    const of = { office: 'CN', dataset: 'real', source: 'm.yaml' } as const;
    const shared = { ...of, kinds: null, areas: null, completeness: 'partial' };
    expect(mark.covers === null ? null : coverageOf(mark.covers, of)).toEqual([
      { ...shared, table: 'trademarks', event: 'filed', from: '2020-01-01', to: '2020-12-31', inForceFrom: null },
      {
        ...shared,
        table: 'trademarks',
        event: 'registered',
        from: '2021-01-01',
        to: '2023-12-31',
        inForceFrom: '2020-01-01',
      },
    ]);
    const deed = readMapping(deeds, 'm.yaml').covers;
    expect(deed === null ? null : coverageOf(deed, of)).toMatchObject([
      { table: 'recordals', event: 'recorded', areas: ['440000'], inForceFrom: null, completeness: 'full' },
    ]);
  });

  it.each([
    ['a table', deeds.replace('table: deeds', 'table: deed'), 1, 8, 'table', 'deeds'],
    [
      'a field of another table',
      deeds.replace('  number:', '  filed_on: x\n  number:'),
      4,
      3,
      'columns.filed_on',
      null,
    ],
    ['a field', deeds.replace('patents:', 'patent:'), 6, 3, 'columns.patent', 'patents'],
    ['a needed column', deeds.replace(/ {2}patents:.*\n/, ''), 4, 3, 'columns', null],
    ['a needed kind', deeds.replace(/ {2}kind:.*\n/, ''), 4, 3, 'columns', null],
    ['a kind', deeds.replace('转移: transfer', '转移: transfers'), 5, 33, 'columns.kind.codes.转移', 'transfer'],
    ['a type', deeds.replace('enterprise', 'enterprize'), 7, 38, 'columns.to_types.codes.企业', 'enterprise'],
    ['a default', deeds.replace('currency: CNY', 'currrency: CNY'), 8, 13, 'defaults.currrency', 'currency'],
    ['a list of files', deeds.replace('files: ["deeds-*.csv", "20??.xlsx"]', 'files: deeds.csv'), 2, 8, 'files', null],
    ['no files', deeds.replace('["deeds-*.csv", "20??.xlsx"]', '[]'), 2, 8, 'files', null],
    ['a folder', deeds.replace('20??.xlsx', 'in/*.csv'), 2, 8, 'files', null],
    ['a status', marks.replace('registered }', 'registred }'), 4, 35, 'columns.status.codes.注册', 'registered'],
    ['a word of events', events.replace('award', 'awards'), 3, 20, 'defaults.event', 'award'],
    ['an event without word', events.replace('event: award, ', ''), 2, 10, 'columns', null],
  ])('is at fault with %s', (_, text, line, column, field, didYouMean) => {
    const fault = faultOf(text);
    expect(fault.code).toBe('mapping-wrong');
    expect(fault.detail.place).toEqual({ path: 'm.yaml', line, column, field });
    expect(fault.detail.didYouMean ?? null).toBe(didYouMean);
  });

  it.each([
    ['an event of patents', marks.replace('registered: [', 'granted: ['), 'covers.granted', 6],
    ['kinds of patents', marks.replace('in_force_from: 2020-01-01', 'kinds: [design]'), 'covers.kinds', 6],
    [
      'what is in force of deeds',
      deeds.replace('areas: [440000]', 'in_force_from: 2020-01-01'),
      'covers.in_force_from',
      9,
    ],
  ])('has no coverage of %s', (_, text, field, line) => {
    expect(faultOf(text)).toMatchObject({ code: 'coverage-wrong', detail: { place: { line, field } } });
  });

  it('has none at all where events are told one by one', () => {
    const fault = faultOf(`${events}covers: { filed: [2020-01-01, 2020-12-31] }\n`);
    expect(fault).toMatchObject({ code: 'mapping-wrong', detail: { place: { line: 4, field: 'covers' } } });
  });
});

describe('the mapping of a file', () => {
  const named = (path: string, ...files: string[]) => {
    const names = JSON.stringify(files);
    return { path, mapping: readMapping(deeds.replace('["deeds-*.csv", "20??.xlsx"]', names), path) };
  };
  const mappings = [
    named('a.yaml', 'a-*.csv'),
    named('b.yaml', '20??.xlsx', 'a.b(c).csv'),
    named('c.yaml', '*.parquet'),
  ];
  const of = (path: string) => mappingOf(mappings, path).path;

  it.each([
    ['/in/a-1.csv', 'a.yaml'],
    ['/in/a-.csv.gz', 'a.yaml'],
    ['x.zip!/in/a-2.csv', 'a.yaml'],
    ['2023.xlsx', 'b.yaml'],
    ['/in/a.b(c).csv', 'b.yaml'],
    ['/a-x.csv/y.parquet', 'c.yaml'],
  ])('%s is %s', (path, expected) => {
    expect(of(path)).toBe(expected);
  });

  it.each(['a1.csv', 'A-1.csv', '20233.xlsx', 'aXb(c)Xcsv', 'a-1.csv.zip', '/a-1.csv/other'])('%s is none', (path) => {
    expect(() => of(path)).toThrow(expect.objectContaining({ code: 'mapping-missing' }));
  });

  it('is not guessed where two name it', () => {
    const both = [...mappings, named('d.yaml', 'a-1.*')];
    expect(() => mappingOf(both, 'a-1.csv')).toThrow(expect.objectContaining({ code: 'mapping-ambiguous' }));
    expect(mappingOf(both, 'a-2.csv').path).toBe('a.yaml');
  });
});
