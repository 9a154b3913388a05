import { describe, expect, it } from 'vitest';
import type { ReportedDefinition } from '../definition.js';
import { csvRecords } from './csv-records.js';
import { currentValues } from './current-values.js';
import { publishedObservations } from './published-observations.js';
import { readPublishedSeries } from './read-published-series.js';

const header = 'series,period,value,unit,precision,area,scope,bound,status,published_on,source,note';
const series = (...lines: string[]) => readPublishedSeries([header, ...lines].join('\n'), 'series.csv');
const share = [
  'share,2021,12.44,percent-of-gdp,0.01,ALL,total,,final,2022,announcement,',
  'share,2022,12.71,percent-of-gdp,0.01,ALL,total,,superseded,2023,announcement 562,first vintage',
  'share,2022,12.60,percent-of-gdp,0.01,ALL,total,,estimated,2024,"implied, +0.44",revised',
];

describe('records of a CSV text', () => {
  it('keep quotes, commas, line ends and the line they begin on', () => {
    expect(csvRecords('\ufeffa,"b ""c"", d"\r\n\n"e\nf",\ng,h', 'x.csv')).toEqual([
      { line: 1, fields: ['a', 'b "c", d'], columns: [1, 3] },
      { line: 3, fields: ['e\nf', ''], columns: [1, 4] },
      { line: 5, fields: ['g', 'h'], columns: [1, 3] },
    ]);
  });

  it('report the line of a quote that never closes', () => {
    expect(() => csvRecords('a\nb,"c\nd', 'x.csv')).toThrow(
      expect.objectContaining({ code: 'quote-open', detail: { place: { path: 'x.csv', line: 2 } } }),
    );
  });
});

describe('reading published series', () => {
  it('keeps the digits and what is not known', () => {
    const [, , revised] = series(...share);
    expect(revised).toMatchObject({ value: 12.6, digits: '12.60', status: 'estimated', note: 'revised', line: 4 });
    expect(series('a,2023-H1,5,marks,,CN,domestic,lower,final,,press,')[0]).toMatchObject({
      period: '2023-H1',
      precision: null,
      bound: 'lower',
      publishedOn: null,
      note: null,
    });
  });

  it.each([
    ['a,2023,5,month,1,ALL,total,,final,2024,press,', { field: 'unit', didYouMean: 'months' }],
    ['a,2023H1,5,months,1,ALL,total,,final,2024,press,', { field: 'period' }],
    ['a,2023,"5,0",months,1,ALL,total,,final,2024,press,', { field: 'value' }],
    ['a,2023,,months,1,ALL,total,,final,2024,press,', { field: 'value' }],
    ['a,2023,5,months,0,ALL,total,,final,2024,press,', { field: 'precision' }],
    ['a,2023,5,months,1,ALL,total,least,final,2024,press,', { field: 'bound' }],
    ['a,2023,5,months,1,ALL,total,,revised,2024,press,', { field: 'status' }],
    ['a,2023,5,months,1,ALL,total,,final,2023-02-29,press,', { field: 'published_on' }],
    ['a,2023,5,months,1,ALL,,,final,2024,press,', { field: 'scope' }],
    ['a,2023,5,months,1,ALL,total,,final,2024,press', {}],
  ])(
    'names the line and the column at fault: %s',
    (line, { field, didYouMean }: { field?: string; didYouMean?: string }) => {
      expect(() => series(share[0] ?? '', line)).toThrow(
        expect.objectContaining({
          code: 'reference-wrong',
          detail: expect.objectContaining({
            place: { path: 'series.csv', line: 3, ...(field === undefined ? {} : { field }) },
            ...(didYouMean === undefined ? {} : { didYouMean }),
          }),
        }),
      );
    },
  );

  it('refuses another header, a value given twice, and two scopes in one area', () => {
    const first = 'a,2023,5,months,1,ALL,total,,final,2024,press,';
    expect(() => readPublishedSeries('series,period\n', 'series.csv')).toThrow('the header');
    expect(() => series(first, first)).toThrow('line 2 is given again');
    expect(() => series(first, first.replace('total', 'ordinary cases'))).toThrow('another scope');
  });
});

describe('values current on a day', () => {
  const values = series(...share, 'people,2022,141175,10k-people,1,CN-ML,mainland,,final,,NBS,');
  const on = (effective: string) => currentValues(values, { effective }).map(({ period, digits }) => [period, digits]);

  it('count a year of publication as its last day and unknown dates as known', () => {
    expect(on('2022-12-30')).toEqual([['2022', '141175']]);
    expect(on('2022-12-31')).toEqual([
      ['2021', '12.44'],
      ['2022', '141175'],
    ]);
  });

  it('never hold a superseded value, even before its revision', () => {
    expect(on('2023-12-31')).not.toContainEqual(['2022', '12.71']);
    expect(on('2024-12-31')).toContainEqual(['2022', '12.60']);
    expect(on('latest')).toHaveLength(3);
  });

  it('prefer the later publication, wherever it stands, and a dated one to an undated', () => {
    const row = (value: string, published: string) => `a,2023,${value},months,1,ALL,total,,final,${published},press,`;
    const at = (effective: string, ...rows: string[]) =>
      currentValues(series(...rows), { effective }).map((value) => value.value);
    expect(at('latest', row('7', '2024-05'), row('6', '2024-01-04'))).toEqual([7]);
    expect(at('2024-05-30', row('7', '2024-05'), row('6', '2024-01-04'))).toEqual([6]);
    expect(at('latest', row('7', '2024-05'), row('6', ''))).toEqual([7]);
    expect(at('2024-05-30', row('7', '2024-05'), row('6', ''))).toEqual([6]);
  });
});

describe('published observations', () => {
  const unworded = (text: string) => ({
    ...{ 'zh-Hans': text, 'zh-Hant': text, en: text },
    lacking: ['zh-Hans', 'zh-Hant'],
  });
  const definition = {
    id: 'patent-intensive-share',
    kind: 'reported',
    published: [{ series: 'share', breakdown: {}, statistic: null }],
  } as unknown as ReportedDefinition;

  it('stand under the id of the definition and open to their publication', () => {
    const rows = publishedObservations(definition, series(...share), { effective: 'latest', vintage: null });
    expect(rows.map((row) => row.period)).toEqual(['2021', '2022']);
    expect(rows[1]).toEqual({
      indicator: 'patent-intensive-share',
      office: 'CN',
      area: 'ALL',
      period: '2022',
      breakdown: {},
      statistic: null,
      value: 12.6,
      bound: null,
      precision: 0.01,
      numerator: null,
      denominator: null,
      unit: 'percent-of-gdp',
      origin: 'published',
      dataset: 'real',
      status: 'estimated',
      vintage: null,
      publication: {
        series: 'share',
        publishedOn: '2024',
        source: 'implied, +0.44',
        note: 'revised',
        scope: 'total',
        asPublished: '12.60 % of GDP',
        words: {
          source: unworded('implied, +0.44'),
          note: unworded('revised'),
          scope: unworded('total'),
          asPublished: { 'zh-Hans': '12.60 % GDP', 'zh-Hant': '12.60 % GDP', en: '12.60 % of GDP' },
        },
      },
    });
  });

  it('say "at least" for a lower bound', () => {
    const values = series('share,2023,97,percent,1,ALL,total,lower,final,2024-01-04,press,');
    const [row] = publishedObservations(definition, values, { effective: 'latest', vintage: null });
    expect(row).toMatchObject({ bound: 'lower', status: 'final', publication: { asPublished: '≥ 97 %' } });
  });
});
