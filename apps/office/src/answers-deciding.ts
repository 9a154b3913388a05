import type { AreaReading, Evidence, RulingAct, UnresolvedAddress } from '@zhiheng/records';
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

/** A party of a release, or an id that a merge left behind. Names are masked as the scope says. */
export interface PartyRow {
  readonly party: string;
  /** The name most used; the pseudonym of a person; null for an alias. */
  readonly name: string | null;
  readonly creditCode: string | null;
  readonly holderType: string | null;
  readonly area: NamedArea;
  readonly records: number;
  /** Distinct ways in which records tell it. */
  readonly names: number;
  readonly aliasOf: string | null;
}

/** `GET /api/parties?words=&limit=&after=`: those of most records first. */
export interface PartiesAnswer {
  /** The newest release; null before the first, and then there are no parties. */
  readonly release: string | null;
  readonly total: number;
  readonly rows: readonly PartyRow[];
  readonly next: string | null;
}

/** Two parties that may be the same, or are connected, with what speaks for it. Details are left out where names are masked. */
export interface PartyPairRow {
  readonly a: PartyRow;
  readonly b: PartyRow;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A record that a party holds or held. */
export interface PartyRecord {
  readonly id: string;
  readonly title: string | null;
  /** False where it held it once. */
  readonly present: boolean;
}

/** `GET /api/parties/:party`; an alias gives the party it stands for. */
export interface PartyAnswer {
  readonly release: string;
  readonly party: PartyRow;
  /** Ids that merges left behind. */
  readonly aliases: readonly string[];
  /** The ways in which records tell it; at most a hundred. */
  readonly names: readonly {
    readonly name: string | null;
    readonly creditCode: string | null;
    readonly country: string | null;
    readonly area: string;
    readonly rows: number;
  }[];
  readonly related: readonly (Omit<PartyPairRow, 'a' | 'b'> & {
    readonly other: PartyRow;
    readonly relation: string;
  })[];
  readonly rulings: readonly PartyRulingRow[];
  /** A page of records, by id; empty where names are masked. */
  readonly records: readonly PartyRecord[];
  readonly next: string | null;
}

/** `GET /api/parties/review`: pairs that wait for somebody to decide, the likeliest first. */
export interface PartyReviewAnswer {
  readonly release: string | null;
  /** Pairs that wait. */
  readonly open: number;
  readonly rows: readonly PartyPairRow[];
  readonly next: string | null;
}

/** What was decided about two parties: `a` is merged into `b`, or both are held apart. */
export interface PartyRulingRow extends RuledRow {
  readonly kind: 'merge' | 'apart';
  readonly a: string;
  readonly b: string;
  /** As the newest release has them; null where it does not. */
  readonly parties: readonly [PartyRow | null, PartyRow | null];
}

/** `GET /api/parties/decided`: the newest first. */
export interface PartyDecidedAnswer {
  readonly total: number;
  readonly rows: readonly PartyRulingRow[];
  readonly next: string | null;
  readonly nextRelease: NextRelease;
}
