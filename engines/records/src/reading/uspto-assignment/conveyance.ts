import type { EventKind } from '@zhiheng/vocabulary';

/** What a deed does, folded from its conveyance text. */
export type ConveyanceKind =
  | 'assignment'
  | 'security_interest'
  | 'release'
  | 'licence'
  | 'merger'
  | 'name_change'
  | 'other';

export interface Conveyance {
  readonly kind: ConveyanceKind;
  /** The words that tell the act; those of a corrective deed leave out which recording it corrects. */
  readonly act: string;
  /** The deed corrects one that is already recorded: it tells again what that one did. */
  readonly corrects: boolean;
}

const security = /\bSECURITY\b|\bSECURED\b|\bLIENS?\b|\bMORTGAGES?\b|\bPLEDGES?\b|\bCOLLATERAL\b|\bHYPOTHEC/;
const ended = /\bTERMINAT|\bDISCHARG|\bSATISFACTION\b|\bRECONVEY/;
const released = /\bRELEAS/;
const licensed = /\b(?:SUB)?LICEN[CS]/;
/** The secured party hands its interest on: no right changes hands, none is pledged anew. */
const handedOn =
  /\bASSIGNMENT(?: AND ASSUMPTION)? OF (?:(?:THE|PATENTS?|TRADEMARKS?|COPYRIGHTS?|INTELLECTUAL|PROPERTY|IP|AND) )*(?:SECURITY (?:INTERESTS?|AGREEMENTS?)|LIENS?|MORTGAGES?)\b/;

/**
 * Folds a conveyance text: `SECURITY INTEREST (SEE DOCUMENT FOR DETAILS).` → `security_interest`. A corrective deed has
 * the kind of what it confirms; a text that tells none of the known acts, or is null, is `other`.
 */
export function conveyanceOf(text: string | null): Conveyance {
  const words = (text ?? '').normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ' ');
  const corrects = /\bCORRECTIVE\b|\bTO CORRECT\b|\bCORRECTION\b/.test(words);
  const confirmed = corrects ? (/\bCONFIRMS? (?:THE )?(.+)$/.exec(words)?.[1] ?? null) : null;
  const act = confirmed === null || kindOf(confirmed) === 'other' ? words : confirmed;
  return { kind: kindOf(act), act, corrects };
}

function kindOf(words: string): ConveyanceKind {
  if (licensed.test(words)) return ended.test(words) || released.test(words) ? 'other' : 'licence';
  if (released.test(words) || (ended.test(words) && security.test(words))) return 'release';
  if (handedOn.test(words)) return 'other';
  if (security.test(words)) return 'security_interest';
  if (/\bMERGERS?\b|\bMERGED\b/.test(words)) return 'merger';
  if (/\bCHANGE OF (?:\w+ )?NAME\b|\bNAME CHANGE\b/.test(words)) return 'name_change';
  return /\bASSIGNMENTS?\b|\bASSIGNS?\b/.test(words) ? 'assignment' : 'other';
}

const eventOfKind: Readonly<Record<ConveyanceKind, EventKind>> = {
  assignment: 'transfer',
  merger: 'transfer',
  security_interest: 'pledge',
  release: 'pledge_release',
  licence: 'licence',
  name_change: 'other',
  other: 'other',
};

/** The event that a deed is for each right; a correction is `other`, so that nothing happens twice. */
export function eventOf({ kind, corrects }: Conveyance): EventKind {
  return corrects ? 'other' : eventOfKind[kind];
}
