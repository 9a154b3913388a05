import { UserFault } from '@zhiheng/vocabulary';
import type { Pseudonyms } from '../people/pseudonyms.js';
import type { ByteSource } from '../reading/byte-source.js';
import type { ReadItem } from '../reading/record.js';
import type { Arrivals } from './arrivals.js';
import { type BlockNumbers, beforeBlock } from './block-numbers.js';
import type { ChosenReader } from './choose-reader.js';
import type { FileAccount } from './file-account.js';
import { isFileFault } from './file-fault.js';
import { recordRows } from './record-rows.js';
import type { SourceBytes } from './source-files.js';

export interface ItemEffects {
  readonly arrivals: Arrivals;
  readonly numbers: BlockNumbers;
  readonly account: FileAccount;
  /** Null: people are left out. */
  readonly pseudonyms: Pseudonyms | null;
}

/**
 * Reads a file in one go, in this thread. The fault of the file is returned; what the reader handed over before it is
 * kept.
 */
export async function readItems(
  reader: ChosenReader,
  source: SourceBytes,
  watched: ByteSource,
  { arrivals, numbers, account, pseudonyms }: ItemEffects,
): Promise<UserFault | null> {
  let sequence = beforeBlock(numbers.take());
  let position = 0;
  try {
    for await (const items of itemsOf(reader, source, watched)) {
      for (const item of items) {
        if (item.type === 'record') {
          if (sequence === beforeBlock(numbers.last + 1)) numbers.take();
          sequence += 1;
          account.addRecord(item.record);
          const origin = { source: source.path, position: item.position };
          for (const record of [item.record, ...(item.beside ?? [])]) {
            arrivals.add(sequence, recordRows(record, origin, pseudonyms));
          }
        } else if (item.type === 'ignored') account.addIgnored(item.reason);
        else await account.addQuarantined(item);
      }
      const behind = items.at(-1)?.position ?? position;
      await arrivals.makeRoom(Math.max(0, behind - position));
      position = behind;
    }
    return null;
  } catch (error) {
    if (isFileFault(error)) return error;
    throw error;
  }
}

/** Items of a reader: off the stream, or off the file in any order after one pass over it for its hash. */
async function* itemsOf(reader: ChosenReader, source: SourceBytes, watched: ByteSource): AsyncGenerator<ReadItem[]> {
  if ('read' in reader) {
    yield* reader.read(watched);
    return;
  }
  if (source.access === null) {
    throw new UserFault('archive-nested', {
      place: { path: source.path },
      found: reader.format,
      expected: 'a file on the disk: this format is not read out of an archive',
    });
  }
  for await (const _ of watched.stream());
  yield* source.access((file) => reader.readAccess(file));
}
