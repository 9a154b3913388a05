import { createHash } from 'node:crypto';
import {
  defineViews,
  earlierUntil,
  type Holdings,
  type ObjectStore,
  type Segment,
  Session,
  type SourceFile,
  schemaVersion,
} from '@zhiheng/lake';
import {
  type Clock,
  type CoverageEntry,
  type Day,
  type OnProgress,
  OwnFault,
  reportFault,
  UserFault,
} from '@zhiheng/vocabulary';
import { AddressReader, type PlaceSheets } from '../places/address-reader.js';
import { type Mapping, readMapping } from '../reading/mapping.js';
import { Arrivals } from './arrivals.js';
import { BlockNumbers } from './block-numbers.js';
import { checkHeldSchema } from './check-held-schema.js';
import { countOutcomes } from './count-outcomes.js';
import type { FileReading } from './file-reading.js';
import { type ArrivedRelations, joinArrivals } from './join-arrivals.js';
import { joinCoverage } from './join-coverage.js';
import type { LoadRequest } from './load-request.js';
import { addSums, type LoadedFile, type LoadResult, noRecords, sumsAgree } from './load-result.js';
import { decideOutcomes } from './outcomes.js';
import { QuarantineCollector } from './quarantine.js';
import { readFileInto } from './read-file.js';
import { ReadingWorkers, type WorkerPlan } from './reading-workers.js';
import { registerFiles } from './register-files.js';
import { listSourceFiles, type SourceBytes } from './source-files.js';
import { registerHeldSources } from './standing.js';
import { writeSegment, writeSegments } from './write-segments.js';

export interface LoadEffects {
  readonly store: ObjectStore;
  readonly holdings: Holdings;
  readonly placeSheets: PlaceSheets;
  readonly clock: Clock;
  readonly onProgress: OnProgress;
  /** Folder for the working database and spilling; emptied by the caller. */
  readonly workFolder: string;
  /** Of the SQL engine, `512MB`. */
  readonly memoryLimit: string;
  /** Last day on which something can have happened; left out: any day up to 2100. */
  readonly latest?: Day;
  /** Threads that read; left out: none, files are read in this thread. */
  readonly workers?: WorkerPlan;
}

/** Of the SQL engine in all reading threads together, in megabytes: they only append. */
const workersMemory = 112;
const leastWorkerMemory = 40;

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
  checkHeldSchema(effects.holdings);
  const mapping = request.mapping === undefined ? null : readMapping(request.mapping.text, request.mapping.path);
  const session = await Session.open({
    file: `${effects.workFolder}/load.duckdb`,
    spillFolder: `${effects.workFolder}/spill`,
    memoryLimit: effects.memoryLimit,
  });
  try {
    const { readings, tables: arrived, quarantined } = await readAll(request, effects, session, mapping);
    const revision = effects.holdings.revision + 1;
    await defineViews(session, effects.holdings, effects.store, 'held_');
    await defineViews(session, effects.holdings, effects.store, 'known_', true);
    await registerFiles(session, readings, effects.holdings, mappingHash(request));
    await registerHeldSources(session, effects.holdings);
    effects.onProgress({ stage: 'settling', done: 0, total: null, unit: 'records' });
    await decideOutcomes(session, arrived);
    const files = await countOutcomes(session, arrived, readings, revision);
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
    const tables = await writeSegments(session, arrived, effects, revision);
    const quarantine: Segment[] = [];
    for (const table of quarantined) {
      quarantine.push(
        ...(await writeSegment(session, effects.store, `SELECT * FROM "${table}" ORDER BY id`, revision)),
      );
    }
    const earlier = earlierUntil(effects.holdings);
    const holdings: Holdings = {
      ...effects.holdings,
      schemaVersion,
      ...(earlier < 0 ? {} : { earlierUntil: earlier }),
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

/** Files that were read, and the tables that took any record of them. */
interface Readings {
  readonly readings: readonly FileReading[];
  readonly tables: ArrivedRelations;
  /** Tables that hold what went into quarantine. */
  readonly quarantined: readonly string[];
}

async function readAll(
  request: LoadRequest,
  effects: LoadEffects,
  session: Session,
  mapping: Mapping | null,
): Promise<Readings> {
  const { placeSheets, workFolder, holdings, latest, onProgress } = effects;
  const listed = await Promise.all(request.paths.map((path) => listOrRefuse(path)));
  const sources = listed.flat();
  const total = sources.reduce((sum, source) => sum + ('bytes' in source ? source.bytes : 0), 0);
  const plan = effects.workers ?? { count: 0 };
  const memory = Math.max(leastWorkerMemory, Math.floor(workersMemory / Math.max(1, plan.count)));
  const setting = { placeSheets, mapping: request.mapping ?? null, latest, memoryLimit: `${memory}MB` };
  const workers = new ReadingWorkers(plan, total, { workFolder, setting });
  try {
    const arrivals = await Arrivals.create(session);
    const quarantine = await QuarantineCollector.create(session);
    const addresses = new AddressReader(placeSheets);
    const numbers = new BlockNumbers();
    const readings: FileReading[] = [];
    let done = 0;
    for (const [index, source] of sources.entries()) {
      if (!('stream' in source)) {
        readings.push(source);
        continue;
      }
      const reading = await readFileInto(source, {
        request,
        mapping,
        arrivals,
        quarantine,
        addresses,
        latest,
        workers,
        numbers,
        number: index + 1,
        revision: holdings.revision + 1,
        onBytes: (bytes) => onProgress({ stage: 'reading', done: done + bytes, total, unit: 'bytes' }),
      });
      done += source.bytes;
      readings.push(reading);
    }
    const quarantined = quarantine.finish();
    const [own, databases] = [await arrivals.finish(), await workers.finish()];
    return { readings, tables: await joinArrivals(session, own, databases), quarantined };
  } finally {
    await workers.stop();
  }
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
    firstBlock: 0,
    lastBlock: -1,
    records: 0,
    ignoredReasons: {},
    quarantined: 0,
    coverage: [],
    error: reportFault(fault),
    keptComplete: false,
  };
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
