/** A value axis: where it starts and ends, and the values of its rules. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Position of a value between 0 (from) and 1 (to). */
  readonly at: (value: number) => number;
}

/**
 * A scale of three to six round ticks around the values. Counts and amounts start at zero; for ratios and durations zero
 * says little, so their axis starts below the smallest value.
 */
export function scaleOf(values: readonly number[], fromZero: boolean): Scale {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const spread = high - low || Math.abs(high) || 1;
  const step = roundStep(spread / 3);
  const from = fromZero && low >= 0 ? 0 : Math.floor((low - (fromZero ? 0 : spread * 0.15)) / step) * step;
  const to = Math.ceil((high + spread * 0.02) / step) * step;
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
  return { from, to, ticks, at: (value) => (value - from) / (to - from) };
}

/** Decimals that tell the ticks of a scale apart. */
export function tickDecimals(scale: Scale): number {
  const [first = 0, second = 1] = scale.ticks;
  return Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9));
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const lead = step / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

/** Bounds of five steps of about equal numbers of values: the first value of each step. */
export function fiveSteps(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = [0, 1, 2, 3, 4].map((step) => sorted[Math.floor((step * sorted.length) / 5)]);
  return [...new Set(bounds.filter((bound) => bound !== undefined))];
}

/** Which step a value falls in, counted from 0. */
export function stepOf(value: number, bounds: readonly number[]): number {
  return Math.max(0, bounds.filter((bound) => value >= bound).length - 1);
}
