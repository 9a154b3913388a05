/** What decides which pairs are looked for and told. Shares are from 0 to 1. */
export interface NearSettings {
  /** Jaccard similarity from which on a pair is near. */
  readonly nearFloor: number;
  /** Share of the shorter text that stands in the longer from which on it is contained. A passage of 80 % loses some shingles at its ends. */
  readonly containedFloor: number;
  /** Share of a text that one source of a recombined text gives at least. */
  readonly sourceFloor: number;
  /** Share of a recombined text that all its sources give together at least. */
  readonly recombinedFloor: number;
  /** Members of a bucket that are compared with each other; of the others each with the first few alone. */
  readonly band: BucketRule;
  readonly fingerprint: BucketRule;
}

/** Of a bucket with more than `cap` members, in canonical order: the first `cap` are compared with each other, all with the first `anchors`. */
export interface BucketRule {
  readonly cap: number;
  readonly anchors: number;
}

export const usualNearSettings: NearSettings = {
  nearFloor: 0.5,
  containedFloor: 0.75,
  sourceFloor: 0.25,
  recombinedFloor: 0.7,
  band: { cap: 64, anchors: 8 },
  fingerprint: { cap: 32, anchors: 4 },
};

/** Whether two members of a bucket that is over its cap are compared, by their ranks in canonical order. A member that comes later can but raise ranks. */
export function comparedByRank({ cap, anchors }: BucketRule, one: number, other: number): boolean {
  return Math.min(one, other) < anchors || Math.max(one, other) < cap;
}
