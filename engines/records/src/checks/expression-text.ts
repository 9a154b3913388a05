import { printSource } from '@zhiheng/expressions';
import type { Check } from './check.js';

/** The expression that a check of single rows asks, as text; null for the other kinds. */
export function expressionText(check: Check): string | null {
  return check.kind === 'row' ? printSource(check.expression) : null;
}
