import { type CoverageEntry, type Day, reportFault, type UserFault } from '@zhiheng/vocabulary';
import type { Pseudonyms } from '../people/pseudonyms.js';
import type { AddressReader } from '../places/address-reader.js';
import type { Mapping } from '../reading/mapping.js';
import type { Arrivals } from './arrivals.js';
import { type BlockNumbers, beforeBlock } from './block-numbers.js';
import { type ChosenReader, chooseReader } from './choose-reader.js';
import { isBlockFormat } from './cut-blocks.js';
import { FileAccount } from './file-account.js';
import { isFileFault } from './file-fault.js';
import type { FileReading } from './file-reading.js';
import { grantCoverage } from './grant-coverage.js';
import type { LoadRequest } from './load-request.js';
import type { QuarantineCollector } from './quarantine.js';
import { readBlocks } from './read-blocks.js';
import { readItems } from './read-items.js';
import type { ReadingWorkers } from './reading-workers.js';
import type { SourceBytes } from './source-files.js';
import { st36Coverage } from './st36-coverage.js';
import { WatchedBytes } from './watched-bytes.js';

interface ReadingEffects {
  readonly request: LoadRequest;
  readonly mapping: Mapping | null;
  readonly arrivals: Arrivals;
  readonly quarantine: QuarantineCollector;
  readonly addresses: AddressReader;
  readonly latest: Day | undefined;
  readonly pseudonyms: Pseudonyms | null;
  readonly workers: ReadingWorkers;
  readonly numbers: BlockNumbers;
  /** Number of the file within the load, from 1. */
  readonly number: number;
  readonly revision: number;
  readonly onBytes: (bytes: number) => void;
}

/** Reads one file into the arriving tables; a fault of the file takes back what it brought and is told in `error`. */
export async function readFileInto(source: SourceBytes, effects: ReadingEffects): Promise<FileReading> {
  const { path, bytes } = source;
  const { arrivals, workers, numbers, request } = effects;
  const firstBlock = numbers.last + 1;
  const watched = new WatchedBytes(source, effects.onBytes);
  const account = new FileAccount(effects.quarantine, effects.revision, { path, number: effects.number });
  let format: string | null = null;
  const describe = (
    coverage: readonly CoverageEntry[],
    fault: UserFault | null,
    keptComplete = false,
  ): FileReading => ({
    path,
    format,
    bytes,
    sha256: watched.sha256(),
    firstBlock,
    lastBlock: numbers.last,
    records: account.records,
    ignoredReasons: account.ignoredReasons,
    quarantined: account.quarantined,
    coverage,
    ...(fault === null ? {} : { error: reportFault(fault) }),
    keptComplete,
  });
  try {
    const reader = chooseReader(await source.head(), path, effects);
    format = reader.format;
    const fault = await readWith(reader, source, watched, account, effects);
    if (fault === null) await watched.check();
    else if (!request.keepComplete) throw fault;
    else await watched.readAgain();
    const coverage = coverageOf(reader, account.grantedOn, path, effects);
    return describe(coverage, fault, fault !== null);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    await arrivals.takeBackBehind(beforeBlock(firstBlock));
    await workers.takeBackBehind(beforeBlock(firstBlock));
    await account.takeBack();
    return describe([], error);
  }
}

/** What a file covers: files of documents by the records that were met, others by what their reader says. */
function coverageOf(
  reader: ChosenReader,
  grantedOn: FileAccount['grantedOn'],
  path: string,
  { request, mapping }: ReadingEffects,
): readonly CoverageEntry[] {
  if (reader.format === 'uspto') return grantCoverage(grantedOn, path, request);
  return reader.format === 'st36' ? st36Coverage(grantedOn, request, mapping) : reader.coverage();
}

/** Reads in blocks, where the format allows it and there are workers, else in one go; gives the fault of the file. */
async function readWith(
  reader: ChosenReader,
  source: SourceBytes,
  watched: WatchedBytes,
  account: FileAccount,
  { arrivals, mapping, numbers, workers, pseudonyms }: ReadingEffects,
): Promise<UserFault | null> {
  const { format } = reader;
  const pool = isBlockFormat(format) ? workers.pool() : null;
  if (!isBlockFormat(format) || pool === null)
    return readItems(reader, source, watched, { arrivals, numbers, account, pseudonyms });
  const plan = { format, file: source.path, mapping, blockBytes: workers.blockBytes };
  return readBlocks(watched, plan, { pool, numbers, account });
}
