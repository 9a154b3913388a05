import type { Ruling } from './ruling.js';

/** What people decided about who and where, as it stood at a position of the ledger; a release applies it. */
export interface ResolutionExtract {
  /** Number of the last act taken in. */
  readonly ledgerPosition: number;
  readonly areas: readonly {
    readonly address: string;
    readonly country: string | null;
    readonly area: string;
    readonly act: number;
  }[];
  readonly merges: readonly { readonly party: string; readonly into: string; readonly act: number }[];
  readonly apart: readonly { readonly a: string; readonly b: string; readonly act: number }[];
}

/** The rulings that stood once the act of number `ledgerPosition` was done, by act. */
export function extractOf(rulings: readonly Ruling[], ledgerPosition: number): ResolutionExtract {
  const stood = rulings
    .filter(({ made, undone }) => made.act <= ledgerPosition && (undone === null || undone.act > ledgerPosition))
    .toSorted((a, b) => a.made.act - b.made.act);
  return {
    ledgerPosition,
    areas: stood.flatMap((one) => (one.kind === 'area' ? [{ ...one.content, act: one.made.act }] : [])),
    merges: stood.flatMap((one) => (one.kind === 'merge' ? [{ ...one.content, act: one.made.act }] : [])),
    apart: stood.flatMap((one) => (one.kind === 'apart' ? [{ ...one.content, act: one.made.act }] : [])),
  };
}
