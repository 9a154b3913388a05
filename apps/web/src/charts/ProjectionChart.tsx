import { ChartFrame } from './ChartFrame.js';
import { ink } from './ink.js';
import { linePath, type Point, round } from './Sparkline.js';
import { scaleOf } from './scale.js';
import { textWidth } from './text-width.js';

/** A line that values are measured by: the limit in force, or one that held before. */
export interface LimitLine {
  readonly value: number;
  readonly name: string;
  /** False for a limit that no longer holds. */
  readonly inForce: boolean;
}

export interface ProjectionChartProps {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The years in order; null where there is no value. */
  readonly points: readonly { readonly period: string; readonly value: number | null; readonly text: string }[];
  /** What the last period is expected to come to; null where it is over. */
  readonly projected: {
    readonly value: number;
    readonly interval: readonly [number, number];
    readonly text: string;
  } | null;
  readonly limits: readonly LimitLine[];
  readonly fromZero: boolean;
  readonly title: string;
  readonly description: string;
  readonly tickText: (value: number) => string;
  /** The word for synthetic data where the values are; null otherwise. */
  readonly synthetic: string | null;
}

/** Grey history, ink for the period judged; a dashed line to what it is projected to, in the band of its interval; limits named at their ends. */
export function ProjectionChart(props: ProjectionChartProps) {
  const { id, width, height, points, projected, limits } = props;
  const values = [
    ...points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...limits.map(({ value }) => value),
    ...(projected === null ? [] : [projected.value, ...projected.interval]),
  ];
  const scale = scaleOf(values, props.fromZero);
  const named = Math.max(0, ...limits.map(({ name }) => textWidth(name))) + 20;
  const [top, bottom] = [(props.synthetic === null ? 0 : 18) + 24, height - 30];
  const [left, right] = [64, width - Math.max(width < 560 ? 56 : 96, named)];
  const step = points.length > 1 ? (right - left - 48) / (points.length - 1) : 0;
  const x = (index: number) => left + 24 + index * step;
  const y = (value: number) => bottom - scale.at(value) * (bottom - top);
  const placed = points.map(({ value }, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const last = points.length - 1;
  const every = Math.max(1, Math.ceil((points.length * 38) / (right - left)));
  return (
    <ChartFrame
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      synthetic={props.synthetic}
    >
      <g fontSize="12" fill={ink.text}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${round(y(tick))}H${right}`} stroke={tick === 0 ? ink.history : ink.rule} />
            <text x={left - 8} y={round(y(tick)) + 4} textAnchor="end">
              {props.tickText(tick)}
            </text>
          </g>
        ))}
        {points.map(({ period }, index) =>
          (last - index) % every === 0 ? (
            <text
              key={period}
              x={round(x(index))}
              y={bottom + 20}
              textAnchor="middle"
              {...(index === last ? { fill: ink.now, fontWeight: 600 } : {})}
            >
              {period}
            </text>
          ) : null,
        )}
      </g>
      {projected === null ? null : <Band from={placed} to={{ x: x(last), y }} projected={projected} />}
      <Limits limits={limits} left={left} right={right} y={y} />
      <path d={linePath(placed)} fill="none" stroke={ink.history} strokeWidth="1.75" data-part="history" />
      {placed.map((point, index) =>
        point === null || (index === last && projected === null) ? null : (
          <circle key={points[index]?.period} cx={round(point.x)} cy={round(point.y)} r="2.25" fill={ink.history} />
        ),
      )}
      <Now
        point={nowAt(props, placed, { x: x(last), y })}
        text={projected?.text ?? points[last]?.text ?? ''}
        open={projected !== null}
      />
    </ChartFrame>
  );
}

interface LastPeriod {
  readonly x: number;
  readonly y: (value: number) => number;
}

function nowAt(
  { projected }: ProjectionChartProps,
  placed: readonly (Point | null)[],
  { x, y }: LastPeriod,
): Point | null {
  return projected === null ? (placed.at(-1) ?? null) : { x, y: y(projected.value) };
}

/** The interval, opening from the last value that is known, and the dashed line to the value expected. */
function Band(props: {
  readonly from: readonly (Point | null)[];
  readonly to: LastPeriod;
  readonly projected: NonNullable<ProjectionChartProps['projected']>;
}) {
  const {
    from,
    to: { x, y },
    projected: { value, interval },
  } = props;
  const [lower, upper] = interval;
  const known = from.findLast((point) => point !== null) ?? null;
  const [low, high] = [round(y(lower)), round(y(upper))];
  const ends = `M${round(x) - 7} ${low}h14M${round(x) - 7} ${high}h14M${round(x)} ${low}V${high}`;
  return (
    <g data-part="interval">
      {known === null ? null : (
        <>
          <path d={`M${round(known.x)} ${round(known.y)}L${round(x)} ${high}V${low}z`} fill={ink.rule} />
          <path
            d={`M${round(known.x)} ${round(known.y)}L${round(x)} ${round(y(value))}`}
            stroke={ink.now}
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        </>
      )}
      <path d={ends} fill="none" stroke={ink.now} strokeWidth="1.25" />
    </g>
  );
}

function Limits(props: {
  readonly limits: readonly LimitLine[];
  readonly left: number;
  readonly right: number;
  readonly y: (value: number) => number;
}) {
  const { limits, left, right, y } = props;
  let before = Number.NEGATIVE_INFINITY;
  const heights = new Map<LimitLine, number>();
  for (const limit of [...limits].sort((a, b) => b.value - a.value)) {
    before = Math.max(y(limit.value), before + 15);
    heights.set(limit, before);
  }
  return (
    <g fontSize="12" data-part="limits">
      {limits.map((limit) => (
        <g key={`${limit.name} ${limit.value}`} fill={limit.inForce ? ink.link : ink.text}>
          <path
            d={`M${left} ${round(y(limit.value))}H${right}`}
            stroke={limit.inForce ? ink.link : ink.history}
            strokeWidth={limit.inForce ? 1.25 : 1}
            {...(limit.inForce ? {} : { strokeDasharray: '1 4' })}
          />
          <text x={right + 8} y={round(heights.get(limit) ?? 0) + 4}>
            {limit.name}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The value judged: a full point, or an open one where it is projected. */
function Now({ point, text, open }: { readonly point: Point | null; readonly text: string; readonly open: boolean }) {
  if (point === null) return null;
  return (
    <g data-part="now">
      <circle
        cx={round(point.x)}
        cy={round(point.y)}
        r="4"
        fill={open ? ink.paper : ink.now}
        stroke={ink.now}
        strokeWidth="1.5"
      />
      <text
        x={round(point.x) - 10}
        y={round(point.y) - 10}
        fontSize="14"
        fontWeight="600"
        fill={ink.now}
        textAnchor="end"
        stroke={ink.paper}
        strokeWidth="4"
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  );
}
