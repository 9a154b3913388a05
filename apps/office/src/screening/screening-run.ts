import type { Segment } from '@zhiheng/lake';
import type { CappedBucket, FamilyReport } from '@zhiheng/screening';
import type { VintageFacts } from '../decisions/vintage-facts.js';
import type { KeptTexts, TextsTaken } from './kept-texts.js';
import { type PairPart, segmentsOfPairs, type WrittenPairs } from './written-pairs.js';

/** The kind of the act that makes a run count. */
export const screeningAct = 'screening';

/** What one run saw over one release: it never changes, whatever later runs see. */
export interface ScreeningRun {
  readonly format: 'zhiheng-screening/1';
  /** The same inputs that give the same clues have the same name. */
  readonly name: string;
  readonly release: string;
  readonly releaseHash: string;
  readonly createdAt: string;
  /** What people had decided about applications; null: nothing. */
  readonly facts: VintageFacts | null;
  /** Versions of every span of every rule. */
  readonly rules: readonly string[];
  /** Object with the baselines that cohorts were told by. */
  readonly baselines: string;
  /** Applications that have a text. */
  readonly documents: number;
  /** What of their texts was taken in; missing in runs that took in all each time. */
  readonly texts?: TextsTaken;
  /** What the next run begins with; missing in runs that kept nothing. */
  readonly kept?: KeptTexts;
  /** Texts that differ after folding, of all fields, and pairs of them that this run compared. */
  readonly classes: number;
  readonly candidates: number;
  readonly capped: readonly CappedBucket[];
  /** By rule family: clues, applications that an exception left alone, and those that could not be judged. */
  readonly families: readonly FamilyReport[];
  /** Applications without a filing day, for which there is no rule. */
  readonly undated: number;
  readonly pairs: number;
  readonly groups: number;
  readonly clues: number;
  /** What changed of the pairs since an earlier run wrote those of `segments`; left out: nothing. */
  readonly pairsSince?: readonly PairPart[];
  readonly segments: {
    /** A row a clue, by its application. */
    readonly clues: Segment;
    /** Two rows a pair, each by one of the applications, which names the other nowhere. */
    readonly pairs: Segment;
    /** A row a member of a group. */
    readonly groups: Segment;
  };
}

/** The pairs of a run as they lie in the lake. */
export function pairsOfRun({ segments, pairsSince = [] }: ScreeningRun): WrittenPairs {
  return { segment: segments.pairs, since: pairsSince };
}

export function segmentsOfRun(run: ScreeningRun): Segment[] {
  const { segments, facts } = run;
  const { rows, gone } = segmentsOfPairs(pairsOfRun(run));
  return [segments.clues, ...rows, ...gone, segments.groups, ...(facts === null ? [] : [facts.decisions])];
}
