import type { Release, Segment } from '@zhiheng/lake';

/** What people decided, as far as a vintage rests on it. */
export interface VintageFacts {
  /** Rows of `patent_decisions`. */
  readonly decisions: Segment;
  /** Hash of the policy of deductions that made them. */
  readonly policy: string;
  /** Number of the last act that is in. */
  readonly position: number;
}

/** A release with what people decided: sessions show it as one more table. */
export function withFacts(release: Release, facts: VintageFacts | null | undefined): Release {
  if (facts === null || facts === undefined) return release;
  const { decisions } = facts;
  // It belongs to no load: that of the release tells how its columns are read.
  const segments = [{ ...decisions, revision: release.revision + 1 }];
  const table = { segments, replaced: [], history: [], rows: decisions.rows };
  return { ...release, tables: { ...release.tables, patent_decisions: table } };
}
