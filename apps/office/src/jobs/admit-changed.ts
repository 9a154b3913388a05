import {
  type AdmissionPart,
  type AdmissionPlan,
  admissionParts,
  type ChangedIds,
  changedTables,
  earlier,
  monthSpan,
  now,
  openingParts,
  type RecordsSince,
  recordsSince,
  since,
  type TableExtract,
  tablesBeside,
  tablesOfRecords,
  was,
} from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Release, Segment } from '@zhiheng/lake';
import { type Day, type OnProgress, OwnFault } from '@zhiheng/vocabulary';
import type { VintageAdmission } from '../vintage.js';
import { cardsOf, lyingCards } from '../vintage-cards.js';
import type { ReleaseDifference } from './changed-records.js';
import { admissionOf, groupRowsOf } from './write-admission.js';
import { writeSegment } from './write-segment.js';

/** What is gone on with: the admission, the release that it was made of, and what differs since. */
interface EarlierAdmission {
  readonly admission: VintageAdmission;
  readonly release: Pick<Release, 'revision'>;
  readonly difference: ReleaseDifference;
  /** The days that the release can know of, and the last one that sets were told to before. */
  readonly span: { readonly from: Day; readonly until: Day; readonly before: Day };
}

/** A relation of an admission as it is written; `groupRows`: how many rows are packed together, where that is not usual. */
type WrittenPart = AdmissionPart & { readonly groupRows: number | undefined };

/** Records beyond which they are looked for together, and beyond which by joining. */
const mostSingle = 16;
const mostListed = 1000;
const toRead = (name: string) => `to_read_${name}`;
const found = (name: string) => `found_${name}`;
const changed: ChangedIds = { ids: 'changed', tables: now, keys: 'moved_key' };

/**
 * Goes on with an admission: asks the records that changed since and keeps in the session what `figureSets` reads of them: what they were, what
 * they are, and under its own name the admission as it is now. What comes out is written as further segments meanwhile, and behind it: the
 * admission is `written` when all of it is. The session shows the records as they are, under `before_` those of the release before, and was
 * opened beside the segments of the admission.
 */
export async function admitChanged(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  onProgress: OnProgress,
  { admission, difference, release, span }: EarlierAdmission,
): Promise<{ readonly written: Promise<VintageAdmission> }> {
  await keepChanged(plan, session, admission, difference);
  const asked = admissionParts(plan, changed);
  const names = asked.map(({ name }) => name);
  for (const name of names) await session.showSegments(earlier(name), { segments: admission.parts[name] ?? [] });
  const recent = recordsSince(plan, monthSpan(span), { until: span.before }, earlier);
  // Looked for while it is asked what changed records are.
  const looked = keepFoundRows(session, names, recent);
  looked.catch(() => undefined);
  await nameRowsToRead(session, release.revision);
  await Promise.all([
    keepExtracts(changedTables(plan, changed, toRead), session),
    ...tablesBeside(plan).map(({ name, of }) => session.keep(was(name), of(`before_${name}`, changed.ids))),
  ]);
  const write = async ({ name, sql, groupRows }: WrittenPart): Promise<[string, readonly Segment[]]> => {
    const before = admission.parts[name] ?? [];
    const segment = await writeSegment(session, store, sql, groupRows);
    return [name, segment.rows === 0 && before.length > 0 ? before : [...before, segment]];
  };
  const opening = openingParts(plan, now('admission'), changed);
  // Written while records are asked.
  const cards = opening.filter(({ ofAdmission }) => !ofAdmission).map(write);
  for (const one of cards) one.catch(() => undefined);
  let done = 0;
  const admit = async ({ name, sql }: (typeof asked)[number]) => {
    await session.keep(now(name), sql);
    const unchanged = `SELECT kept.* FROM ${earlier(name)} AS kept ANTI JOIN changed ON changed.id = kept.id`;
    await session.name(name, `${unchanged} UNION ALL BY NAME SELECT * FROM ${now(name)}`);
    done += 1;
    onProgress({ stage: 'admitting', done, total: asked.length, unit: 'steps' });
  };
  await Promise.all(asked.map(admit));
  const rows = asked.map(({ name }) => ({
    name,
    sql: `SELECT * FROM ${now(name)}`,
    groupRows: groupRowsOf(name),
  }));
  const written = Promise.all([
    ...cards,
    ...[...rows, ...opening.filter(({ ofAdmission }) => ofAdmission)].map(write),
  ]).then((parts) => {
    const lying = lyingCards(admission).map(({ name, segments }) => [name, segments] as const);
    return admissionOf(plan, Object.fromEntries([...lying, ...parts]));
  });
  // A fault is thrown where it is waited for.
  written.catch(() => undefined);
  await looked;
  if (recent !== null) await keepRowsSince(session, names);
  return { written };
}

