import { ChartFrame } from '../../charts/ChartFrame.js';
import { ink, steps } from '../../charts/ink.js';
import { textWidth } from '../../charts/text-width.js';
import { CoverageFills } from './CoverageFills.js';
import { type CoverageLine, type CoverageSpan, yearsOf } from './coverage-calendar.js';

export interface CoverageCalendarProps {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly lines: readonly CoverageLine[];
  readonly nameOf: (line: CoverageLine) => string;
  /** What a span says, for its title and the description of the picture. */
  readonly spanText: (line: CoverageLine, span: CoverageSpan) => string;
  readonly legend: readonly { readonly sort: CoverageSpan['sort']; readonly text: string }[];
  readonly inForceText: string;
  readonly synthetic: string | null;
}

const tall = 16;
const legendStep = 18;

/** Time to the right, one line each; how much is known is told by pattern first, so that it reads in grey. */
export function CoverageCalendar(props: CoverageCalendarProps) {
  const { id, width, lines, synthetic } = props;
  const beside = width >= 640;
  const names = Math.max(...lines.map((line) => textWidth(props.nameOf(line))));
  const left = beside ? Math.min(names + 16, width * 0.45) : 0;
  const step = beside ? tall + 10 : tall + 28;
  const band = synthetic === null ? 0 : 26;
  const legend = layLegend(props);
  const top = band + 26 + (1 + (legend.at(-1)?.row ?? 0)) * legendStep;
  const { from, to, ticks } = yearsOf(lines);
  const x = (at: number) => left + ((at - from) / (to - from)) * (width - left - 1);
  const bottom = top + lines.length * step;
  const height = bottom + 4;
  return (
    <ChartFrame
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={lines.map((line) => line.spans.map((span) => props.spanText(line, span)).join('; ')).join('; ')}
      synthetic={synthetic}
    >
      <CoverageFills id={id} />
      <Legend id={id} places={legend} top={band} />
      <Years ticks={ticks} x={x} top={top} bottom={bottom} />
      {lines.map((line, index) => {
        const y = top + index * step + (beside ? 5 : 22);
        return (
          <g key={line.key} data-line={line.key}>
            <text x="0" y={beside ? y + 12 : y - 6} fontSize="12" fill={ink.now}>
              {props.nameOf(line)}
            </text>
            {line.spans.map((span) => (
              <rect
                key={`${span.sort} ${span.from}`}
                data-sort={span.sort}
                x={round(x(span.from))}
                y={y}
                width={Math.max(1.5, round(x(span.to) - x(span.from)))}
                height={tall}
                fill={`url(#${id}-${span.sort})`}
                stroke={steps[4]?.fill}
                strokeWidth="1"
              >
                <title>{props.spanText(line, span)}</title>
              </rect>
            ))}
            {line.inForceFrom === null ? null : (
              <path d={`M${round(x(line.inForceFrom))} ${y - 3}v${tall + 6}`} stroke={ink.now} strokeWidth="2">
                <title>{props.inForceText}</title>
              </path>
            )}
          </g>
        );
      })}
    </ChartFrame>
  );
}

interface LegendPlace {
  readonly sort: CoverageSpan['sort'];
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

/** Entries side by side, on as many rows as the width asks for. */
function layLegend({ legend, width }: CoverageCalendarProps): LegendPlace[] {
  let [x, row] = [0, 0];
  return legend.map(({ sort, text }) => {
    const wide = 24 + textWidth(text);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { sort, text, x, row };
    x += wide + 16;
    return place;
  });
}

function Legend({
  id,
  places,
  top,
}: {
  readonly id: string;
  readonly places: readonly LegendPlace[];
  readonly top: number;
}) {
  return (
    <g fontSize="12" fill={ink.text}>
      {places.map(({ sort, text, x, row }) => (
        <g key={sort}>
          <rect
            x={x}
            y={top + row * legendStep + 1}
            width="18"
            height="12"
            fill={`url(#${id}-${sort})`}
            stroke={steps[4]?.fill}
            strokeWidth="1"
          />
          <text x={x + 24} y={top + row * legendStep + 11}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

interface YearsProps {
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
  readonly x: (at: number) => number;
  readonly top: number;
  readonly bottom: number;
}

/** A line at each first of January; as many years are written as have room. */
function Years({ ticks, x, top, bottom }: YearsProps) {
  const [first, second] = ticks;
  const room = first === undefined || second === undefined ? 40 : x(second.at) - x(first.at);
  const every = Math.max(1, Math.ceil(36 / room));
  return (
    <g fontSize="12" fill={ink.text}>
      {ticks.map(({ year, at }, index) => (
        <g key={year}>
          <path d={`M${round(x(at))} ${top - 4}V${bottom}`} stroke={ink.rule} />
          {index % every === 0 && index < ticks.length - 1 ? (
            <text x={round(x(at)) + 2} y={top - 8}>
              {year}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
