import { UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { PieceCutter } from './piece-cutter.js';
import { ResponseReader } from './response-reader.js';

/**
 * Reads deeds recorded at the USPTO (the XML that the assignment search answers with: `response`, `result`, `doc`), in
 * constant memory. Deeds that lack what a record needs are quarantined; purged ones are ignored as `purged`.
 *
 * @throws UserFault `file-empty`; `format-unknown` for another root or an answer without result; `xml-malformed` with byte,
 * line and column; `encoding-wrong` with the first byte that is not UTF-8, or NUL; `file-truncated` with the byte where
 * the unfinished deed begins
 */
export async function* readUsptoAssignments(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cutter = new PieceCutter();
  const reader = new ResponseReader(options.file ?? null, options.latest);
  let batch: ReadItem[] = [];
  try {
    for await (const chunk of source.stream()) {
      for (const piece of cutter.push(chunk)) {
        for (const item of reader.read(piece)) batch.push(item);
        if (batch.length >= size) {
          yield batch;
          batch = [];
        }
      }
    }
    reader.end(cutter.rest());
  } catch (fault) {
    if (options.keepComplete === true && fault instanceof UserFault && batch.length > 0) yield batch;
    throw fault;
  }
  if (batch.length > 0) yield batch;
}
