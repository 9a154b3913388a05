import type { Feature } from './features.js';

/** What is usual for a feature among the applications of a field filed in the four quarters before one: frozen, and cited by clues. */
export interface Baseline {
  readonly feature: Feature;
  readonly field: string;
  /** The quarter that it is for; its applications are those of the four quarters before. */
  readonly quarter: number;
  readonly size: number;
  readonly median: number;
  readonly spread: number;
  /** The release that it was frozen by. */
  readonly frozenBy: string;
}

/** All baselines of a run. Another `method` makes others; those of another are not taken over. */
export interface BaselineBook {
  readonly format: 'zhiheng-baselines/1';
  readonly method: typeof baselineMethod;
  readonly baselines: readonly Baseline[];
}

/** Changes whenever a feature or a baseline is reckoned otherwise. */
export const baselineMethod = 'median-1.4826-mad/1';

/** Median and spread of at least one value. */
export function medianAndSpread(values: readonly number[], leastSpread: number): { median: number; spread: number } {
  const median = medianOf(values);
  const distance = medianOf(values.map((value) => Math.abs(value - median)));
  return { median, spread: Math.max(1.4826 * distance, leastSpread) };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
