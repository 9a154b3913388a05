import { type Breakdown, isKind, type Kind, kinds, nearestWord, UserFault } from '@zhiheng/vocabulary';
import type { Definition } from '../definition.js';

/** Which parts are asked for: the total, one kind, or every kind. */
export type BreakdownWish =
  | { readonly parts: 'total' }
  | { readonly parts: 'every-kind' }
  | { readonly parts: 'one-kind'; readonly kind: Kind };

/** Reads `kind` or `kind=invention`; throws `breakdown-wrong` when the definition has no such breakdown. */
export function readBreakdown(by: string | null | undefined, definition: Definition): BreakdownWish {
  if (by === null || by === undefined || by === '') return { parts: 'total' };
  const [column = '', value] = by.split('=', 2);
  const known = breakdownsOf(definition);
  if (!known.includes(column)) throw fault(by, known.length === 0 ? 'no breakdown' : known.join(', '), column, known);
  if (value === undefined) return { parts: 'every-kind' };
  if (!isKind(value)) throw fault(by, kinds.map((kind) => `kind=${kind}`).join(', '), value, kinds);
  return { parts: 'one-kind', kind: value };
}

/** Does a published or computed breakdown answer the wish? */
export function answersWish(breakdown: Breakdown, wish: BreakdownWish): boolean {
  const columns = Object.keys(breakdown);
  if (wish.parts === 'total') return columns.length === 0;
  if (columns.length !== 1) return false;
  return wish.parts === 'every-kind' ? breakdown.kind !== undefined : breakdown.kind === wish.kind;
}

function breakdownsOf(definition: Definition): readonly string[] {
  const published = definition.published.flatMap((series) => Object.keys(series.breakdown));
  const named = [...('breakdowns' in definition ? definition.breakdowns.flat() : []), ...published];
  return named.includes('kind') ? ['kind'] : [];
}

function fault(found: string, expected: string, word: string, candidates: readonly string[]): UserFault {
  const near = nearestWord(word, candidates);
  return new UserFault('breakdown-wrong', { found, expected, ...(near === null ? {} : { didYouMean: near }) });
}
