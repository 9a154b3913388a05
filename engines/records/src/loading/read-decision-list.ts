import { createHash } from 'node:crypto';
import { type Day, UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../places/address-reader.js';
import { readMapping } from '../reading/mapping.js';
import type { ReadItem } from '../reading/record.js';
import type { DecidedRecord } from '../reading/table/decision-rows.js';
import { chooseReader } from './choose-reader.js';
import type { WrittenFile } from './load-request.js';
import { listSourceFiles, type SourceBytes } from './source-files.js';

export interface DecisionListOptions {
  readonly addresses: AddressReader;
  /** Last day on which something can have been decided. */
  readonly latest: Day;
}

/** A row of a list, with its place: the byte at which it begins, and the row's text where it is at fault. */
export type DecisionItem =
  | {
      readonly type: 'decided';
      readonly position: number;
      readonly id: string;
      readonly decided: DecidedRecord['decided'];
    }
  | Exclude<ReadItem, { type: 'record' }>;

/** A list that is read once: its rows, and when they are read to the end the hash of its bytes. */
export interface DecisionList {
  readonly rows: AsyncIterable<DecisionItem>;
  sha256(): string;
}

/**
 * Reads a list of what was decided elsewhere (CSV, NDJSON, XLSX, Parquet; packed or not) by a mapping of table `decisions`. Throws `mapping-wrong`,
 * `file-missing`, `file-empty`, `format-unknown` for what is no table, and while it is read what damages a table.
 */
export async function readDecisionList(
  path: string,
  mapping: WrittenFile,
  options: DecisionListOptions,
): Promise<DecisionList> {
  const read = readMapping(mapping.text, mapping.path);
  if (read.table !== 'decisions') {
    throw new UserFault('mapping-wrong', {
      place: { path: mapping.path, field: 'table' },
      found: read.table,
      expected: 'decisions',
      values: { what: 'the mapping is for no list of decisions' },
    });
  }
  const [file, other] = await listSourceFiles(path);
  if (file === undefined) throw new UserFault('file-empty', { place: { path }, expected: 'a list of decisions' });
  if ('fault' in file) throw file.fault;
  if (other !== undefined) {
    throw new UserFault('format-refused', {
      place: { path },
      found: 'several files',
      expected: 'one list of decisions',
    });
  }
  const named = { index: 0, path: mapping.path, mapping: read, sha256: '' };
  const request = { paths: [path], keepComplete: false, mappings: [mapping] };
  const ground = { request, mappings: [named], addresses: options.addresses, latest: options.latest };
  const hash = createHash('sha256');
  return { rows: itemsOf(file, ground, hash), sha256: () => hash.copy().digest('hex') };
}

async function* itemsOf(
  file: SourceBytes,
  ground: Parameters<typeof chooseReader>[2],
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<DecisionItem> {
  const reader = chooseReader(await file.head(), file.path, ground);
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of file.stream()) {
      hash.update(chunk);
      yield chunk;
    }
  }
  for await (const items of 'read' in reader ? reader.read({ stream: watched }) : inAnyOrder(file, reader, watched)) {
    for (const item of items) yield decisionOf(item);
  }
}

async function* inAnyOrder(
  file: SourceBytes,
  reader: Extract<ReturnType<typeof chooseReader>, { readAccess: unknown }>,
  watched: () => AsyncIterable<Buffer>,
): AsyncGenerator<ReadItem[]> {
  if (file.access === null) {
    const expected = 'a file on the disk: this format is not read out of an archive';
    throw new UserFault('archive-nested', { place: { path: file.path }, found: reader.format, expected });
  }
  for await (const _ of watched());
  yield* file.access((access) => reader.readAccess(access));
}

function decisionOf(item: ReadItem): DecisionItem {
  if (item.type !== 'record') return item;
  const { id, decided } = item.record as DecidedRecord;
  return { type: 'decided', position: item.position, id, decided };
}
