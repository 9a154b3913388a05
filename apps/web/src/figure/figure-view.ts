import type { CodeNames, Definition } from '@zhiheng/indicators';
import type { AreaAnswer } from '@zhiheng/office';
import type { Observation } from '@zhiheng/vocabulary';
import type { FigureChoice } from './choose-figure.js';
import type { FigureState } from './figure-state.js';

/** What every block of a figure page is given. */
export interface FigureView {
  readonly definition: Definition;
  /** Names of the codes that it is told by. */
  readonly codes: CodeNames;
  readonly choice: FigureChoice;
  readonly areas: readonly AreaAnswer[];
  /** Yearly rows of the chosen area and of the groups, every source, total and kinds. */
  readonly yearly: readonly Observation[];
  /** Rows at the length of the chosen period; the yearly ones for a year. */
  readonly rows: readonly Observation[];
  /** The row shown; null where there is none. */
  readonly row: Observation | null;
  readonly state: FigureState;
  /** Changes the address. */
  readonly set: (change: FigureState) => void;
}
