import { UserFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../byte-source.js';
import { jsonCell } from '../ndjson/json-cell.js';
import { LineCutter, type TextLine } from '../ndjson/line-cutter.js';
import { parsedLine } from '../ndjson/parsed-line.js';
import { cellText } from '../table/cell-value.js';
import { headRows, type TableHead } from './table-head.js';

/** Keys and values of the first lines of a file of JSON objects in UTF-8. Faults: see `readNdjson`. */
export async function ndjsonHead(source: ByteSource, file: string): Promise<TableHead> {
  const objects: Record<string, unknown>[] = [];
  const cutter = new LineCutter('utf-8', file);
  const take = (lines: Iterable<TextLine>): void => {
    for (const { text } of lines) {
      const object = parsedLine(text);
      if (object !== null && objects.length < headRows) objects.push(object);
    }
  };
  for await (const chunk of source.stream()) {
    take(cutter.push(chunk));
    if (objects.length >= headRows) break;
  }
  if (objects.length < headRows) take(cutter.end());
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (header.length === 0) throw new UserFault('file-empty', { place: { path: file, byte: 0 } });
  const rows = objects.map((object) =>
    header.map((name) => (Object.hasOwn(object, name) ? cellText(jsonCell(object[name])) : '')),
  );
  return { header, rows, encoding: 'utf-8', delimiter: ',', file };
}
