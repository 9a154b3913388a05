import { UserFault } from '@zhiheng/vocabulary';
import { rawLimit } from '../reading/raw-record.js';
import { readMapping } from '../reading/table/read-mapping.js';
import { TableCursor } from '../reading/table/table-cursor.js';
import type { HeldRecord } from './held-record.js';

/** Names and texts of the cells of a held row, in the order of its header; null where it cannot be taken apart. */
export function heldCells(held: HeldRecord): [string, string][] | null {
  if (held.mapping === null || isClipped(held.raw)) return null;
  if (held.header !== null) return delimitedCells(held.header, held.raw, delimiterOf(held));
  return objectCells(held);
}

/** True for a record of which only the first part was kept. */
export function isClipped(raw: string): boolean {
  return Buffer.byteLength(raw) > rawLimit - 4;
}

/** What stands between the fields of the table a record comes from. */
export function delimiterOf({ mapping }: HeldRecord): string {
  return mapping === null ? ',' : readMapping(mapping.text, mapping.path).delimiter;
}

function delimitedCells(header: string, raw: string, delimiter: string): [string, string][] | null {
  try {
    const cursor = new TableCursor({ encoding: 'utf-8', delimiter, file: null });
    const rows: string[][] = [];
    const text = Buffer.from(`${header}\n${raw}\n`);
    for (const part of [cursor.push(text), cursor.end()]) {
      for (const row of part) {
        if (row.wrongQuote) return null;
        rows.push([...row.fields]);
      }
    }
    const [names, fields] = rows;
    if (names === undefined || fields === undefined || rows.length > 2 || fields.length > names.length) return null;
    return names.map((name, index) => [name.trim(), fields[index] ?? '']);
  } catch (fault) {
    if (fault instanceof UserFault) return null;
    throw fault;
  }
}

/** A row of a workbook, a Parquet file or NDJSON is held as one JSON object; columns that the mapping names stand first. */
function objectCells({ raw, mapping }: HeldRecord): [string, string][] | null {
  const object = jsonObject(raw);
  if (object === null || mapping === null) return null;
  const mapped = [...readMapping(mapping.text, mapping.path).columns.values()].map(({ from }) => from.trim());
  const names = [...new Set([...mapped, ...Object.keys(object)])];
  return names.map((name) => [name, cellText(object[name])]);
}

/** A JSON object; null for any other text. */
export function jsonObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
