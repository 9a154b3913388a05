import type { Baseline } from './baseline.js';
import { quarterName } from './quarter.js';

/** Where an application lies among others of its field: what it was measured by, and with whom it was compared. */
export interface CohortPosition {
  readonly feature: string;
  readonly value: number;
  readonly field: string;
  /** Of the filing day; the cohort are the four quarters before it: `2023Q2`. */
  readonly quarter: string;
  readonly size: number;
  readonly median: number;
  /** 1.4826 times the median distance from the median: a standard deviation that outliers do not move. */
  readonly spread: number;
  readonly deviations: number;
  /** The release by which the cohort was frozen. */
  readonly frozenBy: string;
}

/** Where a value lies by a baseline. */
export function positionOf(
  value: number,
  { feature, field, quarter, size, median, spread, frozenBy }: Baseline,
): CohortPosition {
  const deviations = (value - median) / spread;
  return { feature, value, field, quarter: quarterName(quarter), size, median, spread, deviations, frozenBy };
}
