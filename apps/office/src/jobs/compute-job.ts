import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Concordance,
  Concordances,
  compilerVersion,
  isComputed,
  type OwnTables,
  type PublishedTexts,
  readDefinitions,
  readPublishedFolder,
  vintageName,
} from '@zhiheng/indicators';
import { ObjectStore, openLakeSession, type Release, segmentsOf, type TableSegments } from '@zhiheng/lake';
import { AreaDirectory, type Dataset, systemClock, wholeOffice } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { ConcordanceObject, KeptConcordance } from '../classification/vintage-tags.js';
import { type VintageFacts, withFacts } from '../decisions/vintage-facts.js';
import { setOf } from '../stored-set.js';
import type { Vintage, VintageIndicator } from '../vintage.js';
import { computeSegments } from './compute-segments.js';
import { countValues } from './count-values.js';
import type { JobEffects } from './job-effects.js';
import { isOver, knownSets } from './known-sets.js';
import { tablesAsked, tagRecords } from './tag-records.js';

export interface ComputeJobInput {
  readonly lakeFolder: string;
  readonly workFolder: string;
  readonly definitionsFolder: string;
  /** Definitions that people put in force over the folder's. */
  readonly publishedTexts: PublishedTexts;
  /** Concordance tables that the office loaded over the folder's. */
  readonly ownTables: OwnTables;
  /** Hash of the release's manifest. */
  readonly releaseHash: string;
  readonly effective: string;
  readonly ledgerPosition: number;
  /** What people decided up to there; null: nothing. */
  readonly facts: VintageFacts | null;
  /** Ids to compute; null: all definitions. */
  readonly indicators: readonly string[] | null;
  /** Hashes of vintages whose observations may be taken over. */
  readonly earlier: readonly string[];
}

export interface ComputeJobOutput {
  readonly hash: string;
  readonly vintage: Vintage;
  /** Values of computed observations. */
  readonly observations: number;
  /** Indicators whose observations were taken over from an earlier vintage. */
  readonly reused: number;
}

/** Computes every definition over one release; what an earlier vintage holds for the same records is taken over. */
export async function computeJob(input: ComputeJobInput, { onProgress, disk }: JobEffects): Promise<ComputeJobOutput> {
  const store = new ObjectStore(input.lakeFolder, disk);
  const { releaseHash, facts } = input;
  const release = withFacts((await store.getJson(releaseHash)) as Release, facts);
  // No figure is told of a release of which anything is damaged, read or not: it is looked through beside.
  const sound = store.checkSegments(segmentsOf(release));
  sound.catch(() => undefined);
  // Whoever waits for them waits until the release was found sound.
  const datasets = sound.then(() => datasetsOf(release, store));
  datasets.catch(() => undefined);
  const areasCsv = await readFile(join(input.definitionsFolder, 'reference/areas.csv'), 'utf8');
  const areas = new AreaDirectory(areasCsv);
  const concordances = new Concordances(input.definitionsFolder, input.ownTables);
  const definitions = readDefinitions(input.definitionsFolder, input.publishedTexts, concordances).filter(
    ({ id }) => input.indicators === null || input.indicators.includes(id),
  );
  const areasHash = createHash('sha256').update(areasCsv).digest('hex');
  const vintages = await earlierVintages(store, input, areasHash);
  const sets = knownSets({ releaseHash, facts }, vintages);
  const computed = definitions.filter(isComputed);
  const fresh = computed.filter(({ hash }) => !sets.observations.has(hash));
  const earlier = vintages.filter((vintage) => !isOver(vintage, { releaseHash, facts })).at(-1) ?? null;
  const base =
    earlier === null ? null : knownSets({ releaseHash: earlier.releaseHash, facts: earlier.facts ?? null }, vintages);
  const asked = tablesAsked(computed, concordances);
  const known = vintages.flatMap((vintage) => vintage.tags ?? []);
  const effects = { workFolder: input.workFolder, onProgress };
  const tagging = {
    ...{ store, release, ...effects },
    // Asked for where a record is to be tagged.
    get tree() {
      return concordances.tree;
    },
  };
  const tags = asked.length === 0 ? [] : await tagRecords(asked, known, tagging);
  const ground = { store, release, ...effects, areas, tags };
  const made = await computeSegments(fresh, ground, base);
  const counted = await countValues(made.observations, release, store);
  const indicators = definitions.map(
    (definition): VintageIndicator => ({
      hash: definition.hash,
      definition,
      observations: isComputed(definition)
        ? (counted.get(definition.hash) ?? sets.observations.get(definition.hash) ?? null)
        : null,
    }),
  );
  const reused = computed.length - fresh.length;
  const admissions = [...sets.admissions, ...made.admissions].filter((admission) =>
    computed.some(({ hash }) => admission.definitions.includes(hash)),
  );
  const reference = {
    areas: areasHash,
    published: canonicalHash(readPublishedFolder(input.definitionsFolder)),
    ...(facts === null ? {} : { deductions: facts.policy }),
  };
  const vintage: Vintage = {
    format: 'zhiheng-vintage/1',
    name: vintageName({
      release: releaseHash,
      ledgerPosition: input.ledgerPosition,
      effective: input.effective,
      reference,
      definitions: Object.fromEntries(indicators.map(({ definition, hash }) => [definition.id, hash])),
    }),
    createdAt: systemClock.now().toISOString(),
    release: release.name,
    releaseHash,
    effective: input.effective,
    ledgerPosition: input.ledgerPosition,
    facts,
    reference,
    compiler: compilerVersion,
    coverage: release.coverage,
    datasets: await datasets,
    indicators,
    admissions,
    ...(asked.length === 0 ? {} : { concordances: await keptConcordances(asked, store), tags }),
  };
  const { sha256 } = await store.putJson(vintage);
  const observations = indicators.reduce(
    (total, one) => total + (one.observations === null ? 0 : setOf(one.observations).values),
    0,
  );
  return { hash: sha256, vintage, observations, reused };
}

