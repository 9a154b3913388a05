import type { Place } from '@zhiheng/vocabulary';
import type { Constant } from './expression.js';

/** Words with a meaning of their own; no column of the same name can be reached. */
export const keywords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'between',
  'is',
  'matches',
  'null',
  'true',
  'false',
]);

/** Longer signs stand before the signs they begin with. */
export const signs = ['!=', '<=', '>=', '=', '<', '>', '(', ')', ',', '+', '-'] as const;

/** One token (`parameter`: a name with `$` before it); `source` is the text as it stood, and empty at the end. */
export type Token =
  | { readonly kind: 'word' | 'parameter' | 'sign' | 'end'; readonly source: string; readonly place: Place }
  | { readonly kind: 'literal'; readonly source: string; readonly place: Place; readonly constant: Constant };

/** How a fault names the token. */
export function describeToken(token: Token): string {
  return token.kind === 'end' ? 'the end of the expression' : token.source;
}
