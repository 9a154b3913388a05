import type { PatentRecord } from '../record.js';
import { documentRecord } from './document-record.js';
import type { XmlElement } from './xml-element.js';

/** What sort of documents stand in a file, and how one becomes a record. */
export interface DocumentForm {
  /** Root elements of documents that are records. */
  readonly roots: readonly string[];
  /** Root elements of documents that are none, and are ignored by name. */
  readonly ignored: ReadonlySet<string>;
  /** Throws `RecordFault`. */
  record(root: XmlElement): PatentRecord;
}

/** Weekly files of the USPTO. */
export const weeklyForm: DocumentForm = {
  roots: ['us-patent-grant', 'us-patent-application'],
  ignored: new Set(['sequence-cwu']),
  record: documentRecord,
};
