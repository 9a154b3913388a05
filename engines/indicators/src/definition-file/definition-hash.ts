import { canonicalHash } from '@zhiheng/vocabulary/canonical';

/** What of a definition leaves its figures as they are. */
const withoutEffect = new Set([
  'id',
  'names',
  'summary',
  'unit',
  'decimals',
  'better',
  'source',
  'provisional',
  'traps',
  'file',
  'text',
]);

/**
 * SHA-256 over what changes the figure and nothing else: kind, table, condition, dates, clock, attribution, breakdowns,
 * published series. The condition must come in its canonical writing, so that blanks and brackets do not count.
 */
export function definitionHash(content: object): string {
  return canonicalHash(Object.fromEntries(Object.entries(content).filter(([key]) => !withoutEffect.has(key))));
}
