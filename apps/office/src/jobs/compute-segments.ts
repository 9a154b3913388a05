import { join } from 'node:path';
import {
  type AdmissionPlan,
  type ComputedDefinition,
  figureSets,
  now,
  planAdmission,
  type SetScope,
  type SetStep,
} from '@zhiheng/indicators';
import { type LakeSession, type ObjectStore, openLakeSession, type Release, type Segment } from '@zhiheng/lake';
import { type AreaDirectory, type Day, type OnProgress, wholeOffice } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import { type StoredSet, segmentsOfSet, setOf } from '../stored-set.js';
import { hasCards, type Vintage, type VintageAdmission } from '../vintage.js';
import { changedRecords } from './changed-records.js';
import type { WrittenSet } from './count-values.js';
import { showChanged } from './show-changed.js';
import { changedRelation, withOpeningParts, writeAdmission } from './write-admission.js';
import { writeSet } from './write-set.js';

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
}

/** Parts of an admission beyond which it is written whole again, so that opening stays quick. */
const mostParts = 6;
/** Share of the records beyond which asking all of them again costs no more; a few are never too many. */
const mostChanged = 0.15;
const few = 10_000;

/**
 * Computes definitions together: their admission first, then their observations out of it. What a vintage over an earlier release holds is
 * gone on with: only records that changed since are asked again, and what they add or take is told beside what was told before.
 */
export async function computeSegments(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  base: Vintage | null,
): Promise<ComputedSets> {
  const observations = new Map<string, WrittenSet>();
  const admissions: VintageAdmission[] = [];
  const take = (made: Made) => {
    for (const [hash, set] of made.observations) observations.set(hash, set);
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

function observationsIn(vintage: Vintage | null, definition: string): StoredSet | null {
  const observations = vintage?.indicators.find(({ hash }) => hash === definition)?.observations ?? null;
  return observations === null ? null : setOf(observations);
}

interface Made {
  readonly observations: ReadonlyMap<string, WrittenSet>;
  readonly admission: VintageAdmission;
}

interface EarlierGround {
  readonly vintage: Vintage;
  readonly release: Release;
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
  const tooMany = changed === 'all' || changed.length > Math.max(few, records * mostChanged);
  return tooMany ? null : { vintage, release: before, changed, until: was.until };
}

async function begin(definitions: readonly ComputedDefinition[], ground: ComputeGround): Promise<Made> {
  const plan = planAdmission(definitions);
  const admission = await within(ground, [], null, (session) =>
    writeAdmission(plan, session, ground.store, ground.onProgress),
  );
  return writeSets(plan, ground, admission, null);
}

async function goOn(
  definitions: readonly ComputedDefinition[],
  ground: ComputeGround,
  admission: VintageAdmission,
  earlier: EarlierGround,
): Promise<Made> {
  const plan = planAdmission(definitions, undefined, admission.tests);
  const parts = await within(ground, [], null, async (session) => {
    await session.registerTable(
      changedRelation,
      { id: 'text' },
      earlier.changed.map((id) => [id]),
    );
    return writeAdmission(plan, session, ground.store, ground.onProgress, admission);
  });
  return writeSets(plan, ground, parts, { ...earlier, admission });
}

interface Going extends EarlierGround {
  readonly admission: VintageAdmission;
}

async function writeSets(
  plan: AdmissionPlan,
  ground: ComputeGround,
  admission: VintageAdmission,
  going: Going | null,
): Promise<Made> {
  const { store, release, areas, onProgress } = ground;
  let whole = admission;
  const sets = new Map<string, WrittenSet>();
  const earlierSegments =
    going === null
      ? []
      : [
          ...Object.values(going.admission.parts).flat(),
          ...going.vintage.indicators.flatMap(({ observations }) => segmentsOfSet(observations)),
        ];
  const beside = [...Object.values(admission.parts).flat(), ...earlierSegments];
  await within(ground, beside, going?.release ?? null, async (session) => {
    for (const [name, segments] of Object.entries(admission.parts)) await session.showSegments(name, { segments });
    if (going !== null) await showChanged(session, going.changed, going.admission, admission);
    const scope: SetScope = {
      areas,
      ...knownSpan(release),
      onStep: (step) => onProgress(progressOf(step)),
      ...(going === null ? {} : { changed: { until: going.until } }),
    };
    whole = await withOpeningParts(admission, plan, session, store, {
      earlier: going?.admission ?? null,
      rows: going === null ? 'admission' : now('admission'),
    });
    for await (const set of figureSets(plan, session, scope)) {
      const { hash } = set.definition;
      const before = observationsIn(going?.vintage ?? null, hash);
      const earlier = going === null || before === null ? null : { set: before, until: going.until };
      sets.set(hash, await writeSet(set, session, store, earlier, scope.until));
    }
  });
  return { observations: sets, admission: whole };
}

function progressOf({ stage, done, total }: SetStep) {
  return stage === 'cells'
    ? ({ stage: 'counting', done, total, unit: 'steps' } as const)
    : ({ stage: 'computing', done, total, unit: 'indicators' } as const);
}

/** Lends a session that sees everything, in bounded memory; the records of an earlier release stand beside under `before_`. */
async function within<T>(
  { store, release, workFolder }: ComputeGround,
  beside: readonly Segment[],
  before: Release | null,
  use: (session: LakeSession) => Promise<T>,
): Promise<T> {
  await store.checkSegments(beside);
  const session = await openLakeSession(release, store, wholeOffice, {
    writeFolder: store.incomingFolder,
    memoryLimit: '2GB',
    spillFolder: join(workFolder, 'spill'),
    beside,
    ...(before === null ? {} : { compared: { prefix: 'before_', manifest: before } }),
  });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}
