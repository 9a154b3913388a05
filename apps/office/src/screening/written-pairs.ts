import type { Segment } from '@zhiheng/lake';

/** Pairs that a run wrote beside those of earlier ones. */
export interface PairPart {
  readonly segment: Segment;
  /** Rows of what was written before that count no longer; null: none. */
  readonly gone: Segment | null;
}

/** Pairs as they lie in the lake: two rows a pair, each by one of the applications, which names the other nowhere. */
export interface WrittenPairs {
  readonly segment: Segment;
  /** What changed since, part by part. */
  readonly since: readonly PairPart[];
}

/** Segments of rows, and segments of those that count no longer. */
export function segmentsOfPairs({ segment, since }: WrittenPairs): {
  readonly rows: readonly Segment[];
  readonly gone: readonly Segment[];
} {
  return { rows: [segment, ...since.map((one) => one.segment)], gone: since.flatMap(({ gone }) => gone ?? []) };
}
