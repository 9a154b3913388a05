import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Cartogram, type CartogramValue } from '../src/charts/Cartogram.js';
import { tilePlaces } from '../src/charts/cartogram-places.js';
import { type LimitLine, ProjectionChart } from '../src/charts/ProjectionChart.js';
import { linePath, Sparkline } from '../src/charts/Sparkline.js';
import { fiveSteps, scaleOf, stepOf, tickDecimals } from '../src/charts/scale.js';
import { TrendChart, type TrendChartProps } from '../src/charts/TrendChart.js';
import { layTrend, textHeight } from '../src/charts/trend-layout.js';

const point = (period: string, value: number | null, note: string | null = null) => ({
  period,
  value,
  text: String(value),
  note,
});
const trend = (change: Partial<TrendChartProps>) =>
  renderToStaticMarkup(
    <TrendChart
      id="t"
      width={700}
      height={260}
      series={[
        { name: 'published', points: [point('2021', 10), point('2022', 20), point('2024', 40, 'scope changed')] },
      ]}
      periods={['2021', '2022', '2023', '2024']}
      now="2022"
      current={0}
      fromZero
      title="title"
      description="description"
      tickText={String}
      periodText={(period) => period}
      synthetic={null}
      {...change}
    />,
  );
const pathsOf = (svg: string, series: string) => svg.split(`data-series="${series}"`)[1]?.match(/ d="([^"]*)"/)?.[1];

describe('trend chart', () => {
  test('a year without a value breaks the line and keeps its width', () => {
    // Plot from 64 to 604 (700 less 96); the first point 12 inside, three steps of (540 - 24) / 3 = 172.
    // Axis 0 to 60 in steps of 20 would reach beyond; values 0..40 give a step of 20: 0, 20, 40, 60.
    expect(pathsOf(trend({}), 'published')).toMatch(/^M76 [\d.]+L248 [\d.]+M592 [\d.]+$/);
  });

  test('two sources are two lines, each named at its end', () => {
    const svg = trend({
      series: [
        { name: 'published', points: [point('2021', 10), point('2022', 12)] },
        { name: 'computed', points: [point('2021', 11), point('2022', 12)] },
      ],
      periods: ['2021', '2022'],
    });
    expect(pathsOf(svg, 'published')?.match(/M/g)).toHaveLength(1);
    expect(pathsOf(svg, 'computed')?.match(/M/g)).toHaveLength(1);
    const heights = [...svg.matchAll(/<text x="612" y="([\d.]+)"[^>]*>(published|computed)</g)].map((match) =>
      Number(match[1]),
    );
    expect(heights).toHaveLength(2);
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(15);
  });

  test('the present is written in ink, a note has a numbered tick, the picture has a title and a text', () => {
    const svg = trend({});
    expect(svg).toContain('r="4" fill="#1b1b1b"');
    expect(svg).toMatch(/stroke="#1f4b7a" stroke-width="1.5"><\/path><text[^>]*>1<\/text>/);
    expect(svg).toContain('<title id="t-title">title</title>');
    expect(svg).toContain('aria-labelledby="t-title t-description"');
  });

  test('synthetic values carry the band and the word inside the picture', () => {
    const svg = trend({ synthetic: '模拟数据' });
    expect(svg).toContain('<pattern id="t-hatch"');
    expect(svg).toContain('>模拟数据</text>');
    expect(trend({})).not.toContain('<pattern');
  });
});

