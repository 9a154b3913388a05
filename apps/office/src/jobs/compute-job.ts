import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ComputedDefinition,
  type ComputeScope,
  compilerVersion,
  computeObservations,
  isComputed,
  readDefinitions,
  readPublishedFolder,
  vintageName,
} from '@zhiheng/indicators';
import { type LakeSession, ObjectStore, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { AreaDirectory, type Dataset, systemClock, wholeOffice } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { knownSpan } from '../known-span.js';
import type { Vintage, VintageIndicator } from '../vintage.js';
import type { JobEffects } from './job-effects.js';

export interface ComputeJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Hash of the release's manifest. */
  readonly releaseHash: string;
  readonly effective: string;
  readonly ledgerPosition: number;
  /** Ids to compute; null: all definitions. */
  readonly indicators: readonly string[] | null;
  /** Hashes of vintages whose observations may be taken over. */
  readonly earlier: readonly string[];
}

export interface ComputeJobOutput {
  readonly hash: string;
  readonly vintage: Vintage;
  /** Rows of computed observations. */
  readonly observations: number;
  /** Indicators whose observations were taken over from an earlier vintage. */
  readonly reused: number;
}

/** Computes every definition over one release; what an earlier vintage holds for the same records is taken over. */
export async function computeJob(input: ComputeJobInput, { onProgress, disk }: JobEffects): Promise<ComputeJobOutput> {
  const store = new ObjectStore(input.lakeFolder, disk);
  const release = (await store.getJson(input.releaseHash)) as Release;
  const areasCsv = await readFile(join(input.definitionsFolder, 'reference/areas.csv'), 'utf8');
  const areas = new AreaDirectory(areasCsv);
  const definitions = readDefinitions(input.definitionsFolder).filter(
    ({ id }) => input.indicators === null || input.indicators.includes(id),
  );
  const known = await earlierObservations(store, input);
  const session = await openLakeSession(release, store, wholeOffice, {
    writeFolder: store.incomingFolder,
    memoryLimit: '2GB',
    spillFolder: join(input.workFolder, 'spill'),
  });
  try {
    const indicators: VintageIndicator[] = [];
    let reused = 0;
    for (const [index, definition] of definitions.entries()) {
      onProgress({ stage: 'computing', done: index, total: definitions.length, unit: 'indicators' });
      const taken = known.get(definition.hash);
      if (taken !== undefined && isComputed(definition)) reused += 1;
      const observations = isComputed(definition)
        ? (taken ?? (await computeOne(definition, session, store, { areas, ...knownSpan(release) })))
        : null;
      indicators.push({ hash: definition.hash, definition, observations });
    }
    const reference = {
      areas: createHash('sha256').update(areasCsv).digest('hex'),
      published: canonicalHash(readPublishedFolder(input.definitionsFolder)),
    };
    const vintage: Vintage = {
      format: 'zhiheng-vintage/1',
      name: vintageName({
        release: input.releaseHash,
        ledgerPosition: input.ledgerPosition,
        effective: input.effective,
        reference,
        definitions: Object.fromEntries(indicators.map(({ definition, hash }) => [definition.id, hash])),
      }),
      createdAt: systemClock.now().toISOString(),
      release: release.name,
      releaseHash: input.releaseHash,
      effective: input.effective,
      ledgerPosition: input.ledgerPosition,
      reference,
      compiler: compilerVersion,
      coverage: release.coverage,
      datasets: await datasetsOf(session, release),
      indicators,
    };
    const { sha256 } = await store.putJson(vintage);
    const observations = indicators.reduce((total, one) => total + (one.observations?.rows ?? 0), 0);
    return { hash: sha256, vintage, observations, reused };
  } finally {
    session.close();
  }
}

async function computeOne(
  definition: ComputedDefinition,
  session: LakeSession,
  store: ObjectStore,
  scope: ComputeScope,
): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const { observations } = await computeObservations(definition, session, { ...scope, path });
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return { sha256, rows: observations, bytes, revision: 0 };
}

/** Observations of earlier vintages over the same release and compiler, by the hash of their definition. */
async function earlierObservations(store: ObjectStore, input: ComputeJobInput): Promise<Map<string, Segment>> {
  const known = new Map<string, Segment>();
  for (const hash of input.earlier) {
    const vintage = (await store.getJson(hash)) as Vintage;
    if (vintage.releaseHash !== input.releaseHash || vintage.compiler !== compilerVersion) continue;
    for (const { hash: definition, observations } of vintage.indicators) {
      if (observations !== null) known.set(definition, observations);
    }
  }
  return known;
}

async function datasetsOf(session: LakeSession, release: Release): Promise<Vintage['datasets']> {
  const held = await session.rows<{ office: string; dataset: Dataset }>('SELECT DISTINCT office, dataset FROM patents');
  const pairs = [...held, ...release.coverage.map(({ office, dataset }) => ({ office, dataset }))];
  const distinct = new Map(pairs.map((pair) => [`${pair.office} ${pair.dataset}`, pair]));
  return [...distinct.values()].sort((a, b) => (`${a.office} ${a.dataset}` < `${b.office} ${b.dataset}` ? -1 : 1));
}
