import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AddressReader } from '../src/places/address-reader.js';
import type { ByteSource } from '../src/reading/byte-source.js';
import type { PatentRecord, QuarantinedRecord, ReadItem, ReadRecord } from '../src/reading/record.js';

const repositoryRoot = path.resolve(import.meta.dirname, '../../..');

/** A file of the shared sample data; `null` where the folder is absent. */
export function sharedFile(name: string): string | null {
  const file = path.resolve(repositoryRoot, '../shared/data', name);
  return existsSync(file) ? file : null;
}

const reference = (file: string) => readFileSync(path.join(repositoryRoot, 'definitions/reference', file), 'utf8');
export const placeSheets = {
  areas: reference('areas.csv'),
  names: reference('area-names.csv'),
  memo: reference('memo-areas.csv'),
};
export const places = new AddressReader(placeSheets);

/** Bytes handed over in chunks of a size. */
export function bytesSource(bytes: Buffer | string, chunkSize = 65_536): ByteSource {
  const buffer = Buffer.from(bytes);
  return {
    async *stream() {
      for (let at = 0; at < buffer.length; at += chunkSize) yield buffer.subarray(at, at + chunkSize);
    },
  };
}

export function fileSource(file: string): ByteSource {
  return { stream: () => createReadStream(file) };
}

export async function collect(batches: AsyncIterable<ReadItem[]>): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** What was handed over before the fault, and the fault. */
export async function collectUntilFault(
  batches: AsyncIterable<ReadItem[]>,
): Promise<{ items: ReadItem[]; fault: unknown }> {
  const items: ReadItem[] = [];
  try {
    for await (const batch of batches) items.push(...batch);
  } catch (fault) {
    return { items, fault };
  }
  return { items, fault: null };
}

/** The patent records among the items. */
export function recordsOf(items: readonly ReadItem[]): (ReadRecord & { readonly record: PatentRecord })[] {
  return items.flatMap((item) => {
    if (item.type !== 'record' || 'group' in item.record) return [];
    return [{ ...item, record: item.record }];
  });
}

export function quarantinedOf(items: readonly ReadItem[]): QuarantinedRecord[] {
  return items.filter((item): item is QuarantinedRecord => item.type === 'quarantined');
}
