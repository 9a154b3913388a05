import type { CoverageRow } from '@zhiheng/office';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CoverageCalendar } from '../src/data/coverage/CoverageCalendar.js';
import { coverageLines, dayCount, yearsOf } from '../src/data/coverage/coverage-calendar.js';

const base: CoverageRow = {
  table: 'patents',
  office: 'CN',
  dataset: 'real',
  event: 'granted',
  kind: 'invention',
  area: null,
  from: '2022-01-01',
  to: '2022-12-31',
  inForceFrom: null,
  completeness: 'full',
  source: 'm.yaml',
};
const row = (change: Partial<CoverageRow>): CoverageRow => ({ ...base, ...change });

describe('lines of a coverage', () => {
  test('days are counted from 1970', () => {
    expect([dayCount('1970-01-01'), dayCount('1970-02-01'), dayCount('2000-03-01')]).toEqual([0, 31, 11017]);
  });

  test('there is one for each table, office, dataset, event and kind', () => {
    const lines = coverageLines([
      base,
      row({ kind: null }),
      row({ event: 'filed' }),
      row({ dataset: 'synthetic' }),
      base,
      row({ table: 'trademarks', event: 'filed', kind: null }),
    ]);
    expect(lines.map(({ key }) => key)).toEqual([
      'patents CN real granted invention',
      'patents CN real granted ',
      'patents CN real filed invention',
      'patents CN synthetic granted invention',
      'trademarks CN real filed ',
    ]);
  });

  test('spans of one sort that touch are one; a gap of a day keeps them apart', () => {
    const touching = [row({}), row({ from: '2023-01-01', to: '2023-06-30' })];
    const apart = [row({}), row({ from: '2023-01-02', to: '2023-06-30' })];
    const spans = (rows: CoverageRow[]) => coverageLines(rows)[0]?.spans.map(({ from, to }) => to - from);
    expect(spans(touching)).toEqual([365 + 181]);
    expect(spans(apart)).toEqual([365, 180]);
  });

  test('full coverage of some areas only is drawn as partial, below what is full', () => {
    const [line] = coverageLines([
      row({}),
      row({ area: '440000', to: '2023-12-31' }),
      row({ completeness: 'maturing' }),
    ]);
    expect(line?.spans.map(({ sort }) => sort)).toEqual(['partial', 'maturing', 'full']);
  });

  test('the years shown hold every span', () => {
    const { ticks } = yearsOf(coverageLines([row({ from: '2019-06-01' }), row({ event: 'filed', to: '2024-01-01' })]));
    expect(ticks.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  });
});

describe('the picture', () => {
  const lines = coverageLines([row({}), row({ event: 'filed', completeness: 'partial', to: '2022-07-01' })]);
  const draw = (width: number, synthetic: string | null = null) =>
    renderToStaticMarkup(
      <CoverageCalendar
        id="c"
        width={width}
        title="Coverage"
        lines={lines}
        nameOf={(line) => line.event}
        spanText={(line, span) => `${line.event} ${span.sort}`}
        legend={[
          { sort: 'full', text: 'full' },
          { sort: 'partial', text: 'partial' },
          { sort: 'maturing', text: 'maturing' },
        ]}
        inForceText="in force"
        synthetic={synthetic}
      />,
    );
  const spans = (svg: string) => [
    ...svg.matchAll(/data-sort="(\w+)" x="([\d.]+)" y="\d+" width="([\d.]+)"[^>]*fill="url\(#c-(\w+)\)"/g),
  ];

  test('is to scale: half a year is half as wide as a year, each in its pattern', () => {
    const [full, half] = spans(draw(1000));
    expect([full?.[1], full?.[4], half?.[1], half?.[4]]).toEqual(['full', 'full', 'partial', 'partial']);
    expect(Number(half?.[3]) / Number(full?.[3])).toBeCloseTo(182 / 365, 2);
    expect(half?.[2]).toBe(full?.[2]);
  });

  test('says all of it as text, and keeps the band of synthetic data inside', () => {
    expect(draw(1000)).toContain('<desc id="c-description">granted full; filed partial</desc>');
    expect(draw(1000)).not.toContain('模拟数据');
    expect(draw(1000, '模拟数据')).toContain('模拟数据');
  });

  test('on a narrow page the names stand above their lines, and nothing leaves the picture', () => {
    for (const [, , x, width] of spans(draw(358))) expect(Number(x) + Number(width)).toBeLessThanOrEqual(358);
    expect(spans(draw(358))[0]?.[2]).toBe('0');
  });
});
