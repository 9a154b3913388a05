import type { Point } from './Sparkline.js';
import { type Scale, scaleOf } from './scale.js';
import { textWidth } from './text-width.js';

export interface TrendPoint {
  readonly period: string;
  /** Null where there is no value: the line breaks. */
  readonly value: number | null;
  /** As it is written at the point. */
  readonly text: string;
  /** A break, a revision or another remark; its number stands at the axis. */
  readonly note: string | null;
}

/** One line: a source that is never joined to another. */
export interface TrendSeries {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

export interface TrendLayout {
  readonly scale: Scale;
  readonly periods: readonly string[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly x: (period: string) => number;
  readonly y: (value: number) => number;
  readonly lines: readonly (readonly (Point | null)[])[];
  /** Height of each series' name at the right, moved apart where two would meet; null without points. */
  readonly names: readonly (number | null)[];
  /** Every how many periods one is written under the axis. */
  readonly every: number;
}

export interface TrendFrame {
  /** Every period of the axis, in order; one without a point leaves a gap. */
  readonly periods: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly fromZero: boolean;
  /** Space kept above for a band. */
  readonly band: number;
}

const nameGap = 15;
const tickWidth = 38;

/** Places the points of all series on one axis pair. */
export function layTrend(series: readonly TrendSeries[], frame: TrendFrame): TrendLayout {
  const { periods } = frame;
  const values = series.flatMap((one) => one.points.flatMap((point) => (point.value === null ? [] : [point.value])));
  const scale = scaleOf(values.length === 0 ? [0, 1] : values, frame.fromZero);
  const [top, bottom] = [frame.band + 22, frame.height - 30];
  const named = Math.max(0, ...series.map(({ name }) => textWidth(name))) + 14;
  const [left, right] = [64, frame.width - Math.max(frame.width < 560 ? 62 : 96, named)];
  const step = periods.length > 1 ? (right - left - 24) / (periods.length - 1) : 0;
  const x = (period: string) => left + 12 + periods.indexOf(period) * step;
  const y = (value: number) => bottom - scale.at(value) * (bottom - top);
  const lines = series.map((one) => {
    const byPeriod = new Map(one.points.map((point) => [point.period, point]));
    return periods.map((period) => {
      const value = byPeriod.get(period)?.value ?? null;
      return value === null ? null : { x: x(period), y: y(value) };
    });
  });
  const ends = lines.map((line) => line.findLast((point) => point !== null)?.y ?? null);
  return {
    scale,
    periods,
    top,
    bottom,
    left,
    right,
    x,
    y,
    lines,
    names: moveApart(ends),
    every: Math.max(1, Math.ceil((periods.length * tickWidth) / (right - left))),
  };
}

/** Height of the text at a point: above it, or below where the line comes or goes above and there is room. */
export function textHeight(point: Point, points: readonly (Point | null)[], bottom: number): number {
  const place = points.indexOf(point);
  const lineAbove = [points[place - 1], points[place + 1]].some((beside) => beside && beside.y < point.y - 4);
  return lineAbove && point.y + 28 <= bottom ? point.y + 22 : point.y - 10;
}

function moveApart(heights: readonly (number | null)[]): (number | null)[] {
  const moved = [...heights];
  const order = moved.flatMap((height, index) => (height === null ? [] : [{ height, index }]));
  order.sort((a, b) => a.height - b.height);
  let before = Number.NEGATIVE_INFINITY;
  for (const { height, index } of order) {
    before = Math.max(height, before + nameGap);
    moved[index] = before;
  }
  return moved;
}
