import type { Breakdown, Dataset, LocalizedText, Origin, Period, Statistic, Status, UnitId } from '@zhiheng/vocabulary';
import type { SheetUnits } from './wording/table-units.js';

/**
 * The status of a figure; or why a cell has none: a slot (`not-yet`), values that whoever asks may not see (`withheld`), a publication
 * beside synthetic records (`not-of-dataset`), areas whose values do not add up (`not-additive`), two values that are not compared
 * (`not-comparable`).
 */
export type CellStatus = Status | 'not-yet' | 'withheld' | 'not-of-dataset' | 'not-additive' | 'not-comparable';

/** The figure that a cell shows, or one that it is made of. */
export interface CellAddress {
  readonly indicator: string;
  readonly area: string;
  readonly period: Period;
  readonly breakdown: Breakdown;
  readonly statistic: Statistic | null;
  readonly origin: Origin;
}

export interface FilledCell {
  /** In `unit`, unrounded; null: `–`. */
  readonly value: number | null;
  readonly unit: UnitId | null;
  readonly decimals: number;
  readonly bound: 'lower' | 'upper' | null;
  /** The step of a published value, in `unit`; null: exact. */
  readonly precision: number | null;
  readonly status: CellStatus;
  readonly change: 'growth' | null;
  /** Whether parts of the same line may be added to it. */
  readonly additive: boolean;
  /** The sign of the note that tells what is to be known of it; null: nothing. */
  readonly mark: string | null;
  /** Figures that it opens to: one, those of a sum, or of a rest the total; none of a slot. */
  readonly opens: readonly CellAddress[];
}

export interface FilledRow {
  /** Of a row of a set of areas the code of its area. */
  readonly id: string;
  /** The row of the definition. */
  readonly of: string;
  readonly names: LocalizedText;
  readonly kind: 'total' | 'part' | 'memo' | 'rest' | 'row';
  readonly level: number;
  readonly cells: readonly FilledCell[];
}

export interface FilledColumn {
  readonly id: string;
  readonly names: LocalizedText;
  readonly group: LocalizedText | null;
}

/** Whether parts add up to their total in one line. */
export interface SumCheck {
  /** `rows`: rows add up in a column; `columns`: columns in a row; `memo`: a memo row is not more than what it lies in. */
  readonly axis: 'rows' | 'columns' | 'memo';
  readonly total: string;
  readonly parts: readonly string[];
  /** Id of the column or row in which they are added. */
  readonly at: string;
  /** `not-checked`: a part or the total has no value. */
  readonly state: 'holds' | 'differs' | 'not-checked';
  /** Total less parts, where they were added. */
  readonly difference: number | null;
}

export interface FilledSheet {
  readonly id: string;
  readonly names: LocalizedText;
  readonly columns: readonly FilledColumn[];
  readonly rows: readonly FilledRow[];
  /** What the signs beside cells mean, in their order. */
  readonly marks: readonly { readonly mark: string; readonly words: LocalizedText }[];
  readonly notes: readonly LocalizedText[];
  readonly sums: readonly SumCheck[];
  /** Where its units are told. */
  readonly units: SheetUnits;
}

/** A table filled from the figures of one vintage, one office and one dataset. */
export interface FilledTable {
  readonly id: string;
  readonly names: LocalizedText;
  readonly office: string;
  readonly dataset: Dataset;
  readonly period: Period;
  readonly sheets: readonly FilledSheet[];
}
