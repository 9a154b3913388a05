import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { emptyHoldings, type Holdings, type KeptReading, ObjectStore } from '@zhiheng/lake';
import { type LoadRequest, type LoadResult, loadFiles, type PeopleEffects } from '@zhiheng/records';
import { type Clock, type Day, systemClock } from '@zhiheng/vocabulary';
import { writeNames } from '../loaded-names.js';
import { readPlaceSheets } from '../place-sheets.js';
import type { JobEffects } from './job-effects.js';

export interface LoadJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Hash of the holdings to add to; null for none yet. */
  readonly holdings: string | null;
  readonly request: LoadRequest;
  /** People: the office's key for their pseudonyms, and the file that takes their names; left out: people are not kept. */
  readonly people?: { readonly key: Uint8Array; readonly namesFile: string };
  /** Threads that read large files; left out: one a core, four at most. 0: the thread of the job. */
  readonly workers?: number;
}

const usualWorkers = Math.max(1, Math.min(availableParallelism(), 4));
/** Of the SQL engine, which spills to the disk beyond it. */
const memoryLimit = '512MB';

export interface LoadJobOutput {
  readonly result: LoadResult;
  /** Hash of the holdings after the load; null when nothing usable was read. */
  readonly holdings: string | null;
}

export async function loadJob(input: LoadJobInput, { onProgress, disk }: JobEffects): Promise<LoadJobOutput> {
  const store = new ObjectStore(input.lakeFolder, disk);
  const workFolder = join(input.workFolder, 'load');
  // What a load that was killed left: the next one begins anew.
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  try {
    const { result, holdings } = await loadFiles(input.request, {
      store,
      holdings: input.holdings === null ? emptyHoldings : ((await store.getJson(input.holdings)) as Holdings),
      placeSheets: await readPlaceSheets(input.definitionsFolder),
      clock: systemClock,
      onProgress,
      workFolder,
      memoryLimit,
      latest: tomorrow(systemClock),
      workers: { count: input.workers ?? usualWorkers },
      ...(input.people === undefined ? {} : { people: peopleInto(input.people) }),
    });
    if (holdings === null) return { result, holdings: null };
    const kept = await keepReading(holdings, input.request, store);
    return { result, holdings: (await store.putJson(kept)).sha256 };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

function peopleInto({ key, namesFile }: NonNullable<LoadJobInput['people']>): PeopleEffects {
  return { key: Uint8Array.from(key), keepNames: (names) => writeNames(namesFile, names) };
}

/** The last day that it can be anywhere on earth: what happened behind it has not happened yet. */
function tomorrow(clock: Clock): Day {
  return new Date(clock.now().getTime() + 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Stores the mappings and the coverage block of a load and names them at its files, so that their records can be corrected. */
async function keepReading(holdings: Holdings, request: LoadRequest, store: ObjectStore): Promise<Holdings> {
  const { mappings = [], covers = null } = request;
  if (mappings.length === 0 && covers === null) return holdings;
  const kept = new Map<string | null, string>();
  for (const mapping of [null, ...mappings]) {
    const read = mapping === null ? null : createHash('sha256').update(mapping.text).digest('hex');
    if (mapping === null && covers === null) continue;
    const reading: KeptReading = { format: 'zhiheng-reading/1', mapping, covers };
    kept.set(read, (await store.putJson(reading)).sha256);
  }
  const sources = holdings.sources.map((source) => {
    const reading = source.revision === holdings.revision ? kept.get(source.mapping) : undefined;
    return reading === undefined ? source : { ...source, reading };
  });
  return { ...holdings, sources };
}
