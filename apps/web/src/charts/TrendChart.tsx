import { ChartFrame } from './ChartFrame.js';
import { ink } from './ink.js';
import { isAlone, linePath, round } from './Sparkline.js';
import { layTrend, type TrendLayout, type TrendSeries, textHeight } from './trend-layout.js';

export interface TrendChartProps {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly series: readonly TrendSeries[];
  readonly periods: readonly string[];
  /** The period that is now; drawn in ink. */
  readonly now: string;
  /** Index of the series that the page shows; others stay grey. */
  readonly current: number;
  readonly fromZero: boolean;
  readonly title: string;
  readonly description: string;
  readonly tickText: (value: number) => string;
  readonly periodText: (period: string) => string;
  /** The word for synthetic data where the values are; null otherwise. */
  readonly synthetic: string | null;
}

/** Lines over periods: grey history, ink for now, named at their ends, a numbered tick where a note stands. */
export function TrendChart(props: TrendChartProps) {
  const { id, width, height, series, now } = props;
  const layout = layTrend(series, {
    periods: props.periods,
    width,
    height,
    fromZero: props.fromZero,
    band: props.synthetic === null ? 0 : 18,
  });
  return (
    <ChartFrame
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      synthetic={props.synthetic}
    >
      <Axes layout={layout} now={now} tickText={props.tickText} periodText={props.periodText} />
      <NoteTicks layout={layout} series={series} />
      {series.map((one, index) => (
        <Line key={one.name} layout={layout} series={one} index={index} now={now} current={index === props.current} />
      ))}
    </ChartFrame>
  );
}

type AxesProps = Pick<TrendChartProps, 'now' | 'tickText' | 'periodText'> & { readonly layout: TrendLayout };

function Axes({ layout, now, tickText, periodText }: AxesProps) {
  const { left, right, bottom } = layout;
  const last = layout.periods.length - 1;
  const nowAt = layout.periods.indexOf(now);
  const written = (index: number) =>
    index === nowAt || ((last - index) % layout.every === 0 && (nowAt < 0 || Math.abs(index - nowAt) >= layout.every));
  return (
    <g fontSize="12" fill={ink.text}>
      {layout.scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${round(layout.y(tick))}H${right}`} stroke={tick === 0 ? ink.history : ink.rule} />
          <text x={left - 8} y={round(layout.y(tick)) + 4} textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {layout.periods.map((period, index) =>
        written(index) ? (
          <text
            key={period}
            x={round(layout.x(period))}
            y={bottom + 20}
            textAnchor="middle"
            {...(period === now ? { fill: ink.now, fontWeight: 600 } : {})}
          >
            {periodText(period)}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** Notes of all series in the order of the periods: their numbers at the axis and in the list below the chart. */
export function notesOf(series: readonly TrendSeries[]): { readonly period: string; readonly note: string }[] {
  const notes = series.flatMap((one) =>
    one.points.flatMap((point) => (point.note === null ? [] : [{ period: point.period, note: point.note }])),
  );
  return notes.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}

function NoteTicks({ layout, series }: { readonly layout: TrendLayout; readonly series: readonly TrendSeries[] }) {
  return (
    <g fontSize="12" fill={ink.link}>
      {notesOf(series).map(({ period, note }, index) => (
        <g key={period + note}>
          <path d={`M${round(layout.x(period))} ${layout.bottom - 5}v10`} stroke={ink.link} strokeWidth="1.5" />
          <text x={round(layout.x(period)) + 4} y={layout.bottom - 3}>
            {index + 1}
          </text>
        </g>
      ))}
    </g>
  );
}

interface LineProps {
  readonly layout: TrendLayout;
  readonly series: TrendSeries;
  readonly index: number;
  readonly now: string;
  readonly current: boolean;
}

function Line({ layout, series, index, now, current }: LineProps) {
  const points = layout.lines[index] ?? [];
  const texts = new Map(series.points.map((point) => [point.period, point.text]));
  const nameAt = layout.names[index];
  const few = points.length <= 12;
  return (
    <g data-series={series.name}>
      <path d={linePath(points)} fill="none" stroke={ink.history} strokeWidth={current ? 1.75 : 1.25} />
      {points.map((point, place) => {
        const period = layout.periods[place] ?? '';
        if (point === null || (!few && period !== now && !isAlone(points, place))) return null;
        const isNow = current && period === now;
        return (
          <g key={period}>
            <circle cx={round(point.x)} cy={round(point.y)} r={isNow ? 4 : 2.25} fill={isNow ? ink.now : ink.history} />
            {isNow ? (
              <text
                x={round(point.x)}
                y={round(textHeight(point, points, layout.bottom))}
                fontSize="14"
                fontWeight="600"
                fill={ink.now}
                textAnchor="middle"
                stroke={ink.paper}
                strokeWidth="4"
                paintOrder="stroke"
              >
                {texts.get(period)}
              </text>
            ) : null}
          </g>
        );
      })}
      {nameAt === null || nameAt === undefined ? null : (
        <text x={layout.right + 8} y={round(nameAt) + 4} fontSize="12" fill={current ? ink.now : ink.text}>
          {series.name}
        </text>
      )}
    </g>
  );
}
