import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Holdings, openLakeSession } from '@zhiheng/lake';
import { type CheckReading, type CheckResult, type CheckSession, readChecks, runChecks } from '@zhiheng/records';
import { nearestWord, type OnProgress, type Scope, scopeName, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { CheckAnswer } from './answers.js';
import { checkRuns } from './check-runs.js';
import type { Checked } from './checked.js';
import type { Office } from './office.js';

/** What the checks found in the records of one release, as kept in the lake; its release's act names it. */
export interface KeptChecks {
  readonly format: 'zhiheng-checks/1';
  readonly release: string;
  readonly results: readonly CheckResult[];
}

/** A release by name; what is loaded now, and would be frozen, when left out. Throws `not-found`, `nothing-loaded`. */
export async function checkedRecords(office: Office, name?: string): Promise<Checked> {
  if (name === undefined) {
    const act = await office.ledger.last('load');
    if (act === null) throw new UserFault('nothing-loaded', { expected: 'a load before a check' });
    const manifest = (await office.store.getJson(act.hash)) as Holdings;
    const ground = { asOf: office.today(), coverage: manifest.coverage };
    return { release: null, manifest, hash: act.hash, ground, kept: [] };
  }
  const { release, act } = await office.release(name);
  const asOf = office.dayOf(release.createdAt);
  const kept = keptHash(act.after);
  const results = kept === null ? [] : ((await office.store.getJson(kept)) as KeptChecks).results;
  return {
    release: name,
    manifest: release,
    hash: act.hash,
    ground: { asOf, coverage: release.coverage },
    kept: results,
  };
}

/** The same; null where nothing is loaded yet. */
export async function checkedIfAny(office: Office, name?: string): Promise<Checked | null> {
  try {
    return await checkedRecords(office, name);
  } catch (error) {
    if (error instanceof UserFault && error.code === 'nothing-loaded') return null;
    throw error;
  }
}

/** Hash of what the checks found, out of the act of a release; null for an act that names none. */
export function keptHash(after: unknown): string | null {
  const checks = (after as { readonly checks?: unknown } | null)?.checks;
  return typeof checks === 'string' ? checks : null;
}

interface CheckEffects {
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What every check finds, or those named. Results kept with the release, or found since the office was opened, stand while the
 * file of their check is the same; one that did not run is tried again.
 */
export async function checkResults(
  office: Office,
  checked: Checked,
  { onProgress, signal }: CheckEffects,
  only?: readonly string[],
): Promise<CheckResult[]> {
  const { manifest, hash, ground, kept } = checked;
  const all = readChecks(office.definitionsFolder);
  const readings = only === undefined ? all : all.filter(({ id }) => only.includes(id));
  const found = [...kept, ...[...checkRuns(office).of(checked).values()].map(({ result }) => result)];
  const known = new Map(found.filter(({ ran }) => ran).map((result) => [`${result.id} ${result.definition}`, result]));
  const open = readings.filter(({ id, definition }) => !known.has(`${id} ${definition}`));
  const onCheck = (done: number, total: number) => {
    signal?.throwIfAborted();
    onProgress({ stage: 'checking', done, total, unit: 'steps' });
  };
  const run =
    open.length === 0
      ? []
      : await withChecked(office, { manifest, hash }, wholeOffice, (session) =>
          runChecks(session, open, ground, onCheck),
        );
  checkRuns(office).remember(checked, run, office.clock.now().toISOString());
  const fresh = new Map(run.map((result) => [result.id, result]));
  return readings.flatMap(({ id, definition }) => known.get(`${id} ${definition}`) ?? fresh.get(id) ?? []);
}

/** Lends a session over records to be checked, in a scope. */
export function withChecked<T>(
  office: Office,
  { manifest, hash }: Pick<Checked, 'manifest' | 'hash'>,
  scope: Scope,
  use: (session: CheckSession) => Promise<T>,
): Promise<T> {
  const open = async () => {
    await mkdir(office.paths.work, { recursive: true });
    // Sessions of the pool stand side by side, and what two of them spill would have the same names.
    const spillFolder = await mkdtemp(join(office.paths.work, 'spill-checks-'));
    return openLakeSession(manifest, office.store, scope, { memoryLimit: '2GB', spillFolder });
  };
  return office.sessions.use(`${hash} ${scopeName(scope)} checks`, open, use);
}

/** Results with the words of their checks. */
export function withWords(results: readonly CheckResult[], readings: readonly CheckReading[]): CheckAnswer[] {
  return results.map(({ definition: _, ...result }) => {
    const check = readings.find(({ id }) => id === result.id)?.check ?? null;
    return {
      ...result,
      table: check?.table ?? null,
      kind: check?.kind ?? null,
      names: check?.names ?? null,
      introduction: check?.introduction ?? null,
      advice: check?.advice ?? null,
      source: check?.source ?? null,
      provisional: check?.provisional ?? false,
    };
  });
}

/** A check file by id. Throws `check-unknown` with the nearest id. */
export function readingOf(readings: readonly CheckReading[], id: string): CheckReading {
  const found = readings.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = readings.map((one) => one.id);
  const near = nearestWord(id, ids);
  throw new UserFault('check-unknown', {
    found: id,
    expected: 'an id of `zhiheng check`',
    ...(near === null ? {} : { didYouMean: near }),
  });
}
