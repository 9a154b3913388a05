import type { DefinitionSource } from '@zhiheng/indicators';
import type { Breakdown, LocalizedText, Origin, PeriodLength, Statistic, UnitId } from '@zhiheng/vocabulary';

/** What a row, a column or a whole sheet says of its cells; null: nothing, another says it. */
export interface Aspects {
  readonly indicator: string | null;
  readonly breakdown: Breakdown | null;
  readonly statistic: Statistic | null;
  /** Null: computed where the indicator is counted or made, published for a reported series. */
  readonly origin: Origin | null;
  readonly area: string | null;
  /** `period`: the period of the table; `to-date`: from the beginning of its year to its end. */
  readonly span: 'period' | 'to-date' | null;
  readonly yearsBefore: number | null;
  /** `growth`: over the same period of the year before, less one. */
  readonly change: 'growth' | null;
  readonly unit: UnitId | null;
  readonly decimals: number | null;
  /** Of a slot: what is missing before it can hold a value. */
  readonly notYet: LocalizedText | null;
}

export interface TableRow {
  readonly id: string;
  /** `{period}` in them stands for the period of the row; null: those of its area. */
  readonly names: LocalizedText | null;
  readonly level: number;
  readonly aspects: Aspects;
  /** A row for each area of a set; null: one row. */
  readonly areas: AreaSet | null;
  /** Whether each province is followed by the cities of sub-provincial rank and the Corps in it, told beside and never added. */
  readonly memo: boolean;
  /** The row of whose total this one is what other parts leave; null: none. */
  readonly restOf: string | null;
}

export const areaSets = ['provinces', 'mainland-provinces'] as const;
export type AreaSet = (typeof areaSets)[number];

export interface TableColumn {
  readonly id: string;
  readonly names: LocalizedText;
  /** Stands over neighbouring columns of the same group. */
  readonly group: LocalizedText | null;
  readonly aspects: Aspects;
}

/** A row or column that others add up to, by their ids. */
export interface TableSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** One table of rows and columns. */
export interface TableSheet {
  readonly id: string;
  readonly names: LocalizedText;
  /** What holds for every cell where neither its row nor its column says otherwise. */
  readonly common: Aspects;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly rowSums: readonly TableSum[];
  readonly columnSums: readonly TableSum[];
  readonly notes: readonly LocalizedText[];
}

/** What an official table carries; null: not known. */
export interface TableMetadata {
  readonly maker: string | null;
  readonly recorder: string | null;
  readonly recordNumber: string | null;
  readonly validUntil: string | null;
}

/** A named table, or several in one pack, as its file says. */
export interface TableDefinition {
  readonly id: string;
  readonly names: LocalizedText;
  readonly summary: LocalizedText;
  /** The granting office that it is laid out for, ST.3; null: the folder's own. */
  readonly office: string | null;
  /** The length of the period that it is made for. */
  readonly period: PeriodLength;
  readonly sheets: readonly TableSheet[];
  readonly metadata: TableMetadata;
  readonly source: DefinitionSource;
  readonly provisional: boolean;
  readonly notes: readonly LocalizedText[];
  /** SHA-256 of its canonical content. */
  readonly hash: string;
  /** Path of the file, relative to the definitions folder, and its text. */
  readonly file: string;
  readonly text: string;
}
