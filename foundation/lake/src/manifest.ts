import type { CoverageEntry } from '@zhiheng/vocabulary';

/** A read-only file of rows of one table. */
export interface Segment {
  readonly sha256: string;
  readonly rows: number;
  readonly bytes: number;
  /** Number of the load that wrote it. */
  readonly revision: number;
}

/**
 * One table: its segments, and lists of `(id, revision)` whose rows in them are no longer the current state.
 * So a load costs what it brings: nothing that lies in the lake is written again.
 */
export interface TableSegments {
  readonly segments: readonly Segment[];
  readonly replaced: readonly Segment[];
  /** Rows of states that were never current here: older than what was already loaded, or overtaken in the same load. */
  readonly history: readonly Segment[];
  /** Current rows. */
  readonly rows: number;
  /**
   * In releases: rows that stand otherwise there than they were loaded, for what people decided. `segments` hold them whole,
   * `replaced` lists the `(id, revision)` whose loaded rows they take the place of.
   */
  readonly restated?: { readonly segments: readonly Segment[]; readonly replaced: readonly Segment[] };
}

/** A file that was loaded, with its sum. */
export interface SourceFile {
  readonly path: string;
  readonly format: string;
  readonly sha256: string;
  /** SHA-256 of the mapping it was read by; null without one. */
  readonly mapping: string | null;
  /** Hash of the JSON object that keeps what the file was read by; missing where it was read by nothing but its content. */
  readonly reading?: string;
  readonly bytes: number;
  readonly revision: number;
  readonly read: number;
  readonly loaded: number;
  readonly replaced: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
}

/** A text that a person wrote to have a file read: its name as given and its content. */
export interface KeptText {
  readonly path: string;
  readonly text: string;
}

/** What a file was read by, kept so that a record of it can be put right and read again the same way. */
export interface KeptReading {
  readonly format: 'zhiheng-reading/1';
  readonly mapping: KeptText | null;
  readonly covers: KeptText | null;
}

/** All records loaded so far, as of one load. */
export interface Holdings {
  readonly format: 'zhiheng-holdings/1';
  readonly schemaVersion: number;
  readonly revision: number;
  readonly tables: Readonly<Record<string, TableSegments>>;
  readonly coverage: readonly CoverageEntry[];
  readonly sources: readonly SourceFile[];
  readonly quarantine: readonly Segment[];
  /** Revision up to which segments lack columns that later versions added; left out: none does. */
  readonly earlierUntil?: number;
}

/** Holdings frozen under a name. */
export interface Release {
  readonly format: 'zhiheng-release/1';
  readonly schemaVersion: number;
  readonly name: string;
  readonly createdAt: string;
  readonly revision: number;
  readonly tables: Readonly<Record<string, TableSegments>>;
  readonly coverage: readonly CoverageEntry[];
  readonly sources: readonly SourceFile[];
  /** What people decided about who and where, as far as it is applied here; missing in releases that know none. */
  readonly resolution?: ReleaseResolution;
  /** Revision up to which segments lack columns that later versions added; left out: none does. */
  readonly earlierUntil?: number;
}

/** How the holders of a release were resolved. Its tables of parties lie among the others. */
export interface ReleaseResolution {
  /** Number of the last act whose decisions are in. */
  readonly ledgerPosition: number;
  /** Which resolution of the office this is, from 1: the registry of keys counts in it. */
  readonly number?: number;
  /** Hash of what it was made from: the same with the release before means the same tables. */
  readonly inputs?: string;
  /** What it did, in numbers: joins, open pairs, what was too common to bring pairs. */
  readonly report?: Readonly<Record<string, unknown>>;
}

/**
 * Of the canonical tables. 2: legal events and families told by exchange data stand under statements of their own; in 1
 * they stood on the record of the patent. 3: holders have a credit code and a type, texts an English title, patents people.
 * 4: deeds have a fee rate and an industry.
 */
export const schemaVersion = 4;

export const emptyHoldings: Holdings = {
  format: 'zhiheng-holdings/1',
  schemaVersion,
  revision: 0,
  tables: {},
  coverage: [],
  sources: [],
  quarantine: [],
};

/** The revision up to which segments lack columns of today's tables; -1 for none. */
export function earlierUntil(manifest: Holdings | Release): number {
  return manifest.schemaVersion < schemaVersion ? manifest.revision : (manifest.earlierUntil ?? -1);
}

/** Every segment a manifest names, each once. */
export function segmentsOf(manifest: Holdings | Release): Segment[] {
  const all = Object.values(manifest.tables).flatMap((table) => [
    ...table.segments,
    ...table.replaced,
    ...table.history,
    ...(table.restated?.segments ?? []),
    ...(table.restated?.replaced ?? []),
  ]);
  if (manifest.format === 'zhiheng-holdings/1') all.push(...manifest.quarantine);
  return [...new Map(all.map((segment) => [segment.sha256, segment])).values()];
}
