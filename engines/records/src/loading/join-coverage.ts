import type { CoverageEntry } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';

/** Coverage known before with what a load adds; what says the same stands once. */
export function joinCoverage(before: readonly CoverageEntry[], added: readonly CoverageEntry[]): CoverageEntry[] {
  const entries = new Map<string, CoverageEntry>();
  for (const entry of [...before, ...added]) entries.set(canonicalText(entry), entry);
  return [...entries.values()];
}
