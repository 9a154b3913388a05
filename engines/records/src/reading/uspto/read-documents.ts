import { UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import type { DocumentForm } from './document-form.js';
import { DocumentsReader } from './documents-reader.js';
import { fileTruncated } from './file-truncated.js';

/**
 * Reads XML documents that stand one after another, in constant memory.
 *
 * @throws UserFault `file-truncated` with the byte where the unfinished last document begins; `file-empty`
 */
export async function* readDocuments(
  source: ByteSource,
  form: DocumentForm,
  options: ReadOptions = {},
): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const reader = new DocumentsReader(0, options.latest, form);
  let batch: ReadItem[] = [];
  for await (const chunk of source.stream()) {
    for (const item of reader.push(chunk)) {
      batch.push(item);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  const { items, unfinished, end } = reader.endFile();
  batch.push(...items);
  if (reader.blank) {
    const path = options.file === undefined ? {} : { path: options.file };
    throw new UserFault('file-empty', { place: { ...path, byte: 0 } });
  }
  if (batch.length > 0 && (unfinished === null || options.keepComplete === true)) yield batch;
  if (unfinished !== null) throw fileTruncated(options.file, unfinished, end);
}
