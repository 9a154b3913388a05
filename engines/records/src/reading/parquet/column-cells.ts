import type { SchemaElement, SchemaTree } from 'hyparquet';
import { CellDay, CellFault, CellList, type CellValue } from '../table/cell-value.js';
import { decimalText } from './decimal-text.js';
import { dayOfDays, dayOfInstant, type InstantUnit } from './parquet-day.js';

/** Bytes that should be text and are not UTF-8. */
export class WrongText {
  constructor(readonly bytes: string) {}
}

type CellOf = (value: unknown) => CellValue;

/** How values of a column become cells, by the column's type. */
export function columnCells(column: SchemaTree): CellOf {
  const leaf = leafOf(column);
  if (leaf === null)
    return () => new CellFault('value-wrong', 'a structure', 'text, a number, a day or a list of them');
  const single = leafCell(leaf);
  return (value) => {
    if (value === null || value === undefined) return '';
    if (!Array.isArray(value)) return single(value);
    const entries: string[] = [];
    for (const entry of value) {
      const cell = entry === null || entry === undefined ? '' : single(entry);
      if (cell instanceof CellFault) return cell;
      entries.push(cell instanceof CellDay ? cell.day : typeof cell === 'string' ? cell : cell.entries.join(' '));
    }
    return new CellList(entries);
  };
}

/** The type of the values of a plain column or a list; null for structures, maps and lists of lists. */
export function leafOf(column: SchemaTree): SchemaElement | null {
  if (column.children.length === 0) return column.element;
  const isList = column.element.converted_type === 'LIST' || column.element.logical_type?.type === 'LIST';
  const [repeated, ...others] = column.children;
  if (!isList || repeated === undefined || others.length > 0) return null;
  if (repeated.children.length === 0) return repeated.element;
  const [entry, ...more] = repeated.children;
  return entry === undefined || more.length > 0 || entry.children.length > 0 ? null : entry.element;
}

export function isDecimal({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'DECIMAL' || logical?.type === 'DECIMAL';
}

function leafCell(element: SchemaElement): CellOf {
  const logical = element.logical_type;
  if (isDecimal(element)) {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return (value) => decimalText(value, scale) ?? odd(value);
  }
  if (element.converted_type === 'DATE' || logical?.type === 'DATE') return (value) => dayOfDays(value) ?? odd(value);
  const instant = instantOf(element);
  if (instant !== null) return (value) => dayOfInstant(value, instant.unit, instant.utc) ?? odd(value);
  return plainCell;
}

function plainCell(value: unknown): CellValue {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) {
    return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  }
  if (value instanceof WrongText) {
    return new CellFault('encoding-wrong', `bytes ${value.bytes}`, 'text in utf-8');
  }
  return odd(value);
}

/** Unit of a column of points in time; `utc` when they are instants and no days of a calendar on a wall. */
function instantOf(element: SchemaElement): { unit: InstantUnit; utc: boolean } | null {
  const logical = element.logical_type;
  if (logical?.type === 'TIMESTAMP') return { unit: logical.unit, utc: logical.isAdjustedToUTC };
  if (element.converted_type === 'TIMESTAMP_MILLIS') return { unit: 'MILLIS', utc: true };
  if (element.converted_type === 'TIMESTAMP_MICROS') return { unit: 'MICROS', utc: true };
  return element.type === 'INT96' ? { unit: 'NANOS', utc: true } : null;
}

function odd(value: unknown): CellFault {
  const found = typeof value === 'object' ? 'a value of an unknown type' : String(value);
  return new CellFault('value-wrong', found, 'text, a number, a day or a list of them');
}
