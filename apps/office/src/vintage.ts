import type { Definition } from '@zhiheng/indicators';
import type { Segment } from '@zhiheng/lake';
import type { CoverageEntry, Dataset } from '@zhiheng/vocabulary';

/** One indicator within a vintage: the definition it was computed by, and its observations. */
export interface VintageIndicator {
  /** Hash of the definition's closure. */
  readonly hash: string;
  readonly definition: Definition;
  /** Computed observations; null for a reported series. */
  readonly observations: Segment | null;
}

/** Figures as of one release, ledger position and effective date, with the definitions and reference they rest on. */
export interface Vintage {
  readonly format: 'zhiheng-vintage/1';
  readonly name: string;
  readonly createdAt: string;
  readonly release: string;
  readonly releaseHash: string;
  readonly effective: string;
  readonly ledgerPosition: number;
  /** Hashes of the reference files the figures rest on. */
  readonly reference: Readonly<Record<string, string>>;
  readonly compiler: string;
  readonly coverage: readonly CoverageEntry[];
  /** Offices and datasets with records or coverage. */
  readonly datasets: readonly { readonly office: string; readonly dataset: Dataset }[];
  readonly indicators: readonly VintageIndicator[];
}
