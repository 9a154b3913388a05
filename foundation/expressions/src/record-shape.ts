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

/** What an expression can name: columns of the record, its lists, and parameters with their values. */
export interface RecordShape {
  readonly columns: Columns;
  readonly lists: Readonly<Record<string, ListShape>>;
  readonly parameters: Readonly<Record<string, Constant>>;
}

/** The shape of a record of which only columns are told. */
export function shapeOf(shape: Columns | RecordShape): RecordShape {
  return isShape(shape) ? shape : { columns: shape, lists: {}, parameters: {} };
}

function isShape(shape: Columns | RecordShape): shape is RecordShape {
  return typeof shape.columns === 'object';
}
