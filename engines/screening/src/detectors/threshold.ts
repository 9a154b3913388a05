/** What numbers a threshold may take. */
export interface ThresholdRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** A share, from 0 to 1. */
export const share: ThresholdRange = { least: 0, most: 1, whole: false };
/** How many. */
export const count: ThresholdRange = { least: 1, most: 1_000_000, whole: true };
/** Days, up to ten years. */
export const days: ThresholdRange = { least: 1, most: 3660, whole: true };
/** How many times as much, or how many deviations. */
export const times: ThresholdRange = { least: 0, most: 1000, whole: false };
/** The chance of being wrong that is taken. */
export const level: ThresholdRange = { least: 0, most: 0.5, whole: false };
