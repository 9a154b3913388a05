import type { AddressReader } from '../../places/address-reader.js';
import type { ByteSource, ReadOptions } from '../byte-source.js';
import type { ReadItem } from '../record.js';
import { readDocuments } from '../uspto/read-documents.js';
import { st36Form } from './st36-form.js';

export interface St36Options extends ReadOptions {
  /** Reads areas out of addresses. */
  readonly places: AddressReader;
}

/**
 * Reads Chinese applications in the form of ST.36: one `cn-patent-document` each, many in a file, in constant memory.
 *
 * @throws UserFault `file-truncated` with the byte where the unfinished last document begins; `file-empty`
 */
export function readSt36(source: ByteSource, { places, ...options }: St36Options): AsyncGenerator<ReadItem[]> {
  return readDocuments(source, st36Form(places), options);
}
