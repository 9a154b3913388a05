import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ComputedDefinition,
  compilerVersion,
  figureSets,
  isComputed,
  planAdmission,
  readDefinitions,
  readPublishedFolder,
  type SetScope,
  type SetStep,
  vintageName,
} from '@zhiheng/indicators';
import { type LakeSession, ObjectStore, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { AreaDirectory, type Dataset, type OnProgress, systemClock, wholeOffice } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { knownSpan } from '../known-span.js';
import type { Vintage, VintageAdmission, VintageIndicator } from '../vintage.js';
import type { JobEffects } from './job-effects.js';
import { writeAdmission, writeSegment } from './write-admission.js';

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
  const known = await earlierSets(store, input);
  const computed = definitions.filter(isComputed);
  const fresh = computed.filter(({ hash }) => !known.observations.has(hash));
  const ground = { store, release, workFolder: input.workFolder, onProgress };
  const made = await computeFresh(fresh, ground, { areas, ...knownSpan(release) });
  const indicators = definitions.map(
    (definition): VintageIndicator => ({
      hash: definition.hash,
      definition,
      observations: isComputed(definition)
        ? (made.observations.get(definition.hash) ?? known.observations.get(definition.hash) ?? null)
        : null,
    }),
  );
  const reused = computed.length - fresh.length;
  const admissions = [...known.admissions, ...made.admissions].filter((admission) =>
    computed.some(({ hash }) => admission.definitions.includes(hash)),
  );
  const session = await openLakeSession(release, store, wholeOffice);
  try {
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
      admissions,
    };
    const { sha256 } = await store.putJson(vintage);
    const observations = indicators.reduce((total, one) => total + (one.observations?.rows ?? 0), 0);
    return { hash: sha256, vintage, observations, reused };
  } finally {
    session.close();
  }
}

/** Observations by the hash of their definition, and the admissions that they rest on. */
interface ComputedSets {
  readonly observations: ReadonlyMap<string, Segment>;
  readonly admissions: readonly VintageAdmission[];
}

interface ComputeGround {
  readonly store: ObjectStore;
  readonly release: Release;
  readonly workFolder: string;
  readonly onProgress: OnProgress;
}

/** Computes definitions together: their admission first, then their observations out of it. */
async function computeFresh(
  definitions: readonly ComputedDefinition[],
  { store, release, workFolder, onProgress }: ComputeGround,
  scope: Omit<SetScope, 'onStep'>,
): Promise<ComputedSets> {
  if (definitions.length === 0) return { observations: new Map(), admissions: [] };
  const settings = {
    writeFolder: store.incomingFolder,
    memoryLimit: '2GB',
    spillFolder: join(workFolder, 'spill'),
  };
  const plan = planAdmission(definitions);
  const within = async <T>(beside: readonly Segment[], use: (session: LakeSession) => Promise<T>): Promise<T> => {
    const session = await openLakeSession(release, store, wholeOffice, { ...settings, beside });
    try {
      return await use(session);
    } finally {
      session.close();
    }
  };
  const admission = await within([], (session) => writeAdmission(plan, session, store, onProgress));
  const observations = await within(Object.values(admission.parts).flat(), async (session) => {
    for (const [name, segments] of Object.entries(admission.parts)) {
      await session.showSegments(name, { segments, recordsOf: 'patents' });
    }
    const sets = new Map<string, Segment>();
    const onStep = ({ stage, done, total }: SetStep) =>
      onProgress({ stage: stage === 'cells' ? 'counting' : 'computing', done, total, unit: stage === 'cells' ? 'steps' : 'indicators' });
    for await (const { definition, sql } of figureSets(plan, session, { ...scope, onStep })) {
      sets.set(definition.hash, await writeSegment(session, store, sql));
    }
    return sets;
  });
  return { observations, admissions: [admission] };
}

/** What earlier vintages over the same release and compiler hold. */
async function earlierSets(store: ObjectStore, input: ComputeJobInput): Promise<ComputedSets> {
  const observations = new Map<string, Segment>();
  const admissions = new Map<string, VintageAdmission>();
  for (const hash of input.earlier) {
    const vintage = (await store.getJson(hash)) as Vintage;
    if (vintage.releaseHash !== input.releaseHash || vintage.compiler !== compilerVersion) continue;
    for (const { hash: definition, observations: set } of vintage.indicators) {
      if (set !== null) observations.set(definition, set);
    }
    for (const admission of vintage.admissions ?? []) admissions.set(JSON.stringify(admission.parts), admission);
  }
  return { observations, admissions: [...admissions.values()] };
}

async function datasetsOf(session: LakeSession, release: Release): Promise<Vintage['datasets']> {
  const held = await session.rows<{ office: string; dataset: Dataset }>('SELECT DISTINCT office, dataset FROM patents');
  const pairs = [...held, ...release.coverage.map(({ office, dataset }) => ({ office, dataset }))];
  const distinct = new Map(pairs.map((pair) => [`${pair.office} ${pair.dataset}`, pair]));
  return [...distinct.values()].sort((a, b) => (`${a.office} ${a.dataset}` < `${b.office} ${b.dataset}` ? -1 : 1));
}
