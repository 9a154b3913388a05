import { createHash } from 'node:crypto';
import { defineViews, type Holdings, type ObjectStore, Session, type SourceFile } from '@zhiheng/lake';
import { type Clock, type CoverageEntry, type OnProgress, OwnFault, reportFault, UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../places/address-reader.js';
import { type Mapping, readMapping } from '../reading/mapping.js';
import { Arrivals } from './arrivals.js';
import { countOutcomes } from './count-outcomes.js';
import type { FileReading } from './file-reading.js';
import { joinCoverage } from './join-coverage.js';
import type { LoadRequest } from './load-request.js';
import { addSums, type LoadedFile, type LoadResult, noRecords, sumsAgree } from './load-result.js';
import { decideOutcomes } from './outcomes.js';
import { QuarantineCollector } from './quarantine.js';
import { readFileInto } from './read-file.js';
import { listSourceFiles, type SourceBytes } from './source-files.js';
import { writeSegment, writeSegments } from './write-segments.js';

export interface LoadEffects {
  readonly store: ObjectStore;
  readonly holdings: Holdings;
  readonly addresses: AddressReader;
  readonly clock: Clock;
  readonly onProgress: OnProgress;
  /** Folder for the working database and spilling; emptied by the caller. */
  readonly workFolder: string;
  readonly memoryLimit: string;
}

export interface Load {
  readonly result: LoadResult;
  /** What is held after the load; null when nothing usable was read. */
  readonly holdings: Holdings | null;
}

/**
 * Reads files into the lake. Segments are written and synced, nothing is made current: the caller stores the holdings
 * and then the act that names them. Each file is all or nothing; a damaged or refused one is reported among the others.
 */
export async function loadFiles(request: LoadRequest, effects: LoadEffects): Promise<Load> {
  const startedAt = effects.clock.now().getTime();
  const mapping = request.mapping === undefined ? null : readMapping(request.mapping.text, request.mapping.path);
  const session = await Session.open({
    file: `${effects.workFolder}/load.duckdb`,
    spillFolder: `${effects.workFolder}/spill`,
    memoryLimit: effects.memoryLimit,
  });
  try {
    const readings = await readAll(request, effects, session, mapping);
    const revision = effects.holdings.revision + 1;
    await defineViews(session, effects.holdings, effects.store, 'held_');
    await defineViews(session, effects.holdings, effects.store, 'known_', true);
    await registerFiles(session, readings, effects.holdings, request);
    effects.onProgress({ stage: 'settling', done: 0, total: null, unit: 'records' });
    await decideOutcomes(session);
    const files = await countOutcomes(session, readings, revision);
    const sums = addSums(files);
    if (!sumsAgree(sums)) throw new OwnFault(`a load does not add up: ${JSON.stringify(sums)}`);
    const result: LoadResult = {
      ...sums,
      files,
      seconds: (effects.clock.now().getTime() - startedAt) / 1000,
      bytes: files.reduce((total, file) => total + file.bytes, 0),
    };
    if (files.every((file) => file.read === 0)) return { result, holdings: null };
    effects.onProgress({ stage: 'writing', done: 0, total: null, unit: 'records' });
    const tables = await writeSegments(session, effects.store, effects.holdings, revision);
    const quarantine = await writeSegment(session, effects.store, 'SELECT * FROM quarantine ORDER BY id', revision);
    const holdings: Holdings = {
      ...effects.holdings,
      revision,
      tables,
      coverage: joinCoverage(effects.holdings.coverage, coverageOf(readings)),
      sources: [...effects.holdings.sources, ...sourcesOf(readings, files, revision, request)],
      quarantine: [...effects.holdings.quarantine, ...quarantine],
    };
    const seconds = (effects.clock.now().getTime() - startedAt) / 1000;
    return { result: { ...result, seconds }, holdings };
  } finally {
    session.close();
  }
}

async function readAll(
  request: LoadRequest,
  effects: LoadEffects,
  session: Session,
  mapping: Mapping | null,
): Promise<FileReading[]> {
  const arrivals = await Arrivals.create(session);
  const quarantine = await QuarantineCollector.create(session);
  const listed = await Promise.all(request.paths.map((path) => listOrRefuse(path)));
  const sources = listed.flat();
  const total = sources.reduce((sum, source) => sum + ('bytes' in source ? source.bytes : 0), 0);
  const readings: FileReading[] = [];
  let sequence = 1;
  let done = 0;
  for (const source of sources) {
    if (!('stream' in source)) {
      readings.push(source);
      continue;
    }
    const reading = await readFileInto(source, {
      request,
      mapping,
      arrivals,
      quarantine,
      addresses: effects.addresses,
      firstSequence: sequence,
      revision: effects.holdings.revision + 1,
      onBytes: (bytes) => effects.onProgress({ stage: 'reading', done: done + bytes, total, unit: 'bytes' }),
    });
    sequence = reading.lastSequence + 1;
    done += source.bytes;
    readings.push(reading);
  }
  await quarantine.flush();
  await arrivals.finish();
  return readings;
}

async function listOrRefuse(path: string): Promise<(SourceBytes | FileReading)[]> {
  try {
    const files = await listSourceFiles(path);
    return files.map((file) => ('fault' in file ? refusedFile(file.path, file.fault) : file));
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    return [refusedFile(path, error)];
  }
}

function refusedFile(path: string, fault: UserFault): FileReading {
  return {
    path,
    format: null,
    bytes: 0,
    sha256: '',
    firstSequence: 0,
    lastSequence: -1,
    ignoredReasons: {},
    quarantined: 0,
    coverage: [],
    error: reportFault(fault),
    keptComplete: false,
  };
}

/** `arriving_files`: which arrivals each file brought, and whether this very file was read this way before. */
async function registerFiles(
  session: Session,
  readings: readonly FileReading[],
  holdings: Holdings,
  request: LoadRequest,
): Promise<void> {
  const mapping = mappingHash(request);
  const seen = new Set(holdings.sources.map((source) => `${source.sha256} ${source.mapping ?? ''}`));
  await session.registerTable(
    'arriving_file_list',
    { file: 'integer', first_sequence: 'integer', last_sequence: 'integer', seen: 'integer' },
    readings
      .map((reading, index) => {
        const key = `${reading.sha256} ${mapping ?? ''}`;
        const again = seen.has(key);
        seen.add(key);
        return [index, reading.firstSequence, reading.lastSequence, again ? 1 : 0];
      })
      .filter(([, first, last]) => (last ?? 0) >= (first ?? 0)),
  );
  await session.run('CREATE VIEW arriving_files AS SELECT * REPLACE (seen = 1 AS seen) FROM arriving_file_list');
}

function mappingHash(request: LoadRequest): string | null {
  return request.mapping === undefined ? null : createHash('sha256').update(request.mapping.text).digest('hex');
}

function coverageOf(readings: readonly FileReading[]): CoverageEntry[] {
  return readings
    .filter((reading) => reading.error === undefined || reading.keptComplete)
    .flatMap((reading) => reading.coverage);
}

function sourcesOf(
  readings: readonly FileReading[],
  files: readonly LoadedFile[],
  revision: number,
  request: LoadRequest,
): SourceFile[] {
  const mapping = mappingHash(request);
  return files.flatMap((file, index) => {
    const reading = readings[index];
    const { format } = file;
    if (reading === undefined || format === null || file.read === 0) return [];
    const { path, bytes, read, loaded, replaced, duplicates, ignored, quarantined } = { ...noRecords, ...file };
    return [
      {
        path,
        format,
        sha256: reading.sha256,
        mapping,
        bytes,
        revision,
        read,
        loaded,
        replaced,
        duplicates,
        ignored,
        quarantined,
      },
    ];
  });
}
