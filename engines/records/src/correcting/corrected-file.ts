import { nearestWord, UserFault } from '@zhiheng/vocabulary';
import { parseDocument } from 'yaml';
import type { WrittenFile } from '../loading/load-request.js';
import { readMapping } from '../reading/table/read-mapping.js';
import { delimiterOf, heldCells, jsonObject } from './held-cells.js';
import type { HeldRecord } from './held-record.js';

/** How a person puts a record right: the whole text of it, or new values of some columns. */
export type Correction = { readonly text: string } | { readonly set: Readonly<Record<string, string>> };

/** A corrected record as a small file of its own, in UTF-8, with what it is read by. */
export interface CorrectedFile {
  readonly text: string;
  readonly extension: 'csv' | 'ndjson' | 'json' | 'xml';
  /** Null: found by content. */
  readonly format: string | null;
  readonly mapping: WrittenFile | null;
}

/**
 * Makes the file that a corrected record is read from, by the same reader and mapping as before. Throws
 * `correction-wrong` for a column that is not there, and where the record cannot be corrected column by column.
 */
export function correctedFile(held: HeldRecord, correction: Correction): CorrectedFile {
  const mapping = held.mapping === null ? null : forOneFile(held.mapping);
  if (held.header !== null) {
    const row = 'text' in correction ? correction.text : correctedRow(held, correction.set);
    return { text: `${held.header}\n${row.replace(/[\r\n]+$/, '')}\n`, extension: 'csv', format: 'table', mapping };
  }
  if (held.mapping !== null) {
    const line = 'text' in correction ? correction.text : correctedObject(held, correction.set);
    return { text: `${line.trim()}\n`, extension: 'ndjson', format: 'ndjson', mapping };
  }
  if ('set' in correction) throw wrong('it is not a row of a table', 'the whole corrected record');
  const text = correction.text.trim();
  if (held.format !== 'gi-register') return { text, extension: 'xml', format: held.format, mapping };
  return { text: text.startsWith('[') ? text : `[${text}]`, extension: 'json', format: held.format, mapping };
}

function correctedRow(held: HeldRecord, set: Readonly<Record<string, string>>): string {
  const cells = heldCells(held);
  if (cells === null) throw wrong('its columns cannot be told apart', 'the whole corrected row');
  const delimiter = delimiterOf(held);
  for (const [column, value] of Object.entries(set)) {
    const places = cells.filter(([name]) => name === column.trim());
    const [cell] = places;
    if (cell === undefined) throw noColumn(column, cells);
    if (places.length > 1) throw wrong(`${column} stands twice in its header`, 'the whole corrected row');
    cell[1] = value;
  }
  return cells.map(([, value]) => quoted(value, delimiter)).join(delimiter);
}

function correctedObject(held: HeldRecord, set: Readonly<Record<string, string>>): string {
  const [cells, object] = [heldCells(held), jsonObject(held.raw)];
  if (cells === null || object === null) throw wrong('its columns cannot be told apart', 'the whole corrected record');
  const known = new Set(cells.map(([name]) => name));
  for (const column of Object.keys(set)) if (!known.has(column.trim())) throw noColumn(column, cells);
  const changed = Object.entries(set).map(([column, value]) => [column.trim(), value]);
  return JSON.stringify({ ...object, ...Object.fromEntries(changed) });
}

function noColumn(column: string, cells: readonly (readonly [string, string])[]): UserFault {
  const names = cells.map(([name]) => name);
  const near = nearestWord(column, names);
  return new UserFault('correction-wrong', {
    place: { field: column },
    found: column,
    expected: names.join(', '),
    ...(near === null ? {} : { didYouMean: near }),
    values: { what: `no column is named ${column}` },
  });
}

function wrong(what: string, expected: string): UserFault {
  return new UserFault('correction-wrong', { expected, values: { what } });
}

function quoted(value: string, delimiter: string): string {
  const special = ['"', '\n', '\r', delimiter].some((sign) => value.includes(sign));
  return special || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The same mapping for text in UTF-8, which is what a corrected record is written in, whatever its file is named. */
function forOneFile(mapping: WrittenFile): WrittenFile {
  const { encoding, files } = readMapping(mapping.text, mapping.path);
  if (encoding === 'utf-8' && files === null) return mapping;
  const document = parseDocument(mapping.text);
  document.set('encoding', 'utf-8');
  document.delete('files');
  return { path: mapping.path, text: String(document) };
}
