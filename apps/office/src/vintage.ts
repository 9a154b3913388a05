import type { Definition } from '@zhiheng/indicators';
import type { Segment } from '@zhiheng/lake';
import type { CoverageEntry, Dataset } from '@zhiheng/vocabulary';
import { type KeptConcordance, type TagSegment, tagSegments } from './classification/vintage-tags.js';
import type { VintageFacts } from './decisions/vintage-facts.js';
import { type StoredSet, segmentsOfSet } from './stored-set.js';

/** One indicator within a vintage: the definition it was computed by, and its observations. */
export interface VintageIndicator {
  /** Hash of the definition's closure. */
  readonly hash: string;
  readonly definition: Definition;
  /** Computed observations; null for a reported series. */
  readonly observations: StoredSet | Segment | null;
}

/**
 * What the observations of some indicators were counted from and open by: a row a record, with a bit for each test. Beside it stand
 * stages of conditions, where a definition asks for them; those of earlier versions have parties of holders beside it too (`admission_party`).
 */
export interface VintageAdmission {
  /** Canonical texts of the tests, by the numbers of their bits. */
  readonly tests: readonly string[];
  /** Hashes of the definitions that it serves. */
  readonly definitions: readonly string[];
  /** Segments by the name of their relation; rows of a later one take the place of those of the same record in earlier ones. */
  readonly parts: Readonly<Record<string, readonly Segment[]>>;
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
  /** What people decided about applications; null where nothing was decided, missing in vintages made before anything could be. */
  readonly facts?: VintageFacts | null;
  /** Missing in vintages made before there were any; their figures open by asking the records anew. */
  readonly admissions?: readonly VintageAdmission[];
  /** The concordance tables that its definitions ask; left out: none. */
  readonly concordances?: readonly KeptConcordance[];
  /** The codes that they give the records. */
  readonly tags?: readonly TagSegment[];
}

/** The admission that serves a definition; null where none was kept. */
export function admissionFor(vintage: Vintage, definition: { readonly hash: string }): VintageAdmission | null {
  return vintage.admissions?.find(({ definitions }) => definitions.includes(definition.hash)) ?? null;
}

/** Whether an admission has what openings read beside it: those of earlier versions do not. */
export function hasCards({ parts }: VintageAdmission): boolean {
  return parts.record_card !== undefined;
}

/** Every segment of a vintage that belongs to its records: admissions, and codes of concordance tables. */
export function segmentsOfRecords(vintage: Pick<Vintage, 'admissions' | 'tags'>): Segment[] {
  const { admissions = [] } = vintage;
  return [...admissions.flatMap(({ parts }) => Object.values(parts).flat()), ...tagSegments(vintage)];
}

/** Every segment that a vintage names: its observations, its admissions, codes of records, and what people decided. */
export function vintageSegments(vintage: Vintage): Segment[] {
  const facts = vintage.facts ?? null;
  return [
    ...segmentsOfRecords(vintage),
    ...vintage.indicators.flatMap(({ observations }) => segmentsOfSet(observations)),
    ...(facts === null ? [] : [facts.decisions]),
  ];
}
