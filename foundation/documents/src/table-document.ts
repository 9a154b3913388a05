/** How the number of a cell is shown; the stored value stays exact. */
export interface NumberForm {
  readonly kind: 'number' | 'percent' | 'signed-percent';
  /** Decimals shown; of a percentage those of the percentage. */
  readonly decimals: number;
}

/** One cell: a value, or what stands in its place. */
export interface DocumentCell {
  /** As it is, unrounded; null: there is none, and `–` stands there. */
  readonly value: number | null;
  readonly form: NumberForm;
  /** `≥` or `≤` where the value is a bound only. */
  readonly bound: string | null;
  /** The sign of the note that tells its status: `①`; null: nothing to tell. */
  readonly mark: string | null;
}

/** A unit as readers see it, and that of the stored value: a percentage is stored as a fraction, without a unit. */
export interface DocumentUnit {
  readonly shown: string;
  readonly stored: string;
}

export interface DocumentRow {
  readonly name: string;
  /** How deep the name is set in; 0 at the edge. */
  readonly level: number;
  /** `memo`: told beside and counted already in the row above it. */
  readonly kind: 'total' | 'part' | 'memo' | 'rest' | 'row';
  /** Unit of the row's values where rows have units of their own; null: that of the table. */
  readonly unit: DocumentUnit | null;
  /** As many as there are columns. */
  readonly cells: readonly DocumentCell[];
}

export interface DocumentColumn {
  readonly name: string;
  /** Stands over the names of neighbouring columns that have the same; null: none. */
  readonly group: string | null;
  /** Unit of the column's values where columns have units of their own; null: that of the table or the row. */
  readonly unit: DocumentUnit | null;
}

/** A table in one language, ready to be written. */
export interface TableDocument {
  /** Short name, for the tab of a workbook. */
  readonly name: string;
  readonly title: string;
  /** Between the title and the head: the period. */
  readonly period: string;
  /** The unit of all values, behind the words for it; null: rows or columns have their own. */
  readonly unit: (DocumentUnit & { readonly words: string }) | null;
  /** The word that synthetic data carries; null for real data. */
  readonly label: string | null;
  /** Head of the names of rows. */
  readonly head: string;
  /** Head of the units; null: rows have none of their own. */
  readonly unitHead: string | null;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  readonly notes: readonly string[];
}

/** Tables that belong together, with the sheet that tells where they come from. */
export interface PackDocument {
  readonly title: string;
  readonly tables: readonly TableDocument[];
  readonly metadata: {
    readonly name: string;
    readonly title: string;
    readonly rows: readonly (readonly [name: string, value: string])[];
  };
}
