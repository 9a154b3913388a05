import type { Dataset, Day } from '@zhiheng/vocabulary';

/** What becomes of one source record that could be read. */
export type Outcome =
  | 'loaded'
  | 'replaced'
  | 'duplicate'
  | 'older-state'
  | 'lesser-state'
  | 'second-hand-state'
  | 'other-dataset';

/** A state of a record: its own date (null when its source gives none) and the hash of its content. */
export interface RecordState {
  readonly stateOn: Day | null;
  readonly hash: string;
  readonly dataset: Dataset;
  /** Told by another body than the office that keeps the record. */
  readonly secondHand: boolean;
  /** Publications that a state in exchange data is told from; 0 for other states. */
  readonly publications: number;
}

export interface Arrival extends RecordState {
  /** True when this very file was loaded before. */
  readonly seenFile: boolean;
}

export interface Settlement {
  /** One for each arrival, in their order. */
  readonly outcomes: readonly Outcome[];
  /** Index of the arrival that is the current state now; null when what was held stays. */
  readonly current: number | null;
}

/**
 * Settles the arrivals of one record in load order against the state held and every state ever known.
 * The same state again is a duplicate; a state dated before the current one never overwrites it; a state without a date
 * counts by load order. A record never passes from the real to the synthetic dataset or back. An undated state that returns
 * after another (A, B, A) is news, unless its file was seen before. What the office itself says stands over what another
 * body says of its record, whatever their dates. Exchange data tell an application by one or several of its publications:
 * of two such states of one day the one that is told from more stands.
 */
export function settleRecord(
  held: RecordState | null,
  known: ReadonlySet<string>,
  arrivals: readonly Arrival[],
): Settlement {
  const seen = new Set(known);
  let state = held;
  let current: number | null = null;
  const outcomes = arrivals.map((arrival, index): Outcome => {
    if (state !== null && arrival.dataset !== state.dataset) return 'other-dataset';
    const again =
      arrival.hash === state?.hash || (seen.has(arrival.hash) && (arrival.stateOn !== null || arrival.seenFile));
    seen.add(arrival.hash);
    if (again) return 'duplicate';
    if (state !== null && arrival.secondHand && !state.secondHand) return 'second-hand-state';
    const equals = state?.secondHand === arrival.secondHand;
    if (state !== null && equals && isBefore(arrival.stateOn, state.stateOn)) return 'older-state';
    if (state !== null && equals && isLesser(arrival, state)) return 'lesser-state';
    const outcome = state === null ? 'loaded' : 'replaced';
    state = arrival;
    current = index;
    return outcome;
  });
  return { outcomes, current };
}

function isLesser(arrival: RecordState, state: RecordState): boolean {
  const { publications } = arrival;
  return arrival.stateOn === state.stateOn && publications > 0 && publications < state.publications;
}

function isBefore(day: Day | null, other: Day | null): boolean {
  return day !== null && other !== null && day < other;
}
