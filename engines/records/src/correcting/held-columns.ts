import type { MappedField } from '../reading/table/mapping.js';
import { readMapping } from '../reading/table/read-mapping.js';
import { heldCells } from './held-cells.js';
import type { HeldRecord } from './held-record.js';

/** One column of a held row, as a form shows it. */
export interface HeldColumn {
  readonly column: string;
  readonly value: string;
  /** Canonical field that the mapping fills from it; null where none. */
  readonly field: MappedField | null;
}

/**
 * The columns of a held row by the names of its header; null where the record cannot be taken apart and only a whole
 * corrected text will do: XML, broken quotes, more fields than the header has.
 */
export function heldColumns(held: HeldRecord): HeldColumn[] | null {
  const cells = heldCells(held);
  if (cells === null || held.mapping === null) return null;
  const { columns } = readMapping(held.mapping.text, held.mapping.path);
  const fieldOf = new Map([...columns].map(([field, { from }]) => [from.trim(), field]));
  return cells.map(([column, value]) => ({ column, value, field: fieldOf.get(column) ?? null }));
}
