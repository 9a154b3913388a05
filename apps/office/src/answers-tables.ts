import type { FilledTable, TableDefinition, TableMetadata, TableProvenance, WrongSum } from '@zhiheng/bulletin';
import type { Dataset, FaultReport, LocalizedText, Period, PeriodLength } from '@zhiheng/vocabulary';

/** `GET /api/tables`: a named table, or the fault of one that is wrong. */
export interface TableListItem {
  readonly id: string;
  readonly names: LocalizedText | null;
  readonly summary: LocalizedText | null;
  readonly period: PeriodLength | null;
  readonly sheets: readonly { readonly id: string; readonly names: LocalizedText }[];
  readonly provisional: boolean;
  readonly fault: FaultReport | null;
}

/** A vintage that a table can be made of by whoever asks. */
export interface TableVintage {
  readonly vintage: string;
  readonly release: string;
  readonly effective: string;
}

/** `GET /api/tables/:id`: a named table with its figures. */
export interface TableAnswer {
  readonly id: string;
  readonly names: LocalizedText;
  readonly summary: LocalizedText;
  readonly length: PeriodLength;
  readonly provisional: boolean;
  readonly metadata: TableMetadata;
  readonly source: TableDefinition['source'];
  readonly notes: readonly LocalizedText[];
  readonly hash: string;
  readonly filled: FilledTable;
  readonly provenance: TableProvenance;
  /** Sums that do not hold; a table with any is shown and not given out as a file. */
  readonly wrong: readonly WrongSum[];
  /** Periods that it can be made for, the newest first. */
  readonly periods: readonly Period[];
  /** Vintages that it can be made of, the newest first. */
  readonly vintages: readonly TableVintage[];
  readonly datasets: readonly Dataset[];
}

/** `table make`: the files that were written. */
export interface TableMade {
  readonly table: string;
  readonly period: Period;
  readonly office: string;
  readonly dataset: Dataset;
  readonly vintage: string | null;
  readonly files: readonly TableFile[];
}

/** A file of a table; of CSV there is one a sheet. */
export interface TableFile {
  readonly path: string;
  readonly format: TableFormat;
  readonly sheet: string | null;
  readonly bytes: number;
  readonly sha256: string;
}

export type TableFormat = 'xlsx' | 'csv' | 'parquet';
