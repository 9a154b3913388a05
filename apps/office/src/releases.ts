import { join } from 'node:path';
import { openLakeSession, type Release, segmentsOf } from '@zhiheng/lake';
import { writeOwners } from '@zhiheng/records';
import { type Actor, type OnProgress, type Scope, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import { type AcceptedCheck, acceptedChecks } from './accepted-checks.js';
import { checkedRecords, checkResults, type KeptChecks } from './checks.js';
import type { Office } from './office.js';
import { resolveRecords } from './resolve-records.js';

/** What `release create`, `list` and `show` give out. */
export interface ReleaseAnswer {
  readonly release: string;
  readonly createdAt: string;
  readonly tables: Readonly<Record<string, number>>;
  readonly segments: number;
  /** Segments that the release before holds too. */
  readonly sharedSegments: number;
  readonly bytes: number;
  readonly sharedBytes: number;
  readonly hash: string;
  /** Checks that found rows, or did not run, and were accepted. */
  readonly accepted: readonly AcceptedCheck[];
}

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** What a release is made of beside its name. */
export interface ReleaseRequest {
  readonly name: string;
  /** Checks accepted though they find rows or do not run. */
  readonly accept?: readonly { readonly check: string; readonly reason: string }[];
}

interface ReleaseEffects {
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Freezes what is loaded under a name, once its checks are passed or accepted, with its holders resolved. Throws `name-wrong`, `name-taken`,
 * `nothing-loaded`, `checks-failed`, `check-unknown`.
 */
export async function createRelease(
  office: Office,
  actor: Actor,
  { name, accept = [] }: ReleaseRequest,
  effects: ReleaseEffects,
): Promise<ReleaseAnswer> {
  if (!namePattern.test(name)) {
    throw new UserFault('name-wrong', { found: name, expected: 'letters, digits, dots, hyphens and underscores' });
  }
  if ((await office.ledger.last('release', name)) !== null) {
    throw new UserFault('name-taken', { found: name, expected: 'a name not used before', values: { name } });
  }
  const checked = await checkedRecords(office);
  const holdings = checked.manifest;
  const results = await checkResults(office, checked, effects);
  const accepted = acceptedChecks(results, accept);
  const { tables: resolved, resolution } = await resolveRecords(office, checked.hash, effects);
  const owners = await writeOwners({ ...holdings, tables: resolved }, office.store, {
    memoryLimit: '2GB',
    spillFolder: join(office.paths.work, 'spill-owners'),
  });
  const release: Release = {
    format: 'zhiheng-release/1',
    schemaVersion: holdings.schemaVersion,
    ...(holdings.earlierUntil === undefined ? {} : { earlierUntil: holdings.earlierUntil }),
    name,
    createdAt: office.clock.now().toISOString(),
    revision: holdings.revision,
    tables: owners === null ? resolved : { ...resolved, patent_owners: owners },
    resolution,
    coverage: holdings.coverage,
    sources: holdings.sources,
  };
  const { sha256 } = await office.store.putJson(release);
  const kept: KeptChecks = { format: 'zhiheng-checks/1', release: name, results };
  const checks = (await office.store.putJson(kept)).sha256;
  await office.act(actor, 'release', name, sha256, { checks, accepted: accepted.map((one) => ({ ...one })) });
  return showRelease(office, name);
}

export async function listReleases(office: Office): Promise<ReleaseAnswer[]> {
  const acts = await office.ledger.acts('release');
  return Promise.all(acts.map((act) => showRelease(office, act.object)));
}

/** A release by name; the newest when left out. */
export async function showRelease(office: Office, name?: string): Promise<ReleaseAnswer> {
  const { release, act } = await office.release(name);
  const acts = await office.ledger.acts('release');
  const before = acts.filter((one) => one.number < act.number).at(-1);
  const earlier = before === undefined ? [] : segmentsOf((await office.release(before.object)).release);
  const known = new Set(earlier.map((segment) => segment.sha256));
  const segments = segmentsOf(release);
  const shared = segments.filter((segment) => known.has(segment.sha256));
  const bytes = (list: typeof segments) => list.reduce((total, segment) => total + segment.bytes, 0);
  return {
    release: release.name,
    createdAt: release.createdAt,
    tables: Object.fromEntries(Object.entries(release.tables).map(([table, content]) => [table, content.rows])),
    segments: segments.length,
    sharedSegments: shared.length,
    bytes: bytes(segments),
    sharedBytes: bytes(shared),
    hash: act.hash,
    accepted: (act.after as { readonly accepted?: readonly AcceptedCheck[] } | null)?.accepted ?? [],
  };
}

export interface VerifyFault {
  readonly code: 'segment-damaged';
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export interface VerifyAnswer {
  readonly ok: boolean;
  /** Segments read. */
  readonly checked: number;
  readonly faults: readonly VerifyFault[];
}

interface ReleaseEffects {
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal | undefined;
}

/** Reads every segment again: its bytes against its name, then the current rows against the manifest. */
export async function verifyRelease(
  office: Office,
  name?: string,
  effects: ReleaseEffects = { onProgress: () => {} },
): Promise<VerifyAnswer> {
  const { release } = await office.release(name);
  const segments = segmentsOf(release);
  const faults: VerifyFault[] = [];
  for (const [done, segment] of segments.entries()) {
    effects.signal?.throwIfAborted();
    effects.onProgress({ stage: 'verifying', done, total: segments.length, unit: 'files' });
    const fault = await office.store.faultOf(segment.sha256, 'parquet');
    if (fault !== null) faults.push({ code: 'segment-damaged', ...fault, expected: segment.sha256 });
  }
  if (faults.length > 0) return { ok: false, checked: segments.length, faults };
  const session = await openLakeSession(release, office.store, wholeOffice);
  try {
    for (const [table, { rows }] of Object.entries(release.tables)) {
      const [counted] = await session.rows<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}"`);
      if (counted?.rows !== rows) {
        faults.push({ code: 'segment-damaged', path: table, found: `${counted?.rows} rows`, expected: `${rows} rows` });
      }
    }
  } finally {
    session.close();
  }
  return { ok: faults.length === 0, checked: segments.length, faults };
}

export interface ReleaseDifference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** At most twenty ids of each sort. */
  readonly examples: { readonly added: string[]; readonly removed: string[]; readonly changed: string[] };
}

/** What changed from release A to release B, record by record, among those that a scope shows in either. */
export async function diffReleases(office: Office, a: string, b: string, scope: Scope): Promise<ReleaseDifference> {
  const manifest = (await office.release(b)).release;
  const compared = { prefix: 'later_', manifest };
  const session = await openLakeSession((await office.release(a)).release, office.store, scope, { compared });
  try {
    const sorts = await session.rows<{ sort: string; count: number; examples: string[] | null }>(
      `WITH difference AS (SELECT coalesce(x.id, y.id) AS id,
         CASE WHEN x.id IS NULL THEN 'added' WHEN y.id IS NULL THEN 'removed'
              WHEN x.content_hash <> y.content_hash THEN 'changed' ELSE 'unchanged' END AS sort
         FROM patents AS x FULL JOIN later_patents AS y ON x.id = y.id)
       SELECT sort, count(*) AS count, min(id, 20) FILTER (WHERE sort <> 'unchanged') AS examples
       FROM difference GROUP BY sort`,
    );
    const of = (sort: string) => sorts.find((row) => row.sort === sort);
    const count = (sort: string) => of(sort)?.count ?? 0;
    const examples = (sort: string) => of(sort)?.examples ?? [];
    return {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      examples: { added: examples('added'), removed: examples('removed'), changed: examples('changed') },
    };
  } finally {
    session.close();
  }
}
