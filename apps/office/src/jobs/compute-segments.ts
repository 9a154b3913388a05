import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type ComputedDefinition,
  computeObservations,
  isAdmissionPart,
  isPlain,
  noObservations,
  planAdmission,
  tablesOfFigures,
  tellsCodes,
} from '@zhiheng/indicators';
import {
  type LakeSession,
  type LakeSessionOptions,
  type ObjectStore,
  openLakeSession,
  type Release,
  type Segment,
} from '@zhiheng/lake';
import { type AreaDirectory, type Day, type OnProgress, wholeOffice } from '@zhiheng/vocabulary';
import { showTags, type TagSegment, tagSegments } from '../classification/vintage-tags.js';
import { withFacts } from '../decisions/vintage-facts.js';
import { knownSpan } from '../known-span.js';
import { segmentsOfSet } from '../stored-set.js';
import type { VintageAdmission } from '../vintage.js';
import { lyingCards } from '../vintage-cards.js';
import { admitChanged } from './admit-changed.js';
import {
  areComparable,
  keepChangedRecords,
  ofTables,
  type ReleaseDifference,
  segmentsCompared,
} from './changed-records.js';
import type { KnownSets } from './known-sets.js';
import { withOpeningParts, writeAdmission } from './write-admission.js';
import { EmptySegments, type WrittenSet } from './write-set.js';
import { writeChangedSets, writeWholeSets } from './write-sets.js';

/** Observations by the hash of their definition, and the admissions that they rest on. */
export interface ComputedSets {
  readonly observations: ReadonlyMap<string, WrittenSet>;
  readonly admissions: readonly VintageAdmission[];
}

interface ComputeGround {
  readonly store: ObjectStore;
  readonly release: Release;
  readonly workFolder: string;
  readonly onProgress: OnProgress;
  readonly areas: AreaDirectory;
  /** The codes that concordance tables give the records. */
  readonly tags: readonly TagSegment[];
  readonly empty: EmptySegments;
}

/** Memory of the SQL engine that computes. */
export const computingMemory = '3GB';

/** Parts of an admission beyond which it is written whole again, so that opening stays quick. */
const mostParts = 6;
/** Share of the records beyond which asking all of them again costs no more; a few are never too many. */
const mostChanged = 0.15;
const few = 10_000;

/**
 * Computes definitions together: their admission first, then their observations out of it. What is known of an earlier release (`base`) is
 * gone on with: only records that changed since are asked again, and what they add or take is told beside what was told before.
 */
export async function computeSegments(
  definitions: readonly ComputedDefinition[],
  given: Omit<ComputeGround, 'empty'>,
  base: KnownSets | null,
): Promise<ComputedSets> {
  const ground = { ...given, empty: new EmptySegments() };
  const observations = new Map<string, WrittenSet>();
  const admissions: VintageAdmission[] = [];
  const take = (made: Made) => {
    for (const [hash, set] of made.observations) observations.set(hash, set);
    admissions.push(made.admission);
  };
  const patents = definitions.filter((one) => !isPlain(one));
  if (base !== null) for (const made of await goOnWith(patents, base, ground)) take(made);
  const fresh = patents.filter(({ hash }) => !observations.has(hash));
  if (fresh.length > 0) take(await begin(fresh, ground));
  const others = definitions.filter(isPlain);
  if (others.length > 0) for (const [hash, set] of await oneByOne(others, ground)) observations.set(hash, set);
  return { observations, admissions };
}

/**
 * Computes figures of marks and deeds, which are few beside patents, and sums: each by its one query over the records; they open by
 * asking the records anew.
 */
async function oneByOne(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
): Promise<ReadonlyMap<string, WrittenSet>> {
  const { store, release, empty, onProgress } = ground;
  return within(ground, [], async (session) => {
    const sets = new Map<string, WrittenSet>();
    for (const [done, definition] of definitions.entries()) {
      onProgress({ stage: 'computing', done, total: definitions.length, unit: 'indicators' });
      const segment = hasRecords(release, definition)
        ? await observationSegment(definition, session, ground)
        : await empty.of(noObservations(definition), session, store);
      const { rows: values } = segment;
      sets.set(definition.hash, { form: 'observations', parts: [{ segment, told: null }], values, added: null });
    }
    return sets;
  });
}

/** Whether a release has records of those that a definition counts. */
function hasRecords({ tables }: Release, { table }: ComputedDefinition): boolean {
  const { segments = [], restated } = tables[table] ?? {};
  return segments.length + (restated?.segments.length ?? 0) > 0;
}

async function observationSegment(
  definition: ComputedDefinition,
  session: LakeSession,
  { store, release, areas }: ComputeGround,
): Promise<Segment> {
  const path = await store.incomingPath('parquet');
  const span = knownSpan(release, definition.table);
  const { observations: rows } = await computeObservations(definition, session, { areas, ...span, path });
  const { sha256, bytes } = await store.adopt(path, 'parquet');
  return { sha256, rows, bytes, revision: 0 };
}

interface Made {
  readonly observations: ReadonlyMap<string, WrittenSet>;
  readonly admission: VintageAdmission;
}

