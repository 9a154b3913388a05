import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type AdmissionPlan,
  type ComputedDefinition,
  computeObservations,
  type FigureSet,
  figureSetsTogether,
  isAdmissionPart,
  isPlain,
  noObservations,
  planAdmission,
  type SetScope,
  type SetStep,
  tablesOfFigures,
  tellsCodes,
} from '@zhiheng/indicators';
import { type LakeSession, type ObjectStore, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { type AreaDirectory, type Day, type OnProgress, wholeOffice } from '@zhiheng/vocabulary';
import { showTags, type TagSegment, tagSegments } from '../classification/vintage-tags.js';
import { withFacts } from '../decisions/vintage-facts.js';
import { knownSpan } from '../known-span.js';
import { segmentsOfSet } from '../stored-set.js';
import type { VintageAdmission } from '../vintage.js';
import { lyingCards } from '../vintage-cards.js';
import { admitChanged, segmentsRead } from './admit-changed.js';
import { changedRecords, ofTables, type ReleaseDifference } from './changed-records.js';
import type { KnownSets } from './known-sets.js';
import { withOpeningParts, writeAdmission } from './write-admission.js';
import { countAdded, EmptySegments, type WrittenSet, writeSet } from './write-set.js';

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
  // Read while it is asked what changed.
  const sets = definitions.flatMap(({ hash }) => segmentsOfSet(base?.observations.get(hash) ?? null));
  const admitted = (base?.admissions ?? []).flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([name, segments]) => (isAdmissionPart(name) ? segments : [])),
  );
  const [earlier] = await Promise.all([
    base === null ? null : earlierGround(ground, base),
    ground.store.checkSegments([...admitted, ...sets]),
  ]);
  const patents = definitions.filter((one) => !isPlain(one));
  for (const admission of earlier?.known.admissions ?? []) {
    const own = patents.filter(
      ({ hash, breakdowns }) =>
        !breakdowns.flat().some(tellsCodes) &&
        !observations.has(hash) &&
        admission.definitions.includes(hash) &&
        earlier?.known.observations.has(hash) === true,
    );
    // Those of earlier versions lie otherwise.
    const { admission: rows = [], admission_party: apart } = admission.parts;
    const goesOn = lyingCards(admission).length > 0 && apart === undefined && rows.length < mostParts;
    if (earlier !== null && own.length > 0 && goesOn) take(await goOn(own, ground, admission, earlier));
  }
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
  return within(ground, [], null, async (session) => {
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

interface EarlierGround {
  readonly known: KnownSets;
  readonly release: Release;
  readonly difference: ReleaseDifference;
  readonly until: Day;
}

/** Null where everything is to be computed whole: what is known begins elsewhere, or too much has changed. */
async function earlierGround({ store, release }: ComputeGround, known: KnownSets): Promise<EarlierGround | null> {
  const before = withFacts((await store.getJson(known.releaseHash)) as Release, known.facts);
  const [was, is] = [knownSpan(before), knownSpan(release)];
  if (was.from !== is.from || was.until > is.until) return null;
  const difference = await changedRecords(before, release, store);
  const records = release.tables.patents?.rows ?? 0;
  if (difference === 'all' || difference.ids.length > Math.max(few, records * mostChanged)) return null;
  return { known, release: before, difference, until: was.until };
}

async function begin(definitions: readonly ComputedDefinition[], ground: ComputeGround): Promise<Made> {
  const plan = planAdmission(definitions);
  const { store, release, workFolder, onProgress } = ground;
  const asked = {
    records: release.tables.patents?.rows ?? 0,
    spillFolder: join(workFolder, 'spill-admission'),
    onProgress,
  };
  const admitted = await within(ground, [], null, (session) => writeAdmission(plan, session, store, asked));
  return within(ground, Object.values(admitted.parts).flat(), null, async (session) => {
    for (const [name, segments] of Object.entries(admitted.parts)) await session.showSegments(name, { segments });
    const admission = await withOpeningParts(admitted, plan, session, store, join(workFolder, 'spill-cards'));
    return { admission, observations: await writeSets(plan, ground, session, null) };
  });
}

async function goOn(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  admission: VintageAdmission,
  earlier: EarlierGround,
): Promise<Made> {
  const plan = planAdmission(definitions, undefined, admission.tests);
  const sets = definitions.flatMap(({ hash }) => segmentsOfSet(earlier.known.observations.get(hash) ?? null));
  const beside = [...segmentsRead(plan, admission, earlier.difference), ...sets];
  const span = { ...knownSpan(ground.release), before: earlier.until };
  return within(ground, beside, earlier.release, async (session) => {
    const asked = { ...earlier, admission, span };
    const { written } = await admitChanged(plan, session, ground.store, ground.onProgress, asked);
    const observations = await writeSets(plan, ground, session, earlier);
    return { admission: await written, observations };
  });
}

/** Writes the sets of a plan whose admission the session shows; `going`: with what records were, and what is gone on with. */
async function writeSets(
  plan: AdmissionPlan,
  { store, release, areas, empty, onProgress }: ComputeGround,
  session: LakeSession,
  going: EarlierGround | null,
): Promise<Map<string, WrittenSet>> {
  const scope: SetScope = {
    areas,
    ...knownSpan(release),
    onStep: (step) => onProgress(progressOf(step)),
    ...(going === null ? {} : { changed: { until: going.until } }),
  };
  const total = plan.definitions.length;
  let begun = 0;
  let done = 0;
  const write = async (set: FigureSet): Promise<[hash: string, set: WrittenSet]> => {
    const { hash } = set.definition;
    const number = begun;
    begun += 1;
    const before = going?.known.observations.get(hash);
    const earlier = going === null || before === undefined ? null : { set: before, until: going.until };
    const written = await writeSet(set, session, store, earlier, { span: scope, number, empty });
    done += 1;
    // Whoever counts everything tells how far it is.
    if (going !== null) onProgress(progressOf({ stage: 'figures', done, total }));
    return [hash, written];
  };
  const counted: Promise<ReadonlyMap<string, WrittenSet>>[] = [];
  for await (const together of figureSetsTogether(plan, session, scope)) {
    const written = new Map(await Promise.all(together.map(write)));
    // Counted while the next are told.
    const told = going === null ? Promise.resolve(written) : countAdded(written, session, going.until, scope);
    told.catch(() => undefined);
    counted.push(told);
  }
  return new Map((await Promise.all(counted)).flatMap((some) => [...some]));
}

function progressOf({ stage, done, total }: SetStep) {
  return stage === 'cells'
    ? ({ stage: 'counting', done, total, unit: 'steps' } as const)
    : ({ stage: 'computing', done, total, unit: 'indicators' } as const);
}

/** Lends a session that sees everything, in bounded memory; the records of an earlier release stand beside under `before_`. */
async function within<T>(
  { store, release, workFolder, tags }: ComputeGround,
  beside: readonly Segment[],
  before: Release | null,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  const all = [...beside, ...tagSegments({ tags })];
  await store.checkSegments(all);
  const session = await openLakeSession(ofTables(release, tablesOfFigures), store, wholeOffice, {
    writeFolder: store.incomingFolder,
    memoryLimit: '3GB',
    spillFolder: join(workFolder, 'spill'),
    beside: all,
    // What is asked of changed records is little each time, and much of it waits for nothing else.
    ...(before === null
      ? {}
      : {
          atOnce: availableParallelism() + 1,
          threads: Math.max(1, Math.floor(availableParallelism() / 2)),
          compared: { prefix: 'before_', manifest: ofTables(before, tablesOfFigures) },
        }),
  });
  try {
    await showTags(session, { tags });
    return await use(session);
  } finally {
    session.close();
  }
}
