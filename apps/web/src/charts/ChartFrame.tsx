import type { ReactNode } from 'react';
import { HatchBand } from './Hatch.js';
import { chartFont } from './ink.js';

interface ChartFrameProps {
  /** Beginning of the ids inside the picture, so that several can stand on one page. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** The word on the band of synthetic data; null: the data are real. */
  readonly synthetic: string | null;
  readonly children: ReactNode;
}

/** A chart as a picture of its own: named and described for those who do not see it, with the band where data are synthetic. */
export function ChartFrame({ id, width, height, title, description, synthetic, children }: ChartFrameProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      fontFamily={chartFont}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {synthetic === null ? null : <HatchBand id={`${id}-hatch`} width={width} word={synthetic} />}
      {children}
    </svg>
  );
}
