import { createHash } from 'node:crypto';
import { type CoverageEntry, type FaultReport, reportFault, UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../places/address-reader.js';
import type { ByteSource } from '../reading/byte-source.js';
import type { Mapping } from '../reading/mapping.js';
import type { ReadItem } from '../reading/record.js';
import type { Arrivals } from './arrivals.js';
import { type ChosenReader, chooseReader } from './choose-reader.js';
import type { FileReading } from './file-reading.js';
import type { LoadRequest } from './load-request.js';
import type { QuarantineCollector } from './quarantine.js';
import { patentRows, sourceRows } from './record-rows.js';
import type { SourceBytes } from './source-files.js';

interface ReadingEffects {
  readonly request: LoadRequest;
  readonly mapping: Mapping | null;
  readonly arrivals: Arrivals;
  readonly quarantine: QuarantineCollector;
  readonly addresses: AddressReader;
  readonly firstSequence: number;
  readonly revision: number;
  readonly onBytes: (bytes: number) => void;
}

/** Reads one file into the arriving tables; a fault of the file takes back what it brought and is told in `error`. */
export async function readFileInto(source: SourceBytes, effects: ReadingEffects): Promise<FileReading> {
  const { arrivals, quarantine, firstSequence, request } = effects;
  let sequence = firstSequence - 1;
  let quarantined = 0;
  const ignoredReasons: Record<string, number> = {};
  let format: string | null = null;
  const hash = createHash('sha256');
  let bytes = 0;
  const watched = {
    async *stream(): AsyncGenerator<Buffer> {
      for await (const chunk of source.stream()) {
        hash.update(chunk);
        bytes += chunk.length;
        effects.onBytes(bytes);
        yield chunk;
      }
    },
  };
  const describe = (coverage: readonly CoverageEntry[], error?: FaultReport, keptComplete = false): FileReading => ({
    path: source.path,
    format,
    bytes: source.bytes,
    sha256: hash.digest('hex'),
    firstSequence,
    lastSequence: sequence,
    ignoredReasons,
    quarantined,
    coverage,
    ...(error === undefined ? {} : { error }),
    keptComplete,
  });
  try {
    const reader = chooseReader(await source.head(), source.path, effects);
    format = reader.format;
    let fault: UserFault | null = null;
    try {
      for await (const items of itemsOf(reader, source, watched)) {
        for (const item of items) {
          if (item.type === 'record') {
            sequence += 1;
            const origin = { source: source.path, position: item.position };
            const { record } = item;
            arrivals.add(sequence, 'group' in record ? sourceRows(record, origin) : patentRows(record, origin));
          } else if (item.type === 'ignored') {
            ignoredReasons[item.reason] = (ignoredReasons[item.reason] ?? 0) + 1;
          } else {
            quarantined += 1;
            const { type: _, ...fields } = item;
            await quarantine.add({
              id: quarantineId(effects.revision, firstSequence, quarantined),
              file: source.path,
              ...fields,
            });
          }
        }
      }
    } catch (error) {
      if (!(error instanceof UserFault) || !request.keepComplete) throw error;
      fault = error;
    }
    if (fault === null && source.length !== null && bytes !== source.length) {
      throw new UserFault('file-changed', {
        place: { path: source.path, byte: Math.min(bytes, source.length) },
        found: `${bytes} bytes`,
        expected: `${source.length} bytes, as when reading began`,
      });
    }
    return fault === null ? describe(reader.coverage()) : describe(reader.coverage(), reportFault(fault), true);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    await arrivals.takeBackFrom(firstSequence);
    await quarantine.takeBack(source.path);
    sequence = firstSequence - 1;
    quarantined = 0;
    for (const reason of Object.keys(ignoredReasons)) delete ignoredReasons[reason];
    return describe([], reportFault(error));
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

/** `Q3-1200-7`: load, first arrival of the file, number within the file. */
function quarantineId(revision: number, firstSequence: number, number: number): string {
  return `Q${revision}-${firstSequence}-${number}`;
}
