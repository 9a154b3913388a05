import { CellFault, CellList, type CellValue } from '../table/cell-value.js';

/** The value of one key of a JSON object as a cell; a key that is missing or null is blank. */
export function jsonCell(value: unknown): CellValue {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberCell(value);
  if (!Array.isArray(value)) return new CellFault('value-wrong', 'an object', 'text, a number or a list of them');
  const entries: string[] = [];
  for (const entry of value) {
    const cell = Array.isArray(entry)
      ? new CellFault('value-wrong', 'a list of lists', 'a list of texts')
      : jsonCell(entry);
    if (typeof cell !== 'string') return cell;
    entries.push(cell);
  }
  return new CellList(entries);
}

function numberCell(value: number): CellValue {
  if (!Number.isInteger(value)) return String(value);
  if (Number.isSafeInteger(value)) return value.toString();
  return new CellFault('value-wrong', String(value), 'at most 15 digits in a number; longer ones as text');
}
