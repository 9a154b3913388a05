/** What people are in an office; rights are given to roles, never to persons. */
export const roles = [
  'planner',
  'statistician',
  'screener',
  'decider',
  'reviewer',
  'case-officer',
  'region',
  'auditor',
  'administrator',
  'public',
] as const;

export type Role = (typeof roles)[number];

/** Where an act comes from: a page, the command line, an API key or a job; the network address where one is known. */
export interface Surface {
  readonly kind: 'page' | 'command' | 'key' | 'job';
  readonly address: string | null;
}

/** Whoever acts, as rights see them. */
export interface Actor {
  /** `account:ID`, `local:NAME` (the named local operator, never accepted as a second person), or `public`. */
  readonly person: string;
  readonly kind: 'account' | 'operator' | 'visitor';
  /** Null for operator and visitor. */
  readonly account: string | null;
  /** Null for operator and visitor. */
  readonly organisation: string | null;
  readonly roles: readonly Role[];
  /** Areas whose records may be seen, as GB/T 2260 codes: a province means its cities and counties too. */
  readonly areas: 'everywhere' | readonly string[];
  /** The account in whose place this one acts at present; null when in none's. */
  readonly onBehalfOf: string | null;
  readonly surface: Surface;
  /** The permissions that an API key is narrowed to; null for no narrowing. */
  readonly keyScope: readonly string[] | null;
}

/** A visitor who has not signed in. */
export function visitor(address: string | null): Actor {
  return {
    person: 'public',
    kind: 'visitor',
    account: null,
    organisation: null,
    roles: ['public'],
    areas: [],
    onBehalfOf: null,
    surface: { kind: 'page', address },
    keyScope: null,
  };
}

/** The named local operator: whoever may read the office folder itself. */
export function localOperator(name: string, surface: Surface['kind'] = 'command'): Actor {
  return {
    person: `local:${name}`,
    kind: 'operator',
    account: null,
    organisation: null,
    roles: [],
    areas: 'everywhere',
    onBehalfOf: null,
    surface: { kind: surface, address: null },
    keyScope: null,
  };
}
