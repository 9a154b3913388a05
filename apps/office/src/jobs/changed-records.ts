import type { LakeSession, Release, Segment, TableSegments } from '@zhiheng/lake';

/** Tables whose rows belong to a patent by `id`. */
const ofPatents = ['patents', 'patent_states', 'patent_holders', 'patent_classes'] as const;
/** Tables of deeds and statements: what they tell concerns the patents of their events. */
const ofDeeds = ['patent_events', 'patent_statements', 'recordals', 'new_holders'] as const;
/** Tables whose rows a release, or what people decided, writes whole: owners, holders that lie elsewhere, decisions. */
const tablesAnew = ['patent_owners', 'patent_holders', 'patent_decisions'] as const;

/**
 * How much differs between two releases. The session keeps what: `changed_id`, the ids of the patents of which anything that figures rest on
 * differs, beside the party of their holder; and `moved_key` (`key, party, known`), the keys of holders that belong to another party than before
 * (null: to none), and 1 where they belonged to one.
 */
export interface ReleaseDifference {
  readonly records: number;
  /** Keys that belonged to another party. */
  readonly knownKeys: number;
}

/** Whether it can be told what differs between two releases: not where parties were resolved in one of them alone. */
export function areComparable(before: Release, after: Release): boolean {
  const resolved = ({ tables }: Release) => (tables.party_names?.rows ?? 0) > 0;
  return resolved(before) === resolved(after);
}

/** The segments that a session is opened beside in which two releases are compared. */
export function segmentsCompared(before: Release, after: Release): Segment[] {
  return [
    ...[...onlyIn(after, before, ofPatents), ...onlyIn(before, after, ofPatents)],
    ...[...onlyIn(after, before, ofDeeds), ...onlyIn(before, after, ofDeeds)],
    ...differingAnew(before, after).flatMap(({ was, is }) => [...was, ...is]),
  ];
}

/**
 * Keeps in a session what differs between two comparable releases: of segments that one of them alone has, all records; of tables that a release
 * writes anew, those whose rows are not the same; and which holders belong to another party. The session shows the later release, and the
 * earlier one under `before_`.
 */
export async function keepChangedRecords(
  session: LakeSession,
  before: Release,
  after: Release,
): Promise<ReleaseDifference> {
  const both = (names: readonly string[]) => [...onlyIn(after, before, names), ...onlyIn(before, after, names)];
  const nothing = "SELECT '' AS id WHERE 1 = 0";
  const keepIds = (name: string, parts: readonly string[]) =>
    session.keep(name, parts.length === 0 ? nothing : parts.join('\nUNION ALL\n'));
  const loaded = async () => keepIds('changed_loaded', idsOf(await showEach(session, 'loaded', both(ofPatents))));
  const anew = async () => {
    const differing = differingAnew(before, after);
    await keepIds(
      'changed_anew',
      await Promise.all(
        differing.map(async ({ name, was, is }) =>
          difference(
            await showTogether(session, `anew_${name}`, is),
            await showTogether(session, `anew_before_${name}`, was),
          ),
        ),
      ),
    );
  };
  const deeds = async () => {
    const segments = both(ofDeeds);
    await keepIds('changed_deed', idsOf(await showEach(session, 'deeds', segments)));
    const concerned = ['', 'before_'].map(
      (prefix) =>
        `SELECT coalesce(patent, id) AS id FROM ${prefix}patent_events WHERE id IN (SELECT id FROM changed_deed)`,
    );
    await keepIds('changed_by_deed', segments.length === 0 ? [] : concerned);
  };
  await Promise.all([keepMovedKeys(session), loaded(), anew(), deeds()]);
  const told = ['changed_loaded', 'changed_anew', 'changed_by_deed'].map((name) => `SELECT id FROM ${name}`);
  await session.keep(
    'changed_id',
    `SELECT DISTINCT id FROM (${told.join(' UNION ALL ')}) AS told WHERE id IS NOT NULL`,
  );
  const [counted] = await session.rows<{ records: number; known: number }>(
    'SELECT (SELECT count(*) FROM changed_id) AS records, (SELECT count(*) FROM moved_key WHERE known = 1) AS known',
  );
  return { records: counted?.records ?? 0, knownKeys: counted?.known ?? 0 };
}

function keepMovedKeys(session: LakeSession): Promise<void> {
  return session.keep(
    'moved_key',
    `SELECT key, min(party) AS party, max(known) AS known
FROM (
  SELECT coalesce(is_now.key, was.key) AS key, is_now.party, CASE WHEN was.key IS NULL THEN 0 ELSE 1 END AS known
  FROM party_names AS is_now FULL JOIN before_party_names AS was ON was.key = is_now.key
  WHERE is_now.party IS DISTINCT FROM was.party
) AS told
WHERE key IS NOT NULL
GROUP BY key`,
  );
}

function idsOf(relations: readonly string[]): string[] {
  return relations.map((name) => `SELECT id FROM ${name}`);
}

/** Shows segments, each under a name of its own: of several versions they may have other columns. */
async function showEach(session: LakeSession, name: string, segments: readonly Segment[]): Promise<string[]> {
  const names: string[] = [];
  for (const [index, segment] of segments.entries()) {
    names.push(`${name}_${index + 1}`);
    await session.showSegment(`${name}_${index + 1}`, segment);
  }
  return names;
}

/** Shows the rows of some segments as one relation; null: there are none. */
async function showTogether(session: LakeSession, name: string, segments: readonly Segment[]): Promise<string | null> {
  if (segments.length === 0) return null;
  await session.showSegments(name, { segments, together: true });
  return name;
}

/**
 * SQL of the ids of rows that are not as often in both of two tables (null: it has none) of the same columns: told apart by the hash of all that
 * a row has.
 */
function difference(is: string | null, was: string | null): string {
  const side = (table: string | null, sign: number) =>
    table === null ? [] : [`SELECT id, hash(told) AS content, ${sign} AS side FROM ${table} AS told`];
  return `SELECT id
FROM (${[...side(is, 1), ...side(was, -1)].join(' UNION ALL ')}) AS both_sides
GROUP BY id, content
HAVING sum(side) <> 0`;
}

/** The segments of some tables of a release that another one does not have. */
function onlyIn(release: Release, other: Release, names: readonly string[]): Segment[] {
  return names.flatMap((name) => {
    const known = new Set(listed(other.tables[name]).map(({ sha256 }) => sha256));
    return listed(release.tables[name]).filter(({ sha256 }) => !known.has(sha256));
  });
}

/** What is written whole of tables of which not the same was written. */
function differingAnew(before: Release, after: Release) {
  return tablesAnew.flatMap((name) => {
    const [was, is] = [before, after].map(({ tables }) => writtenRows(name, tables[name])) as [
      readonly Segment[],
      readonly Segment[],
    ];
    const hashes = (segments: readonly Segment[]) => segments.map(({ sha256 }) => sha256).join();
    return hashes(was) === hashes(is) ? [] : [{ name, was, is }];
  });
}

function writtenRows(name: string, table: TableSegments | undefined): readonly Segment[] {
  return (name === 'patent_holders' ? table?.restated?.segments : table?.segments) ?? [];
}

/** A release of nothing but some tables: no more than these are checked and shown. */
export function ofTables(release: Release, names: readonly string[]): Release {
  return {
    ...release,
    tables: Object.fromEntries(Object.entries(release.tables).filter(([name]) => names.includes(name))),
  };
}

/** Rows of a table, and ids of rows that are none any more: their records came again, so that they stand among the rows too. */
function listed(table: TableSegments | undefined): readonly Segment[] {
  return table?.segments ?? [];
}