/** What is gone on with: what was known of an earlier release, and what differs since, as the session keeps it. */
interface EarlierGround {
  readonly known: KnownSets;
  readonly release: Release;
  readonly difference: ReleaseDifference;
  readonly until: Day;
}

/** Goes on with what is known of an earlier release; nothing where that begins elsewhere, or too much has changed. */
async function goOnWith(
  definitions: readonly ComputedDefinition[],
  known: KnownSets,
  ground: ComputeGround,
): Promise<Made[]> {
  const { store, release } = ground;
  const before = withFacts((await store.getJson(known.releaseHash)) as Release, known.facts);
  const [was, is] = [knownSpan(before), knownSpan(release)];
  if (was.from !== is.from || was.until > is.until || !areComparable(before, release)) return [];
  const sets = definitions.flatMap(({ hash }) => segmentsOfSet(known.observations.get(hash) ?? null));
  const admitted = known.admissions.flatMap(({ parts }) => Object.values(parts).flat());
  const beside = [...segmentsCompared(before, release), ...admitted, ...sets];
  // What is read is checked before that; whatever figures rest on, beside.
  const figured = known.admissions.flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([name, segments]) => (isAdmissionPart(name) ? segments : [])),
  );
  const sound = store.checkSegments([...figured, ...sets]);
  sound.catch(() => undefined);
  const made = await withinBoth(ground, beside, before, async (session) => {
    const difference = await keepChangedRecords(session, before, release);
    const records = release.tables.patents?.rows ?? 0;
    if (difference.records > Math.max(few, records * mostChanged)) return [];
    const earlier = { known, release: before, difference, until: was.until };
    const all: Made[] = [];
    for (const admission of known.admissions) {
      const taken = new Set(all.flatMap(({ observations }) => [...observations.keys()]));
      const own = definitions.filter(
        ({ hash, breakdowns }) =>
          !breakdowns.flat().some(tellsCodes) &&
          !taken.has(hash) &&
          admission.definitions.includes(hash) &&
          known.observations.has(hash),
      );
      // Those of earlier versions lie otherwise.
      const { admission: rows = [], admission_party: apart } = admission.parts;
      const goesOn = lyingCards(admission).length > 0 && apart === undefined && rows.length < mostParts;
      if (own.length > 0 && goesOn) all.push(await goOn(own, ground, session, admission, earlier));
    }
    return all;
  });
  await sound;
  return made;
}

async function begin(definitions: readonly ComputedDefinition[], ground: ComputeGround): Promise<Made> {
  const plan = planAdmission(definitions);
  const { store, release, workFolder, onProgress } = ground;
  const asked = {
    records: release.tables.patents?.rows ?? 0,
    spillFolder: join(workFolder, 'spill-admission'),
    onProgress,
  };
  const admitted = await within(ground, [], (session) => writeAdmission(plan, session, store, asked));
  return within(ground, Object.values(admitted.parts).flat(), async (session) => {
    for (const [name, segments] of Object.entries(admitted.parts)) await session.showSegments(name, { segments });
    const admission = await withOpeningParts(admitted, plan, session, store, join(workFolder, 'spill-cards'));
    return { admission, observations: await writeWholeSets(plan, session, ground) };
  });
}

async function goOn(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  session: LakeSession,
  admission: VintageAdmission,
  earlier: EarlierGround,
): Promise<Made> {
  const plan = planAdmission(definitions, undefined, admission.tests);
  const span = { ...knownSpan(ground.release), before: earlier.until };
  const asked = { ...earlier, admission, span };
  const { written } = await admitChanged(plan, session, ground.store, ground.onProgress, asked);
  const observations = await writeChangedSets(plan, session, ground, earlier);
  return { admission: await written, observations };
}

/** Lends a session that sees everything, in bounded memory, and segments beside. */
async function within<T>(
  ground: ComputeGround,
  beside: readonly Segment[],
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  await ground.store.checkSegments([...beside, ...tagSegments(ground)]);
  return lend(ground, beside, {}, use);
}

/** The same with the records of an earlier release beside, under `before_`. */
function withinBoth<T>(
  ground: ComputeGround,
  beside: readonly Segment[],
  before: Release,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const options: LakeSessionOptions = {
    // What is asked of changed records is little each time, and much of it waits for nothing else; while some write files, others count.
    atOnce: availableParallelism() + 3,
    threads: Math.max(1, Math.floor(availableParallelism() / 2)),
    compared: { prefix: 'before_', manifest: ofTables(before, tablesOfFigures) },
    check: 'when-named',
    // Of the same making as those that count everything, which are looked through.
    ownStatements: true,
  };
  return lend(ground, beside, options, use);
}

async function lend<T>(
  { store, release, workFolder, tags }: ComputeGround,
  beside: readonly Segment[],
  options: LakeSessionOptions,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const session = await openLakeSession(ofTables(release, tablesOfFigures), store, wholeOffice, {
    writeFolder: store.incomingFolder,
    memoryLimit: computingMemory,
    spillFolder: join(workFolder, 'spill'),
    beside: [...beside, ...tagSegments({ tags })],
    ...options,
  });
  try {
    await showTags(session, { tags });
    return await use(session);
  } finally {
    session.close();
  }
}
