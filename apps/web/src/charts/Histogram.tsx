import { ChartFrame } from './ChartFrame.js';
import { ink } from './ink.js';
import { round } from './Sparkline.js';
import { scaleOf } from './scale.js';
import { textWidth } from './text-width.js';

/** So many cases from one length on, up to the next. */
export interface HistogramBin {
  readonly from: number;
  readonly until: number;
  readonly n: number;
}

/** A value marked on the axis of lengths. */
export interface HistogramMark {
  readonly at: number;
  readonly label: string;
}

export interface HistogramProps {
  readonly id: string;
  readonly width: number;
  readonly bins: readonly HistogramBin[];
  readonly marks: readonly HistogramMark[];
  readonly title: string;
  readonly description: string;
  readonly numberText: (value: number) => string;
  readonly synthetic: string | null;
  /** Beginning of the bin whose records are opened. */
  readonly chosen: number | null;
  readonly choose: (bin: HistogramBin) => void;
}

const height = 220;
const [left, right, below] = [56, 16, 28];
const row = 16;

/** Cases by how long they took: a bar a month, quantiles as named lines. */
export function Histogram(props: HistogramProps) {
  const { id, width, bins, numberText } = props;
  const marks = props.marks.toSorted((a, b) => a.at - b.at);
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.until ?? 1];
  const [low, high] = [Math.min(first, ...marks.map(({ at }) => at)), Math.max(last, ...marks.map(({ at }) => at))];
  const band = props.synthetic === null ? 0 : 22;
  const top = band + marks.length * row + 6;
  const bottom = top + height - below;
  const x = (value: number) => left + ((value - low) / (high - low || 1)) * (width - left - right);
  const counts = scaleOf(
    bins.map(({ n }) => n),
    true,
  );
  const y = (n: number) => bottom - counts.at(n) * (bottom - top);
  const every = Math.ceil((high - low) / Math.max(4, Math.floor((width - left - right) / 48)));
  const months = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => low + index * every);
  return (
    <ChartFrame
      id={id}
      width={width}
      height={bottom + below}
      title={props.title}
      description={props.description}
      synthetic={props.synthetic}
    >
      <g fontSize="12" fill={ink.text}>
        {counts.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${left} ${round(y(tick))}H${width - right}`} stroke={tick === 0 ? ink.history : ink.rule} />
            <text x={left - 8} y={round(y(tick)) + 4} textAnchor="end">
              {numberText(tick)}
            </text>
          </g>
        ))}
        {months.map((month) => (
          <text key={month} x={round(x(month))} y={bottom + 18} textAnchor="middle">
            {numberText(Math.round(month))}
          </text>
        ))}
      </g>
      {bins.map((bin) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table below opens the same by keyboard
        <rect
          key={bin.from}
          className="histogram-bar"
          data-from={bin.from}
          x={round(x(bin.from)) + 0.5}
          y={round(y(bin.n))}
          width={Math.max(1, round(x(bin.until) - x(bin.from)) - 1)}
          height={round(bottom - y(bin.n))}
          fill={bin.from === props.chosen ? ink.now : ink.history}
          onClick={() => props.choose(bin)}
        />
      ))}
      {marks.map((mark, index) => (
        <Mark
          key={mark.label}
          mark={mark}
          at={x(mark.at)}
          top={band + (index + 1) * row}
          bottom={bottom}
          width={width}
        />
      ))}
    </ChartFrame>
  );
}

interface MarkProps {
  readonly mark: HistogramMark;
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

/** A line with its name on the side on which there is room; each name has a row of its own. */
function Mark({ mark, at, top, bottom, width }: MarkProps) {
  const fits = at + textWidth(mark.label) + 12 < width;
  return (
    <g>
      <path d={`M${round(at)} ${top - 10}V${bottom}`} stroke={ink.link} strokeWidth="1" />
      <text
        x={round(at) + (fits ? 5 : -5)}
        y={top}
        fontSize="12"
        fill={ink.now}
        textAnchor={fits ? 'start' : 'end'}
        paintOrder="stroke"
        stroke={ink.paper}
        strokeWidth="3"
      >
        {mark.label}
      </text>
    </g>
  );
}
