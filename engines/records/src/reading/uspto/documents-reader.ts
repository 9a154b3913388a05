import type { Day } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { DocumentCutter } from './document-cutter.js';
import { documentRecord } from './document-record.js';
import { type ClosedDocument, OpenDocument } from './open-document.js';
import type { XmlElement } from './xml-element.js';

/** Documents of a weekly file that are no patent records, by root element. */
const ignoredRoots = new Set(['sequence-cwu']);
const patentRoots = ['us-patent-grant', 'us-patent-application'];

/** What stood at the end of a file. */
export interface FileEnd {
  readonly items: readonly ReadItem[];
  /** Where the document without end begins; null when every document is whole. */
  readonly unfinished: number | null;
  /** Bytes read, those before the first one too. */
  readonly end: number;
}

/** Reads XML documents that stand one after another, from any byte on that begins one. */
export class DocumentsReader {
  readonly #cutter: DocumentCutter;
  readonly #latest: Day | undefined;
  #document: OpenDocument | null = null;
  #blank = true;

  /** `position`: the file's byte at which reading begins; `latest`: last day on which something can have happened. */
  constructor(position = 0, latest?: Day) {
    this.#latest = latest;
    this.#cutter = new DocumentCutter(position);
  }

  /** True while nothing but white space has come. */
  get blank(): boolean {
    return this.#blank;
  }

  /** The items that a chunk completes. */
  push(chunk: Buffer): ReadItem[] {
    const items: ReadItem[] = [];
    for (const { position, bytes, opens } of this.#cutter.push(chunk)) {
      if (this.#document === null || (opens && !this.#document.blank)) {
        if (this.#document !== null) items.push(itemOf(this.#document, this.#document.close(), this.#latest));
        this.#document = new OpenDocument(position);
      }
      this.#document.write(bytes);
      this.#blank &&= this.#document.blank;
    }
    return items;
  }

  /** The item that the end of a block completes, behind which another document begins. */
  endBlock(): ReadItem[] {
    const { position, bytes } = this.#cutter.rest();
    if (bytes.length > 0) {
      this.#document ??= new OpenDocument(position);
      this.#document.write(bytes);
      this.#blank = false;
    }
    const document = this.#document;
    return document === null || document.blank ? [] : [itemOf(document, document.close(), this.#latest)];
  }

  /** What the end of the file completes, and the document that it cuts off. */
  endFile(): FileEnd {
    const { position, bytes } = this.#cutter.rest();
    const end = position + bytes.length;
    const unfinished = bytes.length > 0 ? position : null;
    if (unfinished !== null) this.#blank = false;
    const document = this.#document;
    if (document === null || document.blank) return { items: [], unfinished, end };
    const closed = document.close();
    if (closed.ended === 'open') return { items: [], unfinished: document.position, end };
    return { items: [itemOf(document, closed, this.#latest)], unfinished, end };
  }
}

function itemOf(document: OpenDocument, closed: ClosedDocument, latest: Day | undefined): ReadItem {
  const { position } = document;
  if (closed.ended !== 'whole') return quarantined(document, closed.fault);
  if (ignoredRoots.has(closed.root.name)) return { type: 'ignored', reason: closed.root.name, position };
  try {
    return { type: 'record', record: refuseFutureDays(recordOf(closed.root), latest), position };
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