/** Keeps the tables that figures ask, as they are now, so that what they say of a record can be told later. */
async function keptConcordances(tables: readonly Concordance[], store: ObjectStore): Promise<KeptConcordance[]> {
  const kept: KeptConcordance[] = [];
  for (const table of tables) {
    const object: ConcordanceObject = { format: 'zhiheng-concordance/1', table };
    kept.push({ id: table.sheet.id, hash: table.hash, object: (await store.putJson(object)).sha256 });
  }
  return kept;
}

/** Earlier vintages by the same compiler and areas, the newest last. */
async function earlierVintages(store: ObjectStore, input: ComputeJobInput, areas: string): Promise<Vintage[]> {
  const found: Vintage[] = [];
  for (const hash of input.earlier) {
    const vintage = (await store.getJson(hash)) as Vintage;
    if (vintage.compiler === compilerVersion && vintage.reference.areas === areas) found.push(vintage);
  }
  return found;
}

interface OfDataset {
  readonly office: string;
  readonly dataset: Dataset;
}

/** Offices and datasets that a release covers or has records of. */
async function datasetsOf(release: Release, store: ObjectStore): Promise<Vintage['datasets']> {
  const nameOf = ({ office, dataset }: OfDataset) => `${office} ${dataset}`;
  const pairs = new Map(
    release.coverage.map(({ office, dataset }) => [nameOf({ office, dataset }), { office, dataset }]),
  );
  // What was ever loaded is told quickly: where all of it is covered, nobody has to ask what of it is still there.
  const loaded = await heldDatasets(
    withPatents(release, ({ segments }) => ({ ...noRows, segments })),
    store,
  );
  if (!loaded.every((pair) => pairs.has(nameOf(pair)))) {
    for (const pair of await heldDatasets(
      withPatents(release, (patents) => patents),
      store,
    ))
      pairs.set(nameOf(pair), pair);
  }
  return [...pairs.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const noRows = { segments: [], replaced: [], history: [], rows: 0 };

/** A release of nothing but its patents, or what stands for them. */
function withPatents(release: Release, of: (patents: TableSegments) => TableSegments): Release {
  const { patents } = release.tables;
  return { ...release, tables: patents === undefined ? {} : { patents: of(patents) } };
}

async function heldDatasets(release: Release, store: ObjectStore): Promise<OfDataset[]> {
  const session = await openLakeSession(release, store, wholeOffice);
  try {
    return await session.rows<OfDataset>('SELECT DISTINCT office, dataset FROM patents');
  } finally {
    session.close();
  }
}
