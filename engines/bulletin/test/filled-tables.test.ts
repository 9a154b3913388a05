import { describe, expect, it } from 'vitest';
import type { FilledCell, FilledTable } from '../src/filled-table.js';
import type { FigureQuestion } from '../src/filling/figures-asked.js';
import { refuseWrongSums, wrongSums } from '../src/sums-fault.js';
import { filledWith } from './small-table.js';

const cellOf = (table: FilledTable, row: string, column: number): FilledCell => {
  const cell = table.sheets[0]?.rows.find(({ id }) => id === row)?.cells[column];
  if (cell === undefined) throw new Error(`no cell ${row} ${column}`);
  return cell;
};
const valuesOf = (table: FilledTable, row: string) =>
  table.sheets[0]?.rows.find(({ id }) => id === row)?.cells.map(({ value }) => value);

const byArea = `
  - id: grants
    names: { zh-Hans: 授权, zh-Hant: 授權, en: Grants }
    common: { indicator: patent-grants }
    rows:
      - { id: all, area: ALL, names: { zh-Hans: 总计, zh-Hant: 總計, en: Total } }
      - { id: home, area: CN, names: { zh-Hans: 国内, zh-Hant: 國內, en: Domestic } }
      - { id: unknown, area: XX, names: { zh-Hans: 不明, zh-Hant: 不明, en: Other } }
    columns:
      - { id: year, names: { zh-Hans: "{period}", zh-Hant: "{period}", en: "{period}" } }
      - { id: inventions, breakdown: { kind: invention }, names: { zh-Hans: 发明, zh-Hant: 發明, en: Inventions } }
    row_sums: [{ total: all, parts: [home, unknown] }]
`;

