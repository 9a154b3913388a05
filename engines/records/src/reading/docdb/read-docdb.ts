import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import { combinedRecord } from '../exchange/combined-record.js';
import { cutRecords } from '../exchange/cut-records.js';
import type { RecordPart } from '../exchange/element-cutter.js';
import { parseRecord, quarantinedRecord } from '../exchange/parse-record.js';
import { publicationOf } from '../exchange/publication.js';
import { refuseFutureDays } from '../future-day.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { familyBlock } from './family-block.js';

const documentName = 'exchange-document';

/**
 * Reads EPO DOCDB exchange files: one document, or a back file or weekly file with many. Each document is a source record:
 * one publication, as a state of its application dated by its publication; the family that it lists is a statement
 * beside it. Deleted documents are ignored.
 *
 * @throws UserFault `file-empty`, `file-truncated`, `xml-malformed`, `encoding-wrong`; `format-unknown` for another root
 */
export async function* readDocdb(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  let batch: ReadItem[] = [];
  try {
    for await (const part of cutRecords(source, [documentName], options)) {
      if (part.type === 'opens' && part.path.length === 0 && part.name !== `${documentName}s`) {
        throw unknownRoot(part.name, options);
      }
      if (part.type !== 'record') continue;
      batch.push(itemOf(part, options));
      if (batch.length < size) continue;
      const full = batch;
      batch = [];
      yield full;
    }
  } catch (fault) {
    if (options.keepComplete === true && batch.length > 0) yield batch;
    throw fault;
  }
  if (batch.length > 0) yield batch;
}

function itemOf(part: RecordPart, { latest }: ReadOptions): ReadItem {
  const { position } = part;
  try {
    const document = parseRecord(part);
    if (document.attributes.status === 'D') return { type: 'ignored', reason: 'deleted', position };
    const publication = publicationOf(document);
    const record = combinedRecord([publication]);
    if (record === null) throw new OwnFault('a publication that makes no record');
    const beside = familyBlock(document, publication.application);
    for (const one of [record, ...beside]) refuseFutureDays(one, latest);
    return { type: 'record', record, beside, position };
  } catch (error) {
    if (error instanceof RecordFault) return quarantinedRecord(part, error);
    throw error;
  }
}

function unknownRoot(name: string, options: ReadOptions): UserFault {
  return new UserFault('format-unknown', {
    place: { ...(options.file === undefined ? {} : { path: options.file }), byte: 0 },
    found: name,
    expected: `${documentName}s or ${documentName}`,
  });
}
