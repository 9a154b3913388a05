import { UserFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../byte-source.js';
import { delimiters } from '../table/mapping.js';
import { TableCursor } from '../table/table-cursor.js';
import type { TextEncoding } from '../table/text-encoding.js';
import { detectEncoding } from './detect-encoding.js';
import { headRows, type TableHead } from './table-head.js';

/** Bytes that tell encoding and separator; the rows are read from the file itself. */
const lookedBytes = 1_048_576;

/**
 * Header and first rows of delimited text, its encoding and separator found by what it holds.
 *
 * @throws UserFault `file-empty`, `encoding-wrong` when it is neither UTF-8 nor GB18030, `quote-open`
 */
export async function delimitedHead(source: ByteSource, file: string): Promise<TableHead> {
  const bytes = await firstBytes(source);
  if (bytes.length === 0) throw new UserFault('file-empty', { place: { path: file, byte: 0 } });
  const encoding = detectEncoding(bytes);
  if (encoding === null) {
    throw new UserFault('encoding-wrong', {
      place: { path: file },
      found: 'bytes that are neither',
      expected: 'text in utf-8 or gb18030',
    });
  }
  const whole = bytes.length < lookedBytes;
  const heads = delimiters.map((delimiter) => headBy(bytes, whole, { encoding, delimiter, file }));
  const [best] = heads.toSorted((a, b) => likeness(b) - likeness(a));
  if (best === undefined || best.header.length === 0)
    throw new UserFault('file-empty', { place: { path: file, byte: 0 } });
  return best;
}

async function firstBytes(source: ByteSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= lookedBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, lookedBytes);
}

function headBy(
  bytes: Buffer,
  whole: boolean,
  form: { encoding: TextEncoding; delimiter: string; file: string },
): TableHead {
  const cursor = new TableCursor(form);
  const rows: string[][] = [];
  const take = (from: Iterable<{ fields: readonly string[] }>): void => {
    for (const { fields } of from) {
      rows.push([...fields]);
      if (rows.length > headRows) return;
    }
  };
  take(cursor.push(bytes));
  if (whole && rows.length <= headRows) take(cursor.end());
  const [header = [], ...rest] = rows;
  return { ...form, header, rows: rest };
}

/** More columns are better, as far as the rows have as many. */
function likeness({ header, rows }: TableHead): number {
  if (header.length < 2) return 0;
  const alike = rows.filter((row) => row.length === header.length).length;
  return rows.length === 0 ? header.length : header.length * (alike / rows.length) ** 2;
}
