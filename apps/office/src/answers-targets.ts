import type { LimitStanding, ProposedChange, TargetChange, TargetKind } from '@zhiheng/programme';
import type { LocalizedText, UnitId } from '@zhiheng/vocabulary';

/** `GET /api/target-changes`, `target proposals`: a limit that waits for a second person, or what became of it. */
export interface TargetProposalRow extends ProposedChange {
  /** `PROGRAMME.TARGET.NUMBER`, of a region `PROGRAMME.TARGET@AREA.NUMBER`. */
  readonly id: string;
  readonly names: LocalizedText;
  readonly unit: UnitId | null;
  /** Null where its target has gone from the programme. */
  readonly kind: TargetKind | null;
  /** Of the region; null where it is the programme's own target. */
  readonly areaNames: LocalizedText | null;
  /** What holds on its first day without it; null: nothing is set for the region. */
  readonly before: number | null;
  readonly reason: string;
  readonly state: string;
  /** To be named by whoever acts. */
  readonly version: number;
  readonly proposedBy: string;
  readonly proposedAt: string;
  /** What whoever asks could do: `accept`, `return`, `withdraw`. */
  readonly acts: readonly string[];
}

/** Who made a change; null for a visitor, who is told no names of accounts. */
export interface ToldChange extends Pick<TargetChange, 'id' | 'proposedAt' | 'acceptedAt'> {
  readonly proposedBy: string | null;
  readonly acceptedBy: string | null;
}

export interface ToldStanding extends Omit<LimitStanding, 'change'> {
  readonly change: ToldChange | null;
}

/** `GET /api/programmes/:id/targets/:target/history`, `target history PROGRAMME TARGET`: every limit that it had, the earliest first. */
export interface TargetHistoryAnswer {
  readonly target: string;
  readonly names: LocalizedText;
  readonly unit: UnitId | null;
  readonly area: string | null;
  readonly standings: readonly ToldStanding[];
  /** What whoever asks could propose: `revise` the programme's own target, `overlay` it for regions, in some areas at least. */
  readonly acts: readonly ('revise' | 'overlay')[];
  /** Regions for which whoever asks could propose; null: all. */
  readonly areas: readonly string[] | null;
}
