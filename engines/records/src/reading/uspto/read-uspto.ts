import { UserFault } from '@zhiheng/vocabulary';
import { type ByteSource, type ReadOptions, usualBatchSize } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { DocumentCutter } from './document-cutter.js';
import { documentRecord } from './document-record.js';
import { type ClosedDocument, OpenDocument } from './open-document.js';
import type { XmlElement } from './xml-element.js';

/** Documents of a weekly file that are no patent records, by root element. */
const ignoredRoots = new Set(['sequence-cwu']);
const patentRoots = ['us-patent-grant', 'us-patent-application'];

/**
 * Reads a weekly file of the USPTO (ST.36 XML, versions 4.0 to 4.5: many documents, one after another), in constant
 * memory. Documents that are not well-formed or lack what a record needs are quarantined, others of known names ignored.
 *
 * @throws UserFault `file-truncated` with the byte where the unfinished last document begins; `file-empty`
 */
export async function* readUspto(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  const size = options.batchSize ?? usualBatchSize;
  const cutter = new DocumentCutter();
  let batch: ReadItem[] = [];
  let document: OpenDocument | null = null;
  let any = false;
  for await (const chunk of source.stream()) {
    for (const part of cutter.push(chunk)) {
      if (document === null || (part.opens && !document.blank)) {
        if (document !== null) batch.push(itemOf(document, document.close()));
        document = new OpenDocument(part.position);
      }
      document.write(part.bytes);
      any ||= !document.blank;
      if (batch.length >= size) {
        yield batch;
        batch = [];
      }
    }
  }
  const rest = cutter.rest();
  const end = rest.position + rest.bytes.length;
  let unfinished = rest.bytes.length > 0 ? rest.position : null;
  if (document !== null && !document.blank) {
    const closed = document.close();
    if (closed.ended === 'open') unfinished = document.position;
    else batch.push(itemOf(document, closed));
  } else if (!any && unfinished === null) {
    throw new UserFault('file-empty', { place: { ...pathOf(options), byte: 0 } });
  }
  if (batch.length > 0 && (unfinished === null || options.keepComplete === true)) yield batch;
  if (unfinished !== null) {
    throw new UserFault('file-truncated', {
      place: { ...pathOf(options), byte: unfinished },
      found: `the end of the file at byte ${end}`,
      expected: 'the end of the document that begins here',
    });
  }
}

function itemOf(document: OpenDocument, closed: ClosedDocument): ReadItem {
  const { position } = document;
  if (closed.ended !== 'whole') return quarantined(document, closed.fault);
  if (ignoredRoots.has(closed.root.name)) return { type: 'ignored', reason: closed.root.name, position };
  try {
    return { type: 'record', record: recordOf(closed.root), position };
  } catch (error) {
    if (error instanceof RecordFault) return quarantined(document, error);
    throw error;
  }
}

function recordOf(root: XmlElement) {
  if (patentRoots.includes(root.name)) return documentRecord(root);
  throw new RecordFault('format-unknown', null, root.name, patentRoots.join(' or '));
}

function quarantined(document: OpenDocument, fault: RecordFault): ReadItem {
  const { code, field, found, expected } = fault;
  return {
    type: 'quarantined',
    position: document.position,
    line: null,
    field,
    code,
    found,
    expected,
    raw: document.raw(),
  };
}

function pathOf(options: ReadOptions): { path?: string } {
  return options.file === undefined ? {} : { path: options.file };
}
