import { type Dataset, type Day, OwnFault, reportFault, type UserFault } from '@zhiheng/vocabulary';
import type { Pseudonyms } from '../people/pseudonyms.js';
import type { AddressReader } from '../places/address-reader.js';
import type { Mapping } from '../reading/mapping.js';
import type { QuarantinedRecord, ReadItem } from '../reading/record.js';
import type { BlockPiece } from '../reading/source-block.js';
import { st36Form } from '../reading/st36/st36-form.js';
import { TableCursor } from '../reading/table/table-cursor.js';
import { TableRows } from '../reading/table/table-rows.js';
import { type DocumentForm, weeklyForm } from '../reading/uspto/document-form.js';
import { DocumentsReader } from '../reading/uspto/documents-reader.js';
import { fileTruncated } from '../reading/uspto/file-truncated.js';
import type { Arrivals } from './arrivals.js';
import type { BlockAccount } from './block-account.js';
import { beforeBlock, blockSpan } from './block-numbers.js';
import type { BlockFormat, DocumentFormat } from './cut-blocks.js';
import { isFileFault } from './file-fault.js';
import { recordRows } from './record-rows.js';

/** A piece of a block and what it is a piece of. */
export interface BlockOrder {
  readonly block: number;
  readonly file: string;
  readonly format: BlockFormat;
  readonly piece: BlockPiece;
}

/** What blocks are read with. */
export interface BlockGround {
  readonly arrivals: Arrivals;
  readonly mapping: Mapping | null;
  readonly addresses: AddressReader;
  /** Last day on which something can have happened; left out: any. */
  readonly latest?: Day | undefined;
  /** Null: people are left out. */
  readonly pseudonyms: Pseudonyms | null;
}

/** Reads blocks, one after another, into the tables of its arrivals. */
export class BlockReader {
  readonly #ground: BlockGround;
  readonly #st36: DocumentForm;
  #tally = new BlockTally(0);
  #documents = new DocumentsReader();
  #table: { readonly file: string; readonly rows: TableRows } | null = null;

  constructor(ground: BlockGround) {
    this.#ground = ground;
    this.#st36 = st36Form(ground.addresses);
  }

  /** Takes a piece; the account of its block when the piece closes it, else null. */
  take(order: BlockOrder): BlockAccount | null {
    if (order.piece.opens) this.#tally = new BlockTally(order.block);
    try {
      if (order.format === 'table') this.#readRows(order);
      else this.#readDocuments(order, order.format);
    } catch (error) {
      if (!isFileFault(error)) throw error;
      this.#tally.fault ??= error;
    }
    return order.piece.closes ? this.#tally.account() : null;
  }

  #readDocuments({ file, piece }: BlockOrder, format: DocumentFormat): void {
    const form = format === 'uspto' ? weeklyForm : this.#st36;
    if (piece.opens) this.#documents = new DocumentsReader(piece.position, this.#ground.latest, form);
    for (const item of this.#documents.push(piece.bytes)) this.#add(item, file);
    if (!piece.closes) return;
    if (!piece.endsFile) {
      for (const item of this.#documents.endBlock()) this.#add(item, file);
    } else {
      const { items, unfinished, end } = this.#documents.endFile();
      for (const item of items) this.#add(item, file);
      if (unfinished !== null) this.#tally.fault = fileTruncated(file, unfinished, end);
    }
    this.#tally.blank = this.#documents.blank;
  }

  #readRows({ file, piece }: BlockOrder): void {
    const { mapping, addresses: places, latest } = this.#ground;
    if (mapping === null || piece.line === null || piece.header === null) {
      throw new OwnFault('rows of a table came without mapping, line or header');
    }
    if (this.#table?.file !== file) {
      this.#table = { file, rows: new TableRows(piece.header, mapping, { places, file, latest }) };
    }
    const { rows } = this.#table;
    const cursor = new TableCursor({ ...mapping, file }, { position: piece.position, line: piece.line });
    for (const row of cursor.push(piece.bytes)) this.#add(rows.read(row), file);
    for (const row of cursor.end()) this.#add(rows.read(row), file);
  }

  #add(item: ReadItem, source: string): void {
    const tally = this.#tally;
    if (item.type === 'record') {
      const { arrivals, pseudonyms } = this.#ground;
      const rows = recordRows(item.record, { source, position: item.position }, pseudonyms);
      arrivals.add(tally.nextSequence(), rows);
      if (!('group' in item.record)) tally.noteGrant(item.record.dataset, item.record.grantedOn);
    } else if (item.type === 'ignored') {
      tally.ignoredReasons[item.reason] = (tally.ignoredReasons[item.reason] ?? 0) + 1;
    } else {
      tally.quarantined.push(item);
    }
  }
}

class BlockTally {
  readonly #block: number;
  #records = 0;
  readonly #grantedOn: Record<Dataset, Set<Day | null>> = { real: new Set(), synthetic: new Set() };
  readonly ignoredReasons: Record<string, number> = {};
  readonly quarantined: QuarantinedRecord[] = [];
  fault: UserFault | null = null;
  blank = false;

  constructor(block: number) {
    this.#block = block;
  }

  nextSequence(): number {
    this.#records += 1;
    if (this.#records > blockSpan) throw new OwnFault(`a block holds more than ${blockSpan} records`);
    return beforeBlock(this.#block) + this.#records;
  }

  noteGrant(dataset: Dataset, day: Day | null): void {
    this.#grantedOn[dataset].add(day);
  }

  account(): BlockAccount {
    const { real, synthetic } = this.#grantedOn;
    return {
      block: this.#block,
      records: this.#records,
      ignoredReasons: this.ignoredReasons,
      quarantined: this.quarantined,
      grantedOn: { real: [...real], synthetic: [...synthetic] },
      fault: this.fault === null ? null : reportFault(this.fault),
      blank: this.blank,
    };
  }
}
