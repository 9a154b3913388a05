import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Holdings, ObjectStore, type Release } from '@zhiheng/lake';
import { Pseudonyms, type ResolutionExtract, type ResolvedHoldings, resolveHoldings } from '@zhiheng/records';
import type { JobEffects } from './job-effects.js';

export interface ResolveJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Hash of the holdings to be frozen. */
  readonly holdings: string;
  /** Hash of the release before; null for the first. */
  readonly base: string | null;
  readonly office: string;
  readonly extract: ResolutionExtract;
  /** Makes pseudonyms of the names of people. */
  readonly peopleKey: Uint8Array;
}

const memoryLimit = '2GB';

/** Resolves who the holders of what is loaded are, for the release that is made of it. */
export async function resolveJob(input: ResolveJobInput, { onProgress, disk }: JobEffects): Promise<ResolvedHoldings> {
  const store = new ObjectStore(input.lakeFolder, disk);
  await mkdir(input.workFolder, { recursive: true });
  const workFolder = await mkdtemp(join(input.workFolder, 'resolve-'));
  try {
    const holdings = (await store.getJson(input.holdings)) as Holdings;
    const base = input.base === null ? null : ((await store.getJson(input.base)) as Release);
    const pseudonyms = new Pseudonyms(input.peopleKey);
    return await resolveHoldings(holdings, {
      ...{ store, base, workFolder, memoryLimit, onProgress },
      ...{ office: input.office, extract: input.extract },
      pseudonymOf: (name) => pseudonyms.of(name),
      areas: await readFile(join(input.definitionsFolder, 'reference/areas.csv'), 'utf8'),
    });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
