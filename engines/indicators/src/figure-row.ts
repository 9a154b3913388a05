import type { Observation } from '@zhiheng/vocabulary';

/** One row of `figure`: an observation as it is given out. */
export type FigureRow = Observation;