describe('sums', () => {
  it('hold with what is told as other, and differ by what it lacks', async () => {
    const told = { 'patent-grants ALL 2022': 20, 'patent-grants CN 2022': 17, 'patent-grants XX 2022': 3 };
    const right = await filledWith(byArea, told);
    expect(right.sheets[0]?.sums).toEqual([
      { axis: 'rows', total: 'all', parts: ['home', 'unknown'], at: 'year', state: 'holds', difference: 0 },
      {
        axis: 'rows',
        total: 'all',
        parts: ['home', 'unknown'],
        at: 'inventions',
        state: 'not-checked',
        difference: null,
      },
    ]);
    expect(() => refuseWrongSums(right)).not.toThrow();
    const wrong = await filledWith(byArea, { ...told, 'patent-grants XX 2022': 1 });
    expect(wrongSums(wrong)).toMatchObject([{ sheet: 'grants', total: 'all', at: 'year', difference: 2 }]);
    expect(() => refuseWrongSums(wrong)).toThrow(
      'parts of the table small do not add up: grants: row all, column year, by 2 (1 in all)',
    );
  });

  it('of rests are never less than nothing', async () => {
    const rest = byArea.replace('area: XX, names', 'rest_of: all, names');
    const told = { 'patent-grants ALL 2022': 20, 'patent-grants CN 2022': 17 };
    const right = await filledWith(rest, told);
    expect(valuesOf(right, 'unknown')).toEqual([3, null]);
    expect(cellOf(right, 'unknown', 0).opens[0]?.area).toBe('ALL');
    const wrong = await filledWith(rest, { ...told, 'patent-grants CN 2022': 22 });
    expect(wrongSums(wrong)).toMatchObject([{ total: 'all', at: 'year', difference: -2 }]);
  });

  it('of a memo row never exceed what it lies in', async () => {
    const memo = byArea
      .replace(/ {6}- \{ id: unknown.*\n/, '      - { id: each, areas: provinces, memo: true }\n')
      .replace('[home, unknown]', '[home]');
    const told = { 'patent-grants 440000 2022': 5, 'patent-grants 440300 2022': 6, 'patent-grants 440100 2022': 5 };
    const filled = await filledWith(memo, told);
    expect(wrongSums(filled)).toMatchObject([
      { axis: 'memo', total: '440000', parts: ['memo-440300'], difference: -1 },
    ]);
  });

  it('are not told of rates, nor of what counts once for each area', async () => {
    const rates = byArea
      .replace('indicator: patent-grants', 'indicator: first-applicants')
      .replace(/ {6}- \{ id: inventions.*\n/, '');
    expect((await filledWith(rates, { 'first-applicants ALL 2022': 9 })).sheets[0]?.sums).toEqual([]);
  });
});

const byTime = `
  - id: grants
    names: { zh-Hans: 授权, zh-Hant: 授權, en: Grants }
    common: { area: ALL }
    rows:
      - { id: grants, indicator: patent-grants, names: { zh-Hans: 授权, zh-Hant: 授權, en: Grants } }
      - { id: inventions, indicator: patent-grants, origin: published, breakdown: { kind: invention }, unit: 10k-patents, names: { zh-Hans: 发明, zh-Hant: 發明, en: Inventions } }
      - { id: none, names: { zh-Hans: 许可, zh-Hant: 許可, en: Licences }, not_yet: { zh-Hans: 尚无, zh-Hant: 尚無, en: None yet. } }
    columns:
      - { id: before, years_before: 1, names: { zh-Hans: "{period}", zh-Hant: "{period}", en: "{period}" } }
      - { id: now, names: { zh-Hans: "{period}", zh-Hant: "{period}", en: "{period}" } }
      - { id: growth, change: growth, names: { zh-Hans: 增长, zh-Hant: 增長, en: Growth } }
`;

describe('cells', () => {
  it('are told by period and unit, and grow by exact arithmetic', async () => {
    const filled = await filledWith(byTime, {
      'patent-grants ALL 2021': 3,
      'patent-grants ALL 2022': 4,
      'patent-grants ALL 2021 invention': 696_000,
      'patent-grants ALL 2022 invention': 798_347,
    });
    expect(filled.sheets[0]?.columns.map(({ names }) => names['zh-Hans'])).toEqual(['2021年', '2022年', '增长']);
    expect(valuesOf(filled, 'grants')).toEqual([3, 4, 0.3333333333333333]);
    // 798,347 ÷ 696,000 − 1
    expect(valuesOf(filled, 'inventions')).toEqual([69.6, 79.8347, 0.14705028735632183]);
    expect(cellOf(filled, 'inventions', 1)).toMatchObject({ unit: '10k-patents', opens: [{ origin: 'published' }] });
    expect(cellOf(filled, 'grants', 2)).toMatchObject({ unit: 'growth-rate', additive: false });
    expect(filled.sheets[0]?.units.rows).toEqual(['patents', '10k-patents', null]);
  });

  it('of slots and without figures are never zero, and their signs say why', async () => {
    const filled = await filledWith(byTime, { 'patent-grants ALL 2022': 4, 'patent-grants ALL 2021': 0 });
    expect(valuesOf(filled, 'none')).toEqual([null, null, null]);
    expect(valuesOf(filled, 'grants')).toEqual([0, 4, null]);
    expect(filled.sheets[0]?.rows.map(({ cells }) => cells.map(({ status }) => status))).toEqual([
      ['final', 'final', 'not-comparable'],
      ['missing', 'missing', 'missing'],
      ['not-yet', 'not-yet', 'not-yet'],
    ]);
    expect(filled.sheets[0]?.rows.map(({ cells }) => cells.map(({ mark }) => mark))).toEqual([
      [null, null, '①'],
      ['②', '②', '②'],
      ['③', '③', '③'],
    ]);
    expect(filled.sheets[0]?.marks.map(({ words }) => words.en)).toEqual([
      'No growth is told: a value is not final, is a bound only, or the base is zero.',
      'No data, which is not zero.',
      'None yet.',
    ]);
  });

  it('of one status say it once for all', async () => {
    const told = {
      'patent-grants ALL 2021': [3, 'provisional'],
      'patent-grants ALL 2022': [4, 'provisional'],
    } as const;
    const filled = await filledWith(byTime, told);
    expect(filled.sheets[0]?.rows[0]?.cells.map(({ mark }) => mark)).toEqual([null, null, '①']);
    expect(filled.sheets[0]?.notes.map(({ en }) => en)).toEqual(['All values of this table are provisional.']);
  });

  it('are not asked for what may not be seen, nor for publications beside synthetic records', async () => {
    const asked: FigureQuestion[] = [];
    const told = { 'patent-grants ALL 2022': 4, 'patent-grants ALL 2022 invention': 798_347 };
    const reader = await filledWith(byTime, told, { computed: false, asked });
    expect(asked.map(({ origin }) => origin)).toEqual(['published']);
    expect(cellOf(reader, 'grants', 1)).toMatchObject({ value: null, status: 'withheld' });
    expect(cellOf(reader, 'inventions', 1).value).toBe(79.8347);
    const synthetic = await filledWith(byTime, told, { dataset: 'synthetic', asked });
    expect(asked.map(({ origin, dataset }) => [origin, dataset])).toEqual([
      ['published', 'real'],
      ['computed', 'synthetic'],
    ]);
    expect(cellOf(synthetic, 'inventions', 1)).toMatchObject({ value: null, status: 'not-of-dataset' });
  });

  it('of several areas are the sum of all of them, and none where one is missing', async () => {
    const corps = byArea
      .replace(/ {6}- \{ id: unknown.*\n/, '      - { id: each, areas: provinces, memo: true }\n')
      .replace('[home, unknown]', '[home]');
    const members = Array.from({ length: 12 }, (_, at) => `6590${String(at + 1).padStart(2, '0')}`);
    const whole = Object.fromEntries(members.map((code, at) => [`patent-grants ${code} 2022`, at]));
    expect(valuesOf(await filledWith(corps, { ...whole, 'patent-grants 650000 2022': 70 }), 'memo-bingtuan')).toEqual([
      66,
      null,
    ]);
    const { 'patent-grants 659007 2022': _, ...lacking } = whole;
    expect(valuesOf(await filledWith(corps, lacking), 'memo-bingtuan')).toEqual([null, null]);
  });
});
