import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyHoldings, type Holdings, ObjectStore } from '@zhiheng/lake';
import { AddressReader, type LoadRequest, type LoadResult, loadFiles } from '@zhiheng/records';
import { systemClock } from '@zhiheng/vocabulary';
import type { JobEffects } from './job-effects.js';

export interface LoadJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Hash of the holdings to add to; null for none yet. */
  readonly holdings: string | null;
  readonly request: LoadRequest;
}

export interface LoadJobOutput {
  readonly result: LoadResult;
  /** Hash of the holdings after the load; null when nothing usable was read. */
  readonly holdings: string | null;
}

export async function loadJob(input: LoadJobInput, { onProgress, disk }: JobEffects): Promise<LoadJobOutput> {
  const store = new ObjectStore(input.lakeFolder, disk);
  const workFolder = join(input.workFolder, 'load');
  await mkdir(workFolder, { recursive: true });
  try {
    const areas = await readFile(join(input.definitionsFolder, 'reference/areas.csv'), 'utf8');
    const { result, holdings } = await loadFiles(input.request, {
      store,
      holdings: input.holdings === null ? emptyHoldings : ((await store.getJson(input.holdings)) as Holdings),
      addresses: new AddressReader(areas),
      clock: systemClock,
      onProgress,
      workFolder,
      memoryLimit: '1GB',
    });
    return { result, holdings: holdings === null ? null : (await store.putJson(holdings)).sha256 };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
