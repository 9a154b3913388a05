import type { Constant } from './expression.js';
import type { Columns } from './value-type.js';

/** A list of a record, whose items all have the same columns. */
export interface ListShape {
  readonly columns: Columns;
  /** The column that names what an item is; null: items have no names. */
  readonly named: string | null;
  /** Names that items can have; each stands in an expression for the items of that name. */
  readonly names: readonly string[];
}

/** The concordance tables that `classified` can ask. */
export interface KnownTables {
  readonly ids: readonly string[];
  /** Every code of a table that can be asked; none for a table without rows, null where there is no such table. */
  readonly codes: (id: string) => readonly string[] | null;
}

/** What an expression can name: columns of the record, its lists, and parameters with their values. */
export interface RecordShape {
  readonly columns: Columns;
  readonly lists: Readonly<Record<string, ListShape>>;
  readonly parameters: Readonly<Record<string, Constant>>;
  /** Left out: any table and any code may be named. */
  readonly tables?: KnownTables;
}

/** The shape of a record of which only columns are told. */
export function shapeOf(shape: Columns | RecordShape): RecordShape {
  return isShape(shape) ? shape : { columns: shape, lists: {}, parameters: {} };
}

function isShape(shape: Columns | RecordShape): shape is RecordShape {
  return typeof shape.columns === 'object';
}
