import type { ByteSource, ReadOptions } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { weeklyForm } from './document-form.js';
import { readDocuments } from './read-documents.js';

/**
 * Reads a weekly file of the USPTO (ST.36 XML, versions 4.0 to 4.5: many documents, one after another), in constant
 * memory. Documents that are not well-formed or lack what a record needs are quarantined, others of known names ignored.
 *
 * @throws UserFault `file-truncated` with the byte where the unfinished last document begins; `file-empty`
 */
export function readUspto(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<ReadItem[]> {
  return readDocuments(source, weeklyForm, options);
}
