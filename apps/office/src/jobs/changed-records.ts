import { availableParallelism } from 'node:os';
import {
  type LakeSession,
  type ObjectStore,
  openLakeSession,
  type Release,
  type Segment,
  type TableSegments,
} from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';

/** Tables whose rows belong to a patent by `id`. */
const ofPatents = ['patents', 'patent_states', 'patent_holders', 'patent_classes'] as const;
/** Tables of deeds and statements: what they tell concerns the patents of their events. */
const ofDeeds = ['patent_events', 'patent_statements', 'recordals', 'new_holders'] as const;

/** A key of holders that belongs to another party than before; null: to none. */
export interface MovedKey {
  readonly key: string;
  readonly party: string | null;
  /** Whether it belonged to one before. */
  readonly known: boolean;
}

/** What differs between two releases. */
export interface ReleaseDifference {
  /** Ids of the patents of which anything that figures rest on differs, beside the party of their holder, in no order. */
  readonly ids: readonly string[];
  readonly keys: readonly MovedKey[];
}

/**
 * What differs between two releases: of segments that one of them alone has, all records; of tables that a release writes anew, those
 * whose rows are not the same; and which holders belong to another party. `all`: parties were resolved in one of them alone.
 */
export async function changedRecords(
  before: Release,
  after: Release,
  store: ObjectStore,
): Promise<ReleaseDifference | 'all'> {
  const resolved = ({ tables }: Release) => (tables.party_names?.rows ?? 0) > 0;
  if (resolved(before) !== resolved(after)) return 'all';
  const compared = async <T>(
    now: Release,
    was: Release,
    use: (session: LakeSession) => Promise<T>,
    threads = 1,
  ): Promise<T> => {
    const session = await openLakeSession(now, store, wholeOffice, {
      threads,
      compared: { prefix: 'before_', manifest: was },
    });
    return use(session).finally(() => session.close());
  };
  const idsOf = (names: readonly string[], session: LakeSession) => {
    const each = names.flatMap((name) => ['', 'before_'].map((prefix) => `SELECT id FROM ${prefix}${name}`));
    return column(session, `SELECT id FROM (${each.join(' UNION ')}) AS told`);
  };
  const rewritten = tablesAnew.filter((name) => !sameRows(name, before, after)).map(difference);
  const alone = (release: Release, name: string) => ofTables(release, [name]);
  const [loaded, anew, deeds, keys] = await Promise.all([
    compared(onlyIn(after, before, ofPatents), onlyIn(before, after, ofPatents), (session) =>
      idsOf(ofPatents, session),
    ),
    rewritten.length === 0
      ? []
      : compared(writtenAnew(after), writtenAnew(before), (session) =>
          column(session, `SELECT id FROM (${rewritten.join(' UNION ')}) AS told`),
        ),
    compared(alone(after, 'patent_events'), alone(before, 'patent_events'), async (session) =>
      ofDifferingDeeds(
        session,
        await compared(onlyIn(after, before, ofDeeds), onlyIn(before, after, ofDeeds), (of) => idsOf(ofDeeds, of)),
      ),
    ),
    // The longest of them: when the others have ended, it has all threads.
    compared(alone(after, 'party_names'), alone(before, 'party_names'), movedKeys, availableParallelism()),
  ]);
  return { ids: [...new Set([...loaded, ...anew, ...deeds])], keys };
}

/** Ids of the patents that deeds and statements concern, as they are told and as they were. */
async function ofDifferingDeeds(session: LakeSession, deeds: readonly string[]): Promise<string[]> {
  if (deeds.length === 0) return [];
  await session.registerTable(
    'changed_deed',
    { id: 'text' },
    deeds.map((id) => [id]),
  );
  const concerned = ['', 'before_'].map(
    (prefix) =>
      `SELECT coalesce(patent, id) AS id FROM ${prefix}patent_events WHERE id IN (SELECT id FROM changed_deed)`,
  );
  return column(session, `SELECT id FROM (${concerned.join(' UNION ')}) AS told`);
}

function movedKeys(session: LakeSession): Promise<MovedKey[]> {
  return session.rows<MovedKey>(`SELECT key, min(party) AS party, bool_or(known) AS known
FROM (
  SELECT coalesce(is_now.key, was.key) AS key, is_now.party, was.key IS NOT NULL AS known
  FROM party_names AS is_now FULL JOIN before_party_names AS was ON was.key = is_now.key
  WHERE is_now.party IS DISTINCT FROM was.party
) AS told
WHERE key IS NOT NULL
GROUP BY key
ORDER BY key`);
}

/** Ids of rows that are not as often in both of two tables of the same columns: told apart by the hash of all that a row has. */
function difference(name: string): string {
  const side = (table: string, sign: number) =>
    `SELECT id, hash(told) AS content, ${sign} AS side FROM ${table} AS told`;
  return `SELECT id
FROM (${side(name, 1)} UNION ALL ${side(`before_${name}`, -1)}) AS both_sides
GROUP BY id, content
HAVING sum(side) <> 0`;
}

async function column(session: { rows<T extends object>(sql: string): Promise<T[]> }, sql: string): Promise<string[]> {
  const rows = await session.rows<{ id: string | null }>(sql);
  return rows.flatMap(({ id }) => id ?? []);
}

/** A release of nothing but the segments that another one does not have. */
function onlyIn(release: Release, other: Release, names: readonly string[]): Release {
  return withTables(release, names, (name, table) => {
    const known = new Set(listed(other.tables[name]).map(({ sha256 }) => sha256));
    return listed(table).filter(({ sha256 }) => !known.has(sha256));
  });
}

/** Tables whose rows a release, or what people decided, writes whole: owners, holders that lie elsewhere, decisions. */
const tablesAnew = ['patent_owners', 'patent_holders', 'patent_decisions'] as const;

function writtenRows(name: string, table: TableSegments | undefined): readonly Segment[] {
  return (name === 'patent_holders' ? table?.restated?.segments : table?.segments) ?? [];
}

function sameRows(name: string, before: Release, after: Release): boolean {
  const [was, is] = [before, after].map(({ tables }) => writtenRows(name, tables[name]).map(({ sha256 }) => sha256));
  return was?.join() === is?.join();
}

/** A release of nothing but these rows. */
function writtenAnew(release: Release): Release {
  return withTables(release, tablesAnew, writtenRows);
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

function withTables(
  release: Release,
  names: readonly string[],
  pick: (name: string, table: TableSegments) => readonly Segment[],
): Release {
  const tables = names.flatMap((name): [string, TableSegments][] => {
    const table = release.tables[name];
    if (table === undefined) return [];
    return [[name, { segments: pick(name, table), replaced: [], history: [], rows: 0 }]];
  });
  return { ...release, tables: Object.fromEntries(tables) };
}
