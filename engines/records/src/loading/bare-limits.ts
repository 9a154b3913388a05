import { SaxesParser } from 'saxes';
import type { AddressReader } from '../places/address-reader.js';
import type { ByteSource } from '../reading/byte-source.js';
import { type Mapping, readMapping } from '../reading/mapping.js';
import type { ReadItem } from '../reading/record.js';
import { columnPlaces } from '../reading/table/header.js';
import { readTable } from '../reading/table/read-table.js';
import { TableCursor } from '../reading/table/table-cursor.js';
import { cutDocuments } from '../reading/uspto/cut-documents.js';
import { readUspto } from '../reading/uspto/read-uspto.js';
import { usualBlockBytes } from './cut-blocks.js';
import type { WrittenFile } from './load-request.js';

/** What a load is measured beside: parts of its work alone, which nothing is kept of. Each gives the records it met. */
export const bareLimits = {
  /** Record cut and a parser without listeners: the least that reading XML documents costs. */
  async parseDocuments(source: ByteSource): Promise<number> {
    const marker = Buffer.from('<?xml');
    let documents = 0;
    for await (const { bytes } of cutDocuments(source, usualBlockBytes)) {
      for (let at = 0; at < bytes.length; documents += 1) {
        const next = bytes.indexOf(marker, at + 1);
        const end = next < 0 ? bytes.length : next;
        new SaxesParser().write(bytes.toString('utf8', at, end)).close();
        at = end;
      }
    }
    return documents;
  },

  /** Documents read to canonical records. */
  readDocuments: (source: ByteSource): Promise<number> => count(readUspto(source)),

  /** Cut, decoded, split, and the mapped columns picked, as they are written. */
  async mapRows(source: ByteSource, file: WrittenFile): Promise<number> {
    const mapping = readMapping(file.text, file.path);
    const cursor = new TableCursor({ ...mapping, file: null });
    const pick = new RowPicker(mapping);
    for await (const chunk of source.stream()) {
      for (const { fields, line } of cursor.push(chunk)) pick.take(fields, line);
    }
    for (const { fields, line } of cursor.end()) pick.take(fields, line);
    return pick.rows;
  },

  /** Rows read to canonical records: numbers, days, kinds, classes, parties, areas. */
  normaliseRows: (source: ByteSource, file: WrittenFile, places: AddressReader): Promise<number> =>
    count(readTable(source, readMapping(file.text, file.path), { places })),
};

/** Picks the mapped columns out of each row behind the header. */
class RowPicker {
  readonly #mapping: Mapping;
  #places: readonly number[] | null = null;
  #picked: (string | undefined)[] = [];
  rows = 0;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  take(fields: readonly string[], line: number): void {
    if (this.#places === null) {
      this.#places = [...columnPlaces(fields, this.#mapping, { line }).values()];
      return;
    }
    this.#picked = this.#places.map((place) => fields[place]);
    if (this.#picked.length > 0) this.rows += 1;
  }
}

async function count(batches: AsyncIterable<readonly ReadItem[]>): Promise<number> {
  let items = 0;
  for await (const batch of batches) items += batch.length;
  return items;
}
