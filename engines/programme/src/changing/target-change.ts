import type { Instance } from '@zhiheng/acts';
import type { Day } from '@zhiheng/vocabulary';

/** A limit that somebody would set within the year: of the programme's own target, or of a region's. */
export interface ProposedChange {
  readonly programme: string;
  readonly target: string;
  /** Null: the programme's own. */
  readonly area: string | null;
  /** In the target's unit: of a growth 0.10 for 10 %. */
  readonly limit: number;
  /** The day by which it is to be reached; null: as before. */
  readonly due: Day | null;
  /** The first day on which it holds. */
  readonly from: Day;
  /** Number of the document that says so; null: none was named. */
  readonly source: string | null;
}

/** One on its way. */
export interface ChangeProposal extends ProposedChange {
  /** `PROGRAMME.TARGET.NUMBER`, of a region `PROGRAMME.TARGET@AREA.NUMBER`. */
  readonly id: string;
  readonly reason: string;
  readonly state: string;
  /** Counts the acts; whoever acts names the version that they looked at. */
  readonly version: number;
  readonly history: Instance['history'];
}

/** One that a second person accepted; times are ISO 8601 in UTC. */
export interface TargetChange extends ProposedChange {
  readonly id: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string;
  /** Number of the act in the ledger that accepted it. */
  readonly act: number;
}
