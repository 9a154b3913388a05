import type { ResolutionExtract } from '../resolution/resolution-extract.js';
import type { Ruling } from './ruling.js';

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
