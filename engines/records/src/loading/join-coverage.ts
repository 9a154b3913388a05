import { type CoverageEntry, canonicalText } from '@zhiheng/vocabulary';

/** Coverage known before with what a load adds; what says the same stands once. */
export function joinCoverage(before: readonly CoverageEntry[], added: readonly CoverageEntry[]): CoverageEntry[] {
  const entries = new Map<string, CoverageEntry>();
  for (const entry of [...before, ...added]) entries.set(canonicalText(entry), entry);
  return [...entries.values()];
}
