import type { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { coverageOf, readCovers } from './read-covers.js';
import { readMapping } from './read-mapping.js';

const whole = `table: patents
encoding: gb18030
delimiter: tab
columns:
  number: 申请号
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  granted_on: 授权公告日
  holders: { from: 申请人, split: ";" }
  classes: { from: 分类号, split: ";", scheme: ipc }
  kind: { from: 专利类型, codes: { 发明专利: invention, 2: utility_model } }
defaults: { office: CN, route: national }
covers:
  kinds: [invention, design]
  filed: [2018-01-01, 2023-12-31]
  granted: [2018-01-01, 2023-12-31]
  in_force_from: 2018-01-01
  completeness: full
`;

function faultOf(text: string): UserFault {
  try {
    readMapping(text, 'm.yaml');
  } catch (fault) {
    return fault as UserFault;
  }
  throw new Error('no fault');
}

/** The mapping with one line changed. */
const changed = (from: string, to: string) => faultOf(whole.replace(from, to));

describe('readMapping', () => {
  it('reads the whole form', () => {
    const mapping = readMapping(whole, 'm.yaml');
    expect(mapping).toMatchObject({ table: 'patents', encoding: 'gb18030', delimiter: '\t' });
    expect(mapping.defaults).toEqual({ office: 'CN', route: 'national' });
    const plain = { split: null, scheme: null, edition: null, codes: null };
    expect(Object.fromEntries(mapping.columns)).toEqual({
      number: { from: '申请号', date: null, ...plain },
      filed_on: { from: '申请日', date: 'YYYY.MM.DD', ...plain },
      granted_on: { from: '授权公告日', date: 'YYYY-MM-DD', ...plain },
      holders: { from: '申请人', date: null, ...plain, split: ';' },
      classes: { from: '分类号', date: null, ...plain, split: ';', scheme: 'ipc' },
      kind: {
        from: '专利类型',
        date: null,
        ...plain,
        codes: new Map([
          ['发明专利', 'invention'],
          ['2', 'utility_model'],
        ]),
      },
    });
  });

  it('is utf-8 with commas when it does not say otherwise', () => {
    const mapping = readMapping('table: patents\ncolumns: { number: n }\n', 'm.yaml');
    expect(mapping).toMatchObject({ encoding: 'utf-8', delimiter: ',', defaults: {}, covers: null });
  });

  it.each([
    ['filed_on:', 'filed_no:', { line: 6, column: 3, field: 'columns.filed_no' }, 'filed_no', 'filed_on'],
    ['encoding:', 'encodign:', { line: 2, column: 1, field: 'encodign' }, 'encodign', 'encoding'],
    ['table: patents', 'table: patent', { line: 1, column: 8, field: 'table' }, 'patent', 'patents'],
    ['2: utility_model', '2: utility', { line: 10, column: 52, field: 'columns.kind.codes.2' }, 'utility', undefined],
    ['split: ";" }', 'splt: ";" }', { line: 8, column: 25, field: 'columns.holders.splt' }, 'splt', 'split'],
    ['YYYY.MM.DD', 'DD.MM.YY', { line: 6, column: 32, field: 'columns.filed_on.date' }, 'DD.MM.YY', undefined],
    ['gb18030', 'latin1', { line: 2, column: 11, field: 'encoding' }, 'latin1', undefined],
    ['delimiter: tab', 'delimiter: "|"', { line: 3, column: 12, field: 'delimiter' }, '|', undefined],
    ['office: CN', 'office: China', { line: 11, column: 21, field: 'defaults.office' }, 'China', undefined],
  ])('points at %s → %s', (from, to, place, found, didYouMean) => {
    const fault = changed(from, to);
    expect(fault.code).toBe('mapping-wrong');
    expect(fault.detail.place).toEqual({ path: 'm.yaml', ...place });
    expect([fault.detail.found, fault.detail.didYouMean]).toEqual([found, didYouMean]);
    expect(fault.detail.expected).not.toBe('');
    expect(fault.message).not.toContain('{what}');
  });

  it('needs a number, columns and YAML', () => {
    expect(changed('  number: 申请号\n', '').detail.place).toMatchObject({ field: 'columns' });
    expect(faultOf('table: patents\n').detail.place).toMatchObject({ field: 'columns', line: 1 });
    expect(faultOf('').code).toBe('mapping-wrong');
    expect(faultOf('table: patents\ncolumns: [a\n')).toMatchObject({
      code: 'mapping-wrong',
      detail: { place: { line: 3 } },
    });
    expect(faultOf('table: patents\ntable: patents\n')).toMatchObject({
      code: 'mapping-wrong',
      detail: { place: { line: 2 } },
    });
  });
});

describe('coverage blocks', () => {
  const block = `filed: [2018-01-01, 2023-12-31]
ceased: [2019-01-01, 2023-12-31]
in_force_from: 2018-06-30
areas: [440000]
`;

  it('give an entry for each event, the stock day for starts and ends', () => {
    const of = { office: 'CN', dataset: 'real', source: 'm.yaml' } as const;
    const shared = { table: 'patents', ...of, kinds: null, areas: ['440000'], completeness: 'partial' };
    expect(coverageOf(readCovers(block, 'c.yaml'), of)).toEqual([
      { ...shared, event: 'filed', from: '2018-01-01', to: '2023-12-31', inForceFrom: null },
      { ...shared, event: 'ceased', from: '2019-01-01', to: '2023-12-31', inForceFrom: '2018-06-30' },
    ]);
  });

  it('say the same inside a mapping', () => {
    const covers = readMapping(whole, 'm.yaml').covers;
    expect(covers).toMatchObject({ kinds: ['invention', 'design'], completeness: 'full', inForceFrom: '2018-01-01' });
    expect(Object.keys(covers?.events ?? {})).toEqual(['filed', 'granted']);
  });

  it.each([
    ['filed: [2018-01-01, 2023-12-31]', 'filed: [2023-12-31, 2018-01-01]', 'filed', 8],
    ['filed: [2018-01-01, 2023-12-31]', 'filed: [2018-02-30, 2023-12-31]', 'filed', 8],
    ['filed: [2018-01-01, 2023-12-31]', 'filed: 2018', 'filed', 8],
    ['in_force_from: 2018-06-30', 'in_force_from: 2018', 'in_force_from', 16],
    ['areas: [440000]', 'areas: [Guangdong]', 'areas', 8],
    ['areas: [440000]', 'completeness: complete', 'completeness', 15],
    ['areas: [440000]', 'kinds: [inventions]', 'kinds', 8],
    ['filed:', 'file:', 'file', 1],
  ])('refuse %s → %s', (from, to, field, column) => {
    expect(() => readCovers(block.replace(from, to), 'c.yaml')).toThrow(
      expect.objectContaining({
        code: 'coverage-wrong',
        detail: expect.objectContaining({ place: expect.objectContaining({ path: 'c.yaml', field, column }) }),
      }),
    );
  });

  it('refuse a block without event, and point into the mapping that holds one', () => {
    expect(() => readCovers('completeness: full\n', 'c.yaml')).toThrow(
      expect.objectContaining({ code: 'coverage-wrong' }),
    );
    expect(changed('completeness: full', 'completeness: ful')).toMatchObject({
      code: 'coverage-wrong',
      detail: { place: { path: 'm.yaml', line: 17, column: 17, field: 'covers.completeness' }, didYouMean: 'full' },
    });
  });
});
