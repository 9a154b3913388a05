/** What a session over records may see. Rights make it from the acting person; a session never opens without one. */
export interface Scope {
  /** Areas whose records are visible, as GB/T 2260 codes: a province means its cities and counties too. */
  readonly areas: 'everywhere' | readonly string[];
  /** Whether names and addresses of holders are shown as they are. */
  readonly personal: 'plain' | 'masked';
}

/** True when nothing is withheld or masked. */
export function seesEverything({ areas, personal }: Scope): boolean {
  return areas === 'everywhere' && personal === 'plain';
}

/** A name for what a scope shows: scopes of one name show the same. */
export function scopeName({ areas, personal }: Scope): string {
  return `${personal} ${areas === 'everywhere' ? areas : `[${[...new Set(areas)].sort().join(' ')}]`}`;
}

/** For work that makes figures of all records and gives no record out: loading, freezing, computing. */
export const wholeOffice: Scope = { areas: 'everywhere', personal: 'plain' };
