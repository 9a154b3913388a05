import type { AreaReading, RulingAct, UnresolvedAddress } from '@zhiheng/records';
import type { LocalizedText } from '@zhiheng/vocabulary';

/** An area with its name and those of the areas it lies in, the largest first. */
export interface NamedArea {
  readonly area: string;
  readonly names: LocalizedText;
}

/** An area that an address may mean, with what speaks for it. */
export interface AreaCandidate extends NamedArea {
  /** Where its name stands in `text`; null where it stands under another name, or nowhere. */
  readonly found: { readonly start: number; readonly end: number } | null;
  /** Records in which holders of this address stand in this area. */
  readonly elsewhere: number;
}

/** `GET /api/areas/unresolved`: one distinct address. What a scope masks is null or empty. */
export interface UnresolvedRow extends Omit<UnresolvedAddress, 'address' | 'area' | 'candidates'> {
  readonly address: string | null;
  /** The area that its records are counted for. */
  readonly counted: NamedArea;
  /** The address as it was read, to which positions refer. */
  readonly text: string | null;
  readonly evidence: AreaReading['evidence'];
  readonly candidates: readonly AreaCandidate[];
  /** The area that most speaks for; null where nothing does more than for another. */
  readonly suggested: NamedArea | null;
  /** Other open addresses with the same candidates; 0 where there are none to choose between. */
  readonly alike: number;
}

/** `GET /api/areas/unresolved`: those of most records first; `next` is the `after` of the page behind. */
export interface UnresolvedAnswer {
  /** Open addresses, and the records they stand in, whatever is asked for. */
  readonly open: number;
  readonly records: number;
  /** Addresses that are asked for. */
  readonly matching: number;
  readonly rows: readonly UnresolvedRow[];
  readonly next: string | null;
}

/** Whether releases have a ruling: the newest has it; the next will; the next will no longer; none ever had it. */
export type RulingStanding = 'in-release' | 'in-next' | 'leaves-next' | 'past';

/** What was decided, by whom and why, and what became of it. */
export interface RuledRow {
  readonly made: RulingAct;
  readonly undone: RulingAct | null;
  readonly standing: RulingStanding;
}

/** `GET /api/areas/settled`: one settled address. */
export interface SettledRow extends RuledRow {
  readonly id: string;
  /** Null where a scope masks it. */
  readonly address: string | null;
  readonly country: string | null;
  readonly settled: NamedArea;
  /** Records of it in what is loaded now. */
  readonly records: number;
}

/** The rulings that the next release takes in or leaves out, against the newest. */
export interface NextRelease {
  readonly newest: string | null;
  readonly taken: number;
  readonly left: number;
  /** Records concerned, as they are loaded now. */
  readonly records: number;
}

/** `GET /api/areas/settled`: the newest first. */
export interface SettledAnswer {
  readonly total: number;
  readonly rows: readonly SettledRow[];
  readonly next: string | null;
  readonly nextRelease: NextRelease;
}
