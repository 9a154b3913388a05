import {
  type AdmissionPlan,
  type FigureSet,
  figureSetsTogether,
  type SetScope,
  type SetStep,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Release } from '@zhiheng/lake';
import { type AreaDirectory, type Day, type OnProgress, OwnFault } from '@zhiheng/vocabulary';
import { knownSpan } from '../known-span.js';
import type { StoredSet } from '../stored-set.js';
import type { KnownSets } from './known-sets.js';
import { countAdded, type KeptSet, keepSet, writeKeptSets } from './write-kept-sets.js';
import { type EmptySegments, type WrittenSet, writeSet } from './write-set.js';

interface SetsGround {
  readonly store: ObjectStore;
  readonly release: Release;
  readonly areas: AreaDirectory;
  readonly empty: EmptySegments;
  readonly onProgress: OnProgress;
}

/** Writes the sets of a plan whose admission the session shows; gives them by the hash of their definition. */
export async function writeWholeSets(
  plan: AdmissionPlan,
  session: LakeSession,
  { store, release, areas, empty, onProgress }: SetsGround,
): Promise<Map<string, WrittenSet>> {
  const scope: SetScope = { areas, ...knownSpan(release), onStep: (step) => onProgress(progressOf(step)) };
  const written = new Map<string, WrittenSet>();
  for await (const together of figureSetsTogether(plan, session, scope)) {
    for (const set of together) written.set(set.definition.hash, await writeSet(set, session, store, empty));
  }
  return written;
}

/** What is gone on with, and the day that it was told to. */
interface EarlierSets {
  readonly known: KnownSets;
  readonly until: Day;
}

/** A set with what is told anew of it; null: it stays as it was. */
interface GoneOn {
  readonly hash: string;
  readonly before: StoredSet;
  readonly kept: KeptSet | null;
}

/** Writes what changed records make of the sets of a plan, beside what was known; the session shows what records were and what they are. */
export async function writeChangedSets(
  plan: AdmissionPlan,
  session: LakeSession,
  { store, release, areas, onProgress }: SetsGround,
  { known, until }: EarlierSets,
): Promise<Map<string, WrittenSet>> {
  const scope: SetScope = { areas, ...knownSpan(release), changed: { until } };
  const total = plan.definitions.length;
  let begun = 0;
  let done = 0;
  const keep = async (set: FigureSet): Promise<GoneOn> => {
    const { hash, id } = set.definition;
    const before = known.observations.get(hash);
    if (before === undefined) throw new OwnFault(`nothing is known of ${id}`);
    const number = begun;
    begun += 1;
    const kept = await keepSet(set, session, { set: before, until }, number);
    done += 1;
    onProgress(progressOf({ stage: 'figures', done, total }));
    return { hash, before, kept };
  };
  const write = async (sets: readonly GoneOn[]): Promise<ReadonlyMap<string, WrittenSet>> => {
    const written = new Map<string, WrittenSet>(sets.map(({ hash, before }) => [hash, { ...before, added: null }]));
    const told = sets.flatMap(({ hash, kept }) => (kept === null ? [] : [{ hash, kept }]));
    const parts = await writeKeptSets(
      told.map(({ kept }) => kept),
      session,
      store,
      scope,
    );
    for (const [index, set] of parts.entries()) written.set(told[index]?.hash ?? '', set);
    return countAdded(written, session, until, scope);
  };
  const writing: Promise<ReadonlyMap<string, WrittenSet>>[] = [];
  for await (const together of figureSetsTogether(plan, session, scope)) {
    const kept = await Promise.all(together.map(keep));
    // Written and counted while the next are told.
    const written = write(kept);
    written.catch(() => undefined);
    writing.push(written);
  }
  return new Map((await Promise.all(writing)).flatMap((some) => [...some]));
}

function progressOf({ stage, done, total }: SetStep) {
  return stage === 'cells'
    ? ({ stage: 'counting', done, total, unit: 'steps' } as const)
    : ({ stage: 'computing', done, total, unit: 'indicators' } as const);
}
