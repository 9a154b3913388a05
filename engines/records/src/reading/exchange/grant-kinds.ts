import type { Day } from '@zhiheng/vocabulary';

/** What a publication kind says of a grant. */
export interface GrantSign {
  readonly granted: boolean;
  /** False for publications of a right granted earlier: corrections, amended specifications, certificates. */
  readonly onItsDay: boolean;
}

interface GrantRule {
  /** Kinds by their start; the longest that fits wins. */
  readonly kinds: readonly string[];
  readonly since?: Day;
  readonly before?: Day;
  readonly sign: keyof typeof signs;
  /** Form of the publication number, where one kind means two things. */
  readonly number?: RegExp;
}

const signs = {
  grant: { granted: true, onItsDay: true },
  later: { granted: true, onItsDay: false },
  none: { granted: false, onItsDay: false },
} as const satisfies Record<string, GrantSign>;

const everywhere: readonly GrantRule[] = [
  { kinds: ['B8', 'B9', 'C8', 'C9', 'Y8', 'Y9'], sign: 'later' },
  { kinds: ['B', 'C'], sign: 'grant' },
];

/**
 * Offices that depart from "B and C are grants". Provisional: made from the published use of ST.16 codes, and used only
 * where a file does not say itself whether a publication came with the grant. In doubt a publication is none.
 */
const offices: Readonly<Record<string, readonly GrantRule[]>> = {
  EP: [{ kinds: ['B2', 'B3'], sign: 'later' }],
  WO: [{ kinds: [''], sign: 'none' }],
  US: [
    { kinds: ['A'], before: '2001-01-02', sign: 'grant' },
    { kinds: ['B', 'C'], before: '2001-01-02', sign: 'later' },
    { kinds: ['C', 'F', 'J', 'K', 'O'], sign: 'later' },
    { kinds: ['E', 'S', 'P2', 'P3'], sign: 'grant' },
    { kinds: ['P'], before: '2001-01-02', sign: 'grant' },
  ],
  CN: [
    { kinds: ['B'], before: '1993-01-01', sign: 'none' },
    { kinds: ['U', 'S'], since: '1993-01-01', sign: 'grant' },
    { kinds: ['Y', 'D'], sign: 'grant' },
    { kinds: ['U8', 'U9', 'S8', 'S9'], sign: 'later' },
  ],
  DE: [
    { kinds: ['B', 'B1', 'B2'], before: '2004-01-01', sign: 'none' },
    { kinds: ['U', 'C3', 'C5'], sign: 'later' },
  ],
  JP: [
    { kinds: ['B'], before: '1996-05-29', sign: 'none' },
    { kinds: ['Y'], since: '1996-05-29', sign: 'grant' },
    { kinds: ['S'], sign: 'grant' },
  ],
  KR: [
    { kinds: ['B', 'Y'], sign: 'none' },
    { kinds: ['B', 'Y'], number: /^[12]0\d{7}$/, sign: 'grant' },
  ],
  TW: [
    { kinds: ['B'], before: '2004-07-01', sign: 'none' },
    { kinds: ['U'], since: '2004-07-01', sign: 'grant' },
  ],
  AU: [{ kinds: ['B', 'C'], sign: 'none' }],
  AP: [
    { kinds: ['A'], sign: 'grant' },
    { kinds: ['A0'], sign: 'none' },
  ],
  CA: [{ kinds: ['A'], before: '1989-10-01', sign: 'grant' }],
  CH: [{ kinds: ['A5'], sign: 'grant' }],
  RU: [{ kinds: ['U1'], sign: 'grant' }],
  NL: [{ kinds: ['B'], before: '1996-01-01', sign: 'none' }],
  ...Object.fromEntries(
    ['SE', 'DK', 'FI', 'NO'].map((office) => [office, [{ kinds: ['B'], before: '1998-01-01', sign: 'none' } as const]]),
  ),
};

/** Whether a publication is of a granted right, by its kind. */
export function grantSign(country: string, kind: string | null, on: Day | null, number: string): GrantSign {
  const code = kind?.toUpperCase() ?? '';
  return signs[findRule(offices[country] ?? [], code, on, number) ?? findRule(everywhere, code, on, number) ?? 'none'];
}

function findRule(rules: readonly GrantRule[], code: string, on: Day | null, number: string): GrantRule['sign'] | null {
  let best: { length: number; sign: GrantRule['sign'] } | null = null;
  for (const rule of rules) {
    if (rule.number !== undefined && !rule.number.test(number)) continue;
    if (rule.since !== undefined && (on === null || on < rule.since)) continue;
    if (rule.before !== undefined && (on === null || on >= rule.before)) continue;
    const fitting = rule.kinds.filter((start) => code.startsWith(start)).map((start) => start.length);
    const length = fitting.length === 0 ? -1 : Math.max(...fitting);
    if (length >= (best?.length ?? 0)) best = { length, sign: rule.sign };
  }
  return best?.sign ?? null;
}