/** Keeps extracts of changed records at once, each that reads another behind it. */
async function keepExtracts(extracts: readonly TableExtract[], session: LakeSession): Promise<void> {
  const kept = new Map<string, Promise<void>>();
  for (const { name, sql, reads } of extracts) {
    const before = reads === undefined ? Promise.resolve() : kept.get(reads);
    if (before === undefined) throw new OwnFault(`${name} reads ${reads}, which is not kept before`);
    kept.set(
      name,
      before.then(() => session.keep(now(name), sql)),
    );
  }
  await Promise.all(kept.values());
}

/**
 * Keeps what changed records were, and beside them what others are to which something happened since (null: none are looked at): what there
 * was before is looked through once for both.
 */
async function keepFoundRows(
  session: LakeSession,
  names: readonly string[],
  recent: RecordsSince | null,
): Promise<void> {
  const both = recent === null ? '' : `\nUNION\n${recent.ids}`;
  await session.keep('looked_at', `SELECT id FROM changed${both}`);
  const ofRelation = async (name: string) => {
    await session.keep(found(name), `SELECT * FROM ${earlier(name)} WHERE id IN (SELECT id FROM looked_at)`);
    await session.keep(was(name), `SELECT * FROM ${found(name)} WHERE id IN (SELECT id FROM changed)`);
  };
  const beside = recent?.beside ?? [];
  await Promise.all([
    ...names.map(ofRelation),
    ...beside.map(({ name, of }) => session.keep(since(name), of(name, 'looked_at'))),
  ]);
}

/** Keeps the rows in which something can have happened since: those of all changed records as they are, and what else was found. */
async function keepRowsSince(session: LakeSession, names: readonly string[]): Promise<void> {
  const rowsOf = (name: string) =>
    session.keep(
      since(name),
      `SELECT found.* FROM ${found(name)} AS found ANTI JOIN changed ON changed.id = found.id
UNION ALL BY NAME SELECT * FROM ${now(name)}`,
    );
  await Promise.all(names.map(rowsOf));
}

/** `changed`: the ids of records of which anything differs, the party of their holder too where parties count. */
async function keepChanged(
  plan: AdmissionPlan,
  session: LakeSession,
  admission: VintageAdmission,
  { knownKeys }: ReleaseDifference,
): Promise<void> {
  let moved = '';
  // Records that count by another party than before are found by the key of their holder.
  if (plan.parties && knownKeys > 0) {
    await session.showSegments(earlier('record_card'), { segments: cardsOf(admission) });
    const known = 'SELECT key FROM moved_key WHERE known = 1';
    moved = `
UNION
SELECT id FROM ${earlier('record_card')} WHERE holder_key IN (${known})`;
  }
  await session.keep('changed', `SELECT id FROM changed_id${moved}`);
}

/**
 * Names what has the rows of changed records: those that were loaded since lie together, so that little else is read; of the tables as they were
 * before, rows are looked for where a record changed without being loaded again.
 */
async function nameRowsToRead(session: LakeSession, revision: number): Promise<void> {
  const later = `revision > ${revision}`;
  await session.keep(
    'changed_elsewhere',
    `SELECT id FROM changed ANTI JOIN (SELECT id FROM patents WHERE ${later}) AS loaded USING (id)`,
  );
  const elsewhere = await session.rows<{ id: string }>(
    `SELECT id FROM changed_elsewhere ORDER BY id LIMIT ${mostListed + 1}`,
  );
  const { text } = session.dialect;
  const listed = elsewhere.map(({ id }) => text(id));
  // What is equal to one value is passed by while a file is read; what is one of several, when whole rows were.
  const tests =
    listed.length <= mostSingle
      ? listed.map((id) => `id = ${id}`)
      : [`id IN (${listed.length > mostListed ? 'SELECT id FROM changed_elsewhere' : listed.join(', ')})`];
  for (const name of tablesOfRecords) {
    const rest = tests.map(
      (test) => `\nUNION ALL BY NAME SELECT * FROM ${name} WHERE revision <= ${revision} AND ${test}`,
    );
    await session.name(toRead(name), `SELECT * FROM ${name} WHERE ${later}${rest.join('')}`);
  }
}
