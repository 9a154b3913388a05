/** What a person decides: where an address lies, that two parties are one, that they are two. */
export type RulingKind = 'area' | 'merge' | 'apart';

/** An address of a holder, as files state it, lies in an area. */
export interface AreaContent {
  readonly address: string;
  readonly country: string | null;
  readonly area: string;
}

/** `party` is known under `into` from the next release on; its id stays as an alias. */
export interface MergeContent {
  readonly party: string;
  readonly into: string;
}

/** Two parties that look alike and are two. */
export interface ApartContent {
  readonly a: string;
  readonly b: string;
}

interface Contents {
  readonly area: AreaContent;
  readonly merge: MergeContent;
  readonly apart: ApartContent;
}

/** One thing to decide. `subject`: what it is about, of which one ruling stands at a time. */
export type NewRuling<Kind extends RulingKind = RulingKind> = {
  readonly [One in Kind]: { readonly kind: One; readonly subject: string; readonly content: Contents[One] };
}[Kind];

/** Who did something, when (ISO 8601, UTC) and why, and the number of the act. */
export interface RulingAct {
  readonly act: number;
  readonly person: string;
  readonly onBehalfOf: string | null;
  readonly time: string;
  readonly reason: string;
}

/** What was decided, by which act; `undone` by which act, null while it stands. */
export type Ruling<Kind extends RulingKind = RulingKind> = NewRuling<Kind> & {
  readonly made: RulingAct;
  readonly undone: RulingAct | null;
};

/** The subject of a ruling over two parties, in whatever order they are named. */
export function pairOf(a: string, b: string): string {
  return [a, b].sort().join('~');
}
