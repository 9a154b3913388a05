import { ink } from './ink.js';

export interface SparklineProps {
  /** In the order of the periods; null where there is no value. */
  readonly values: readonly (number | null)[];
  /** What the last period, which has no value yet, is projected to. */
  readonly projected?: number | null;
  readonly label: string;
}

const width = 72;
const height = 24;
const edge = 4;

/** A small line: grey for the past, an ink point for the last value; dashed to an open point where that is projected. A gap stays a gap. */
export function Sparkline({ values, projected = null, label }: SparklineProps) {
  const known = [...values, projected].filter((value) => value !== null);
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  const only = values.length === 1 ? width - 2 * edge : 0;
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  const placed = (value: number, index: number) => ({
    x: edge + only + index * step,
    y: height - edge - (spread === 0 ? 0.5 : (value - low) / spread) * (height - 2 * edge),
  });
  const points = values.map((value, index) => (value === null ? null : placed(value, index)));
  const open = projected === null ? null : placed(projected, values.length - 1);
  const last = points.findLast((point) => point !== null);
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={linePath(points)} fill="none" stroke={ink.history} strokeWidth="1.25" />
      {points.map((point, index) =>
        point !== null && isAlone(points, index) && point !== last ? (
          <circle key={point.x} cx={round(point.x)} cy={round(point.y)} r="1.5" fill={ink.history} />
        ) : null,
      )}
      {last && open ? (
        <path d={linePath([last, open])} stroke={ink.now} strokeWidth="1.25" strokeDasharray="3 2" />
      ) : null}
      {last && !open ? <circle cx={round(last.x)} cy={round(last.y)} r="2.5" fill={ink.now} /> : null}
      {open ? (
        <circle cx={round(open.x)} cy={round(open.y)} r="2.5" fill={ink.paper} stroke={ink.now} strokeWidth="1.25" />
      ) : null}
    </svg>
  );
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Path through the points; a null breaks the line. */
export function linePath(points: readonly (Point | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (point === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${round(point.x)} ${round(point.y)}`;
    pen = 'L';
  }
  return path;
}

/** True for a point without neighbours: no line shows it. */
export function isAlone(points: readonly (Point | null)[], index: number): boolean {
  return (points[index - 1] ?? null) === null && (points[index + 1] ?? null) === null;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
