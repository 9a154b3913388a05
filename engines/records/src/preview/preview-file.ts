import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { tableHead } from '../loading/propose-file.js';
import { type PreviewColumn, proposeMapping } from '../reading/propose/propose-mapping.js';
import { headLength, recogniseFormat } from '../reading/recognise-format.js';
import { columnPlaces } from '../reading/table/header.js';
import type { MappedField, Mapping } from '../reading/table/mapping.js';
import { readMapping } from '../reading/table/read-mapping.js';
import { TableCursor } from '../reading/table/table-cursor.js';

/** What a person sees of a file before it is loaded. */
export interface FilePreview {
  /** By content; null for one that is not known. */
  readonly format: string | null;
  /** The first rows of a delimited table; null for other files. */
  readonly table: {
    readonly header: readonly string[];
    /** The field that each column of the header fills; null for one that is not read. */
    readonly fields: readonly (MappedField | null)[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  /** A mapping proposed by header and first rows; null where one was given or none is needed. */
  readonly proposal: { readonly yaml: string; readonly columns: readonly PreviewColumn[] } | null;
}

const shownRows = 5;
const tables: readonly (string | null)[] = ['table', 'ndjson', 'xlsx', 'parquet'];

/**
 * Looks at the first rows of a file: with a mapping, what each column would fill; without one, a proposed mapping.
 *
 * @throws UserFault of the mapping, of the header, of the encoding
 */
export async function previewFile(path: string, mappingText?: string): Promise<FilePreview> {
  const format = recogniseFormat(await headOf(path));
  if (!tables.includes(format)) return { format, table: null, proposal: null };
  if (mappingText !== undefined) {
    const mapping = readMapping(mappingText, 'mapping');
    return { format, table: await mappedTable(path, format, mapping), proposal: null };
  }
  const { header, rows, ...form } = await tableHead(path);
  const { yaml, preview } = proposeMapping({ header, rows, ...form });
  const fields = header.map((name) => preview.find(({ column }) => column === name.trim())?.field ?? null);
  const table = { header, fields, rows: rows.slice(0, shownRows) };
  return { format, table, proposal: { yaml, columns: preview } };
}

/** The first rows as the mapping reads them. Only NDJSON may lack a mapped column: there a missing key is a blank cell. */
async function mappedTable(path: string, format: string | null, mapping: Mapping): Promise<FilePreview['table']> {
  if (format === 'table') {
    const [header = [], ...rows] = await firstRows(path, mapping);
    return { header, fields: fieldsOf(header, columnPlaces(header, mapping, { path, line: 1 })), rows };
  }
  const { header, rows } = await tableHead(path);
  const known = header.map((name) => name.trim());
  const shown = format === 'ndjson' ? [...mapping.columns].filter(([, { from }]) => known.includes(from.trim())) : null;
  const places = columnPlaces(header, shown === null ? mapping : { ...mapping, columns: new Map(shown) }, { path });
  return { header, fields: fieldsOf(header, places), rows: rows.slice(0, shownRows) };
}

function fieldsOf(header: readonly string[], places: ReadonlyMap<MappedField, number>): (MappedField | null)[] {
  const fieldAt = new Map([...places].map(([field, place]) => [place, field]));
  return header.map((_, at) => fieldAt.get(at) ?? null);
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstRows(path: string, { encoding, delimiter }: Mapping): Promise<string[][]> {
  const cursor = new TableCursor({ encoding, delimiter, file: path });
  const rows: string[][] = [];
  const take = (from: Iterable<{ readonly fields: readonly string[] }>) => {
    for (const { fields } of from) {
      rows.push([...fields]);
      if (rows.length > shownRows) return true;
    }
    return false;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (take(cursor.push(chunk as Buffer))) return rows;
  }
  take(cursor.end());
  return rows;
}
