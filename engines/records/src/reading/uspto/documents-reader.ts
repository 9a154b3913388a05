import type { Day } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import type { ReadItem } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { DocumentCutter } from './document-cutter.js';
import { type DocumentForm, weeklyForm } from './document-form.js';
import { type ClosedDocument, OpenDocument } from './open-document.js';

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
  readonly #form: DocumentForm;
  #document: OpenDocument | null = null;
  #blank = true;

  /** `position`: the file's byte at which reading begins; `latest`: last day on which something can have happened; `form`: left out, weekly files of the USPTO. */
  constructor(position = 0, latest?: Day, form = weeklyForm) {
    this.#latest = latest;
    this.#form = form;
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
        if (this.#document !== null) items.push(this.#item(this.#document, this.#document.close()));
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
    return document === null || document.blank ? [] : [this.#item(document, document.close())];
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
    return { items: [this.#item(document, closed)], unfinished, end };
  }

  #item(document: OpenDocument, closed: ClosedDocument): ReadItem {
    const { position } = document;
    if (closed.ended !== 'whole') return quarantined(document, closed.fault);
    const { root } = closed;
    const { roots, ignored } = this.#form;
    if (ignored.has(root.name)) return { type: 'ignored', reason: root.name, position };
    try {
      if (!roots.includes(root.name)) throw new RecordFault('format-unknown', null, root.name, roots.join(' or '));
      return { type: 'record', record: refuseFutureDays(this.#form.record(root), this.#latest), position };
    } catch (error) {
      if (error instanceof RecordFault) return quarantined(document, error);
      throw error;
    }
  }
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
