import { ChartFrame } from './ChartFrame.js';
import { columns, rows, type TilePlace, tilePlaces } from './cartogram-places.js';
import { ink, steps } from './ink.js';
import { round } from './Sparkline.js';
import { fiveSteps, stepOf } from './scale.js';
import { textWidth } from './text-width.js';

export interface CartogramValue {
  readonly value: number | null;
  /** As written in the tile; `–` without a value. */
  readonly text: string;
  /** Area, value and unit, or area and why there is none. */
  readonly label: string;
}

export interface CartogramProps {
  readonly id: string;
  readonly width: number;
  readonly title: string;
  readonly values: ReadonlyMap<string, CartogramValue>;
  readonly nameOf: (place: TilePlace) => { readonly short: string; readonly long: string };
  /** Tiles carry letters instead of names below this width. */
  readonly lettersBelow: number;
  readonly stepText: (from: number) => string;
  readonly synthetic: string | null;
  readonly chosen: string | null;
}

const gap = 3;

/** 34 equal tiles in roughly their places, the value inside, five steps, no borders drawn. */
export function Cartogram(props: CartogramProps) {
  const { width, synthetic } = props;
  const side = Math.min(72, Math.floor((width - gap * (columns - 1)) / columns));
  const tall = Math.round(Math.max(42, side * 0.78));
  const top = synthetic === null ? 0 : 24;
  const legendTop = top + rows * (tall + gap) + 10;
  const height = legendTop + 34;
  const bounds = fiveSteps([...props.values.values()].flatMap(({ value }) => (value === null ? [] : [value])));
  return (
    <ChartFrame
      id={props.id}
      width={width}
      height={height}
      title={props.title}
      description={tilePlaces
        .map(({ area }) => props.values.get(area)?.label ?? '')
        .filter((label) => label !== '')
        .join('; ')}
      synthetic={synthetic}
    >
      {tilePlaces.map((place) => (
        <Tile key={place.area} place={place} side={side} tall={tall} top={top} bounds={bounds} props={props} />
      ))}
      <Legend bounds={bounds} top={legendTop} width={side * columns + gap * (columns - 1)} stepText={props.stepText} />
    </ChartFrame>
  );
}

interface TileProps {
  readonly place: TilePlace;
  readonly side: number;
  readonly tall: number;
  readonly top: number;
  readonly bounds: readonly number[];
  readonly props: CartogramProps;
}

function Tile({ place, side, tall, top, bounds, props }: TileProps) {
  const given = props.values.get(place.area);
  const value = given?.value ?? null;
  const paint = value === null ? { fill: ink.missing, text: ink.text } : (steps[darkness(value, bounds)] ?? steps[0]);
  const names = props.nameOf(place);
  const name = side < props.lettersBelow ? names.short : names.long;
  const text = given?.text ?? '–';
  const [x, y] = [place.column * (side + gap), top + place.row * (tall + gap)];
  const middle = x + side / 2;
  return (
    <g data-area={place.area} data-step={value === null ? 'none' : stepOf(value, bounds)}>
      <title>{given?.label ?? names.long}</title>
      <rect x={x} y={y} width={side} height={tall} fill={paint.fill} />
      {props.chosen === place.area ? (
        <rect x={x + 1} y={y + 1} width={side - 2} height={tall - 2} fill="none" stroke={ink.now} strokeWidth="2" />
      ) : null}
      <text x={middle} y={y + tall / 2 - 4} fontSize="12" fill={paint.text} textAnchor="middle" {...fitted(name, side)}>
        {name}
      </text>
      <text
        x={middle}
        y={y + tall / 2 + 13}
        fontSize="12"
        fill={paint.text}
        textAnchor="middle"
        {...fitted(text, side)}
      >
        {text}
      </text>
    </g>
  );
}

/** With fewer than five distinct steps the colours still run from light to dark. */
function darkness(value: number, bounds: readonly number[]): number {
  return bounds.length <= 1 ? 2 : Math.round((stepOf(value, bounds) * (steps.length - 1)) / (bounds.length - 1));
}

function Legend(props: { bounds: readonly number[]; top: number; width: number; stepText: (from: number) => string }) {
  const wide = props.width / Math.max(1, props.bounds.length);
  return (
    <g fontSize="12" fill={ink.text}>
      {props.bounds.map((bound, index) => (
        <g key={bound}>
          <rect
            x={round(index * wide)}
            y={props.top}
            width={round(wide)}
            height="8"
            fill={steps[darkness(bound, props.bounds)]?.fill}
          />
          <text x={round(index * wide)} y={props.top + 24}>
            {props.stepText(bound)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Squeezes a text that would leave its tile. */
function fitted(text: string, side: number) {
  return textWidth(text) <= side - 4 ? {} : { textLength: side - 6, lengthAdjust: 'spacingAndGlyphs' };
}
