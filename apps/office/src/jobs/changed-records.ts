import { holderKey } from '@zhiheng/indicators';
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

/**
 * Ids of the patents of which anything that figures rest on differs between two releases: of segments that one of them alone has, all;
 * of tables that a release writes anew, those whose rows are not the same; and those whose first holder is another party. `all`: parties
 * were resolved in one of them alone.
 */
export async function changedRecords(
  before: Release,
  after: Release,
  store: ObjectStore,
): Promise<readonly string[] | 'all'> {
  const resolved = ({ tables }: Release) => (tables.party_names?.rows ?? 0) > 0;
  if (resolved(before) !== resolved(after)) return 'all';
  const whole = await openLakeSession(after, store, wholeOffice, { compared: { prefix: 'before_', manifest: before } });
  const differing = await openLakeSession(onlyIn(after, before), store, wholeOffice, {
    compared: { prefix: 'before_', manifest: onlyIn(before, after) },
  });
  const anew = await openLakeSession(writtenAnew(after), store, wholeOffice, {
    compared: { prefix: 'before_', manifest: writtenAnew(before) },
  });
  try {
    const both = (names: readonly string[]) =>
      names.flatMap((name) => ['', 'before_'].map((prefix) => `SELECT id FROM ${prefix}${name}`)).join(' UNION ');
    const ids = new Set(await column(differing, `SELECT id FROM (${both(ofPatents)}) AS told`));
    const rewritten = ['patent_owners', 'patent_holders'].map((name) => difference(name)).join(' UNION ');
    for (const id of await column(anew, `SELECT id FROM (${rewritten}) AS told`)) ids.add(id);
    const deeds = await column(differing, `SELECT id FROM (${both(ofDeeds)}) AS told`);
    if (deeds.length > 0) {
      await whole.registerTable(
        'changed_deed',
        { id: 'text' },
        deeds.map((id) => [id]),
      );
      const concerned = ['', 'before_'].map(
        (prefix) =>
          `SELECT coalesce(patent, id) AS id FROM ${prefix}patent_events WHERE id IN (SELECT id FROM changed_deed)`,
      );
      for (const id of await column(whole, `SELECT id FROM (${concerned.join(' UNION ')}) AS told`)) ids.add(id);
    }
    for (const id of await ofMovedParties(whole)) ids.add(id);
    return [...ids].sort();
  } finally {
    whole.close();
    differing.close();
    anew.close();
  }
}

/** Ids of the patents whose first holder belongs to another party than before. */
async function ofMovedParties(session: LakeSession): Promise<string[]> {
  const parties = (table: string) => `SELECT key, min(party) AS party FROM ${table} GROUP BY key`;
  const moved = await column(
    session,
    `SELECT told.key AS id FROM (${parties('before_party_names')}) AS told
LEFT JOIN (${parties('party_names')}) AS tells ON tells.key = told.key
WHERE tells.party IS DISTINCT FROM told.party`,
  );
  if (moved.length === 0) return [];
  await session.registerTable(
    'moved_key',
    { key: 'text' },
    moved.map((key) => [key]),
  );
  return column(
    session,
    `SELECT h.id FROM patent_holders AS h WHERE h.position = 1 AND ${holderKey('h')} IN (SELECT key FROM moved_key)`,
  );
}

/** Ids of rows that are not in both of two tables of the same columns. */
function difference(name: string): string {
  const [now, before] = [name, `before_${name}`];
  return `SELECT id FROM (SELECT * FROM ${now} EXCEPT SELECT * FROM ${before}) AS came
UNION SELECT id FROM (SELECT * FROM ${before} EXCEPT SELECT * FROM ${now}) AS went`;
}

async function column(session: { rows<T extends object>(sql: string): Promise<T[]> }, sql: string): Promise<string[]> {
  const rows = await session.rows<{ id: string | null }>(sql);
  return rows.flatMap(({ id }) => id ?? []);
}

/** A release of nothing but the segments that another one does not have. */
function onlyIn(release: Release, other: Release): Release {
  return withTables(release, [...ofPatents, ...ofDeeds], (name, table) => {
    const known = new Set(listed(other.tables[name]).map(({ sha256 }) => sha256));
    return listed(table).filter(({ sha256 }) => !known.has(sha256));
  });
}

/** A release of nothing but the rows that a release writes out of what was loaded: owners, and holders that lie elsewhere. */
function writtenAnew(release: Release): Release {
  return withTables(release, ['patent_owners', 'patent_holders'], (name, table) =>
    name === 'patent_owners' ? table.segments : (table.restated?.segments ?? []),
  );
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
