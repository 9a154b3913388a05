import { join } from 'node:path';
import {
  type AdmissionPlan,
  type ComputedDefinition,
  type FigureSet,
  figureSets,
  planAdmission,
  type SetScope,
  type SetStep,
  withEarlier,
} from '@zhiheng/indicators';
import { type LakeSession, type ObjectStore, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { type AreaDirectory, type Day, type OnProgress, wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { hasCards, type Vintage, type VintageAdmission } from '../vintage.js';
import { changedRecords } from './changed-records.js';
import { changedRelation, withOpeningParts, writeAdmission, writeSegment } from './write-admission.js';

/** Observations by the hash of their definition, and the admissions that they rest on. */
export interface ComputedSegments {
  readonly observations: ReadonlyMap<string, Segment>;
  readonly admissions: readonly VintageAdmission[];
}

interface ComputeGround {
  readonly store: ObjectStore;
  readonly release: Release;
  readonly workFolder: string;
  readonly onProgress: OnProgress;
  readonly areas: AreaDirectory;
}

/** Parts of an admission beyond which it is written whole again, so that opening stays quick. */
const mostParts = 6;
/** Share of the records beyond which asking all of them again costs no more; a few are never too many. */
const mostChanged = 0.15;
const few = 10_000;

/**
 * Computes definitions together: their admission first, then their observations out of it. What a vintage over an earlier release holds is
 * gone on with: only records that changed since are asked again, and only the years that they touch are told again.
 */
export async function computeSegments(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  base: Vintage | null,
): Promise<ComputedSegments> {
  const observations = new Map<string, Segment>();
  const admissions: VintageAdmission[] = [];
  const take = (made: Made) => {
    for (const [hash, segment] of made.observations) observations.set(hash, segment);
    admissions.push(made.admission);
  };
  const earlier = base === null ? null : await earlierGround(ground, base);
  for (const admission of earlier?.vintage.admissions ?? []) {
    const own = definitions.filter(
      ({ hash }) => admission.definitions.includes(hash) && observationsIn(earlier?.vintage ?? null, hash) !== null,
    );
    const goesOn = hasCards(admission) && (admission.parts.admission?.length ?? 0) < mostParts;
    if (earlier !== null && own.length > 0 && goesOn) take(await goOn(own, ground, admission, earlier));
  }
  const fresh = definitions.filter(({ hash }) => !observations.has(hash));
  if (fresh.length > 0) take(await begin(fresh, ground));
  return { observations, admissions };
}

function observationsIn(vintage: Vintage | null, definition: string): Segment | null {
  return vintage?.indicators.find(({ hash }) => hash === definition)?.observations ?? null;
}

interface Made {
  readonly observations: ReadonlyMap<string, Segment>;
  readonly admission: VintageAdmission;
}

interface EarlierGround {
  readonly vintage: Vintage;
  readonly changed: readonly string[];
  readonly until: Day;
}

/** Null where everything is to be computed whole: what is known begins elsewhere, or too much has changed. */
async function earlierGround({ store, release }: ComputeGround, vintage: Vintage): Promise<EarlierGround | null> {
  if (vintage.admissions === undefined) return null;
  const before = (await store.getJson(vintage.releaseHash)) as Release;
  const [was, is] = [knownSpan(before), knownSpan(release)];
  if (was.from !== is.from || was.until > is.until) return null;
  const changed = await changedRecords(before, release, store);
  const records = release.tables.patents?.rows ?? 0;
  return changed.length > Math.max(few, records * mostChanged) ? null : { vintage, changed, until: was.until };
}

async function begin(definitions: readonly ComputedDefinition[], ground: ComputeGround): Promise<Made> {
  const plan = planAdmission(definitions);
  const admission = await within(ground, [], (session) =>
    writeAdmission(plan, session, ground.store, ground.onProgress),
  );
  return writeSets(plan, ground, admission, null);
}

async function goOn(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  earlier: VintageAdmission,
  { vintage, changed, until }: EarlierGround,
): Promise<Made> {
  const plan = planAdmission(definitions, undefined, earlier.tests);
  const parts = await within(ground, [], async (session) => {
    await session.registerTable(
      changedRelation,
      { id: 'text' },
      changed.map((id) => [id]),
    );
    return writeAdmission(plan, session, ground.store, ground.onProgress, earlier);
  });
  return writeSets(plan, ground, parts, { earlier, vintage, changed, until });
}

interface Going extends EarlierGround {
  readonly earlier: VintageAdmission;
}

async function writeSets(
  plan: AdmissionPlan,
  ground: ComputeGround,
  admission: VintageAdmission,
  going: Going | null,
): Promise<Made> {
  const { store, release, areas, onProgress } = ground;
  let whole = admission;
  const sets = new Map<string, Segment>();
  const earlierSet = (set: FigureSet) => observationsIn(going?.vintage ?? null, set.definition.hash);
  const earlierSets = going?.vintage.indicators.flatMap(({ observations }) => observations ?? []) ?? [];
  await within(ground, [...Object.values(admission.parts).flat(), ...earlierSets], async (session) => {
    for (const [name, segments] of Object.entries(admission.parts)) await session.showSegments(name, { segments });
    const scope: SetScope = {
      areas,
      ...knownSpan(release),
      onStep: (step) => onProgress(progressOf(step)),
      ...(going === null ? {} : { changed: await showChanged(session, going) }),
    };
    whole = await withOpeningParts(admission, plan, session, store, {
      earlier: going?.earlier ?? null,
      rows: scope.changed?.after ?? 'admission',
    });
    for await (const set of figureSets(plan, session, scope)) {
      const { definition, told } = set;
      const before = earlierSet(set);
      if (told === null || before === null) sets.set(definition.hash, await writeSegment(session, store, set.sql));
      else if (told.years.length === 0 && told.survival.length === 0) sets.set(definition.hash, before);
      else {
        await session.showSegment('earlier_set', before);
        sets.set(definition.hash, await writeSegment(session, store, withEarlier(set, 'earlier_set')));
      }
    }
  });
  return { observations: sets, admission: whole };
}

/** Shows what changed records were in the admission and what they are. */
async function showChanged(session: LakeSession, { earlier, changed, until }: Going) {
  await session.registerTable(
    changedRelation,
    { id: 'text' },
    changed.map((id) => [id]),
  );
  await session.showSegments('earlier_admission', { segments: earlier.parts.admission ?? [] });
  await session.keep(
    'changed_before',
    `SELECT * FROM earlier_admission WHERE id IN (SELECT id FROM ${changedRelation})`,
  );
  await session.keep('changed_after', `SELECT * FROM admission WHERE id IN (SELECT id FROM ${changedRelation})`);
  return { before: 'changed_before', after: 'changed_after', until };
}

function progressOf({ stage, done, total }: SetStep) {
  return stage === 'cells'
    ? ({ stage: 'counting', done, total, unit: 'steps' } as const)
    : ({ stage: 'computing', done, total, unit: 'indicators' } as const);
}

/** Lends a session that sees everything, in bounded memory. */
async function within<T>(
  { store, release, workFolder }: ComputeGround,
  beside: readonly Segment[],
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  await store.checkSegments(beside);
  const session = await openLakeSession(release, store, wholeOffice, {
    writeFolder: store.incomingFolder,
    memoryLimit: '2GB',
    spillFolder: join(workFolder, 'spill'),
    beside,
  });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}
