import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { delimitedHead } from '../reading/propose/delimited-head.js';
import { type PreviewColumn, proposeMapping } from '../reading/propose/propose-mapping.js';
import { headLength, recogniseFormat } from '../reading/recognise-format.js';
import { columnPlaces } from '../reading/table/header.js';
import type { MappedField } from '../reading/table/mapping.js';
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

/**
 * Looks at the first rows of a file: with a mapping, what each column would fill; without one, a proposed mapping.
 *
 * @throws UserFault of the mapping, of the header, of the encoding
 */
export async function previewFile(path: string, mappingText?: string): Promise<FilePreview> {
  const head = await headOf(path);
  const format = recogniseFormat(head);
  if (format !== 'table') return { format, table: null, proposal: null };
  const source = { stream: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
  const found = await delimitedHead(source, path);
  if (mappingText === undefined) {
    const { yaml, preview } = proposeMapping(found);
    const fields = found.header.map((name) => preview.find(({ column }) => column === name.trim())?.field ?? null);
    const rows = found.rows.slice(0, shownRows);
    return { format, table: { header: found.header, fields, rows }, proposal: { yaml, columns: preview } };
  }
  const mapping = readMapping(mappingText, 'mapping');
  const [header = [], ...rows] = await firstRows(path, mapping);
  const places = columnPlaces(header, mapping, { path, line: 1 });
  const fieldAt = new Map([...places].map(([field, place]) => [place, field]));
  return { format, table: { header, fields: header.map((_, at) => fieldAt.get(at) ?? null), rows }, proposal: null };
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

async function firstRows(path: string, form: Pick<Parameters<typeof readForm>[0], 'encoding' | 'delimiter'>) {
  const cursor = readForm({ ...form, file: path });
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

const readForm = (form: ConstructorParameters<typeof TableCursor>[0]) => new TableCursor(form);
