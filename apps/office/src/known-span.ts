import type { CoverageEntry, CoverageTable, Day } from '@zhiheng/vocabulary';

/** The first and the last day that a release's coverage of a table speaks of; without coverage, the day the release was made. */
export function knownSpan(
  release: { readonly coverage: readonly CoverageEntry[]; readonly createdAt: string },
  of: CoverageTable = 'patents',
): {
  from: Day;
  until: Day;
} {
  const made = release.createdAt.slice(0, 10);
  const coverage = release.coverage.filter(({ table }) => table === of);
  const firsts = coverage.map((entry) => entry.from).sort();
  const lasts = coverage.map((entry) => entry.to).sort();
  return { from: firsts[0] ?? made, until: lasts.at(-1) ?? made };
}