describe('scales', () => {
  test('counts start at zero, ratios near their values, ticks are round', () => {
    expect(scaleOf([18.5, 16.5, 15], false).ticks).toEqual([14, 16, 18, 20]);
    expect(scaleOf([132.4, 166.5, 229.2], true).ticks).toEqual([0, 100, 200, 300]);
    expect(scaleOf([7], false).from).toBeLessThan(7);
    expect(tickDecimals(scaleOf([12.44, 13.04], false))).toBe(1);
  });

  test('five steps hold about equal numbers of areas', () => {
    const bounds = fiveSteps([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(bounds).toEqual([10, 30, 50, 70, 90]);
    expect([10, 29, 30, 100, 5].map((value) => stepOf(value, bounds))).toEqual([0, 0, 1, 4, 0]);
    expect(fiveSteps([3, 3, 3])).toEqual([3]);
  });
});

describe('cartogram', () => {
  const codes = tilePlaces.map(({ area }) => area);
  const values = new Map<string, CartogramValue>(
    codes.map((area, index) => [
      area,
      area === '710000'
        ? { value: null, text: '–', label: 'Taiwan: – (no data)' }
        : { value: index, text: String(index), label: `${area}: ${index}` },
    ]),
  );
  const draw = (synthetic: string | null) =>
    renderToStaticMarkup(
      <Cartogram
        id="c"
        width={600}
        title="areas"
        values={values}
        nameOf={({ area, letters }) => ({ short: letters, long: area })}
        lettersBelow={64}
        stepText={(from) => `≥ ${from}`}
        synthetic={synthetic}
        chosen={null}
      />,
    );

  test('34 different areas stand on 34 different places', () => {
    expect(new Set(codes).size).toBe(34);
    expect(new Set(tilePlaces.map(({ column, row }) => `${column} ${row}`)).size).toBe(34);
  });

  test('every tile carries its value; the one without says where data is missing', () => {
    const svg = draw(null);
    expect(svg.match(/data-area="/g)).toHaveLength(34);
    expect(svg).toMatch(/data-area="710000" data-step="none"><title>Taiwan: – \(no data\)<\/title>/);
    expect(new Set([...svg.matchAll(/data-step="(\d)"/g)].map((match) => match[1]))).toEqual(
      new Set(['0', '1', '2', '3', '4']),
    );
    expect(svg).not.toContain('stroke=');
  });

  test('a synthetic map says so', () => {
    expect(draw('Synthetic data')).toContain('>Synthetic data</text>');
  });
});

describe('sparkline', () => {
  test('a gap stays a gap and the last value is a point in ink', () => {
    const svg = renderToStaticMarkup(<Sparkline values={[1, null, 3]} label="x" />);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('cx="68" cy="4" r="2.5" fill="#1b1b1b"');
    expect(linePath([{ x: 0, y: 1 }, null, { x: 2, y: 3 }, { x: 4, y: 5 }])).toBe('M0 1M2 3L4 5');
  });
});

describe('texts of a trend', () => {
  test('the value stands below a point that the line comes down to, where there is room, else above', () => {
    const falling = [
      { x: 0, y: 40 },
      { x: 50, y: 100 },
    ];
    const [high, low] = falling;
    if (high === undefined || low === undefined) throw new Error('two points');
    expect(textHeight(low, falling, 200)).toBe(122);
    expect(textHeight(low, falling, 110)).toBe(90);
    expect(textHeight(high, falling, 200)).toBe(30);
  });

  test('the name of a series has its room at the right, whatever the width', () => {
    const frame = { periods: ['2022', '2023'], width: 358, height: 260, fromZero: true, band: 0 };
    const right = (name: string) => layTrend([{ name, points: [point('2022', 1), point('2023', 2)] }], frame).right;
    expect(right('计算值')).toBe(358 - 62);
    expect(right('Computed value')).toBeLessThan(358 - 14 * 6.7 - 8);
  });
});

describe('projection chart', () => {
  const chart = (projected: { value: number; interval: readonly [number, number]; text: string } | null) => {
    const limits: LimitLine[] = [
      { value: 30, name: 'target', inForce: true },
      { value: 40, name: 'before', inForce: false },
    ];
    const last = projected === null ? 20 : null;
    return renderToStaticMarkup(
      <ProjectionChart
        id="p"
        width={700}
        height={260}
        points={[
          { period: '2021', value: 10, text: '10' },
          { period: '2022', value: 15, text: '15' },
          { period: '2023', value: last, text: String(last) },
        ]}
        projected={projected}
        limits={limits}
        fromZero
        title="title"
        description="description"
        tickText={String}
        synthetic={null}
      />,
    );
  };

  test('dashes from the last value to what is expected, in the band of its interval', () => {
    // Plot from 64 to 604, points 24 inside: 88, 334, 580. The axis goes from 0 to 60 on 206 px below 24.
    const svg = chart({ value: 25, interval: [20, 35], text: '25' });
    const y = (value: number) => Math.round((230 - (value / 60) * 206) * 10) / 10;
    expect(svg).toContain(`<path d="M334 ${y(15)}L580 ${y(35)}V${y(20)}z" fill="#e3e0d8"></path>`);
    expect(svg).toContain(
      `<path d="M334 ${y(15)}L580 ${y(25)}" stroke="#1b1b1b" stroke-width="1.5" stroke-dasharray="5 4">`,
    );
    expect(svg).toContain('fill="#fbfaf7" stroke="#1b1b1b"');
    expect(svg).toMatch(/stroke="#8c877c" stroke-width="1" stroke-dasharray="1 4"/);
  });

  test('of a period that is over has a full point and nothing dashed but old limits', () => {
    const svg = chart(null);
    expect(svg).not.toContain('data-part="interval"');
    expect(svg).toContain('fill="#1b1b1b" stroke="#1b1b1b"');
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });
});

test('a sparkline is dashed to an open point where the last period is projected', () => {
  const svg = renderToStaticMarkup(<Sparkline values={[1, 2, null]} projected={3} label="l" />);
  expect(svg).toContain('stroke-dasharray="3 2"');
  expect(svg.match(/<circle/g)).toHaveLength(1);
  expect(renderToStaticMarkup(<Sparkline values={[1, 2, 3]} label="l" />)).not.toContain('dasharray');
});
