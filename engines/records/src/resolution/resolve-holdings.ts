import { createHash } from 'node:crypto';
import {
  defineViews,
  type Holdings,
  type ObjectStore,
  type Release,
  type ReleaseResolution,
  Session,
  type TableSegments,
} from '@zhiheng/lake';
import { type OnProgress, partyTableNames } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { writeSegment } from '../loading/write-segments.js';
import { partyRowsSql } from './party-tables.js';
import type { ResolutionExtract } from './resolution-extract.js';
import { type ResolutionSettings, resolutionSteps, resolveParties } from './resolve-parties.js';
import { restateAreas } from './restate-areas.js';

/** Changed when the same inputs give other parties. */
const resolutionVersion = 1;

/** Tables of records that a resolution looks at. */
const lookedAt = [
  ...['patents', 'patent_holders', 'patent_people', 'patent_events', 'new_holders'],
  ...['trademarks', 'trademark_holders', 'gi_users'],
];

export interface ResolvedHoldings {
  /** All tables of the release: those of the holdings, restated where addresses were settled, and those of parties. */
  readonly tables: Readonly<Record<string, TableSegments>>;
  readonly resolution: ReleaseResolution;
}

export interface ResolutionEffects extends Pick<ResolutionSettings, 'office' | 'extract' | 'pseudonymOf' | 'areas'> {
  readonly store: ObjectStore;
  /** The release before, whose registry keeps the ids; null for the first. */
  readonly base: Release | null;
  /** Folder of the working database, where it does not fit into memory, and for spilling; emptied by the caller. */
  readonly workFolder: string;
  /** Of the SQL engine. */
  readonly memoryLimit: string;
  readonly onProgress: OnProgress;
}

/**
 * Resolves the holders of what is loaded, for a release: areas that were settled, then parties. Segments are written and synced,
 * nothing is made current. Where records and decisions are those of the base, its tables are shared.
 */
export async function resolveHoldings(holdings: Holdings, effects: ResolutionEffects): Promise<ResolvedHoldings> {
  const { store, base, extract, office, areas, onProgress } = effects;
  const inputs = inputsOf(holdings, extract, office, areas);
  if (base?.resolution?.inputs === inputs) return shared(holdings, base, base.resolution, extract);
  const { revision } = holdings;
  const number = (base?.resolution?.number ?? 0) + 1;
  const session = await Session.open({
    ...(rowsLookedAt(holdings, base) > fewRows ? { file: `${effects.workFolder}/resolve.duckdb` } : {}),
    spillFolder: `${effects.workFolder}/spill`,
    memoryLimit: effects.memoryLimit,
  });
  try {
    await defineViews(session, holdings, store, 'loaded_');
    const records = await restateAreas(session, store, holdings.tables, extract.areas, revision);
    await defineViews(session, { ...holdings, tables: records }, store, '');
    await defineViews(session, base ?? { ...holdings, tables: {} }, store, 'base_');
    const onStep = (done: number) => onProgress({ stage: 'resolving', done, total: resolutionSteps, unit: 'steps' });
    const report = await resolveParties(session, { ...effects, onStep });
    const tables: Record<string, TableSegments> = { ...records };
    const rows = partyRowsSql(number);
    for (const name of partyTableNames) {
      const segments = await writeSegment(session, store, rows[name], revision);
      const count = segments.reduce((sum, segment) => sum + segment.rows, 0);
      if (count > 0) tables[name] = { segments, replaced: [], history: [], rows: count };
    }
    const { ledgerPosition } = extract;
    return { tables, resolution: { ledgerPosition, number, inputs, report: { ...report } } };
  } finally {
    session.close();
  }
}

/** Rows that are worked on in memory: a database on the disk writes down there what each of many short statements did. */
const fewRows = 100_000;

function rowsLookedAt(holdings: Holdings, base: Release | null): number {
  const rowsOf = (tables: Holdings['tables'], names: readonly string[]) =>
    names.reduce((sum, name) => sum + (tables[name]?.rows ?? 0), 0);
  return rowsOf(holdings.tables, lookedAt) + rowsOf(base?.tables ?? {}, partyTableNames);
}

function inputsOf(holdings: Holdings, extract: ResolutionExtract, office: string, areas: string): string {
  const tables = lookedAt.map((name) => {
    const { segments = [], replaced = [] } = holdings.tables[name] ?? {};
    return [name, segments.map(({ sha256 }) => sha256), replaced.map(({ sha256 }) => sha256)];
  });
  const { ledgerPosition: _, ...decided } = extract;
  const reference = createHash('sha256').update(areas).digest('hex');
  return canonicalHash({ version: resolutionVersion, office, tables, decided, reference });
}

/** The tables of the base over holdings that say the same of their holders. */
function shared(
  holdings: Holdings,
  base: Release,
  resolution: ReleaseResolution,
  { ledgerPosition }: ResolutionExtract,
): ResolvedHoldings {
  const tables: Record<string, TableSegments> = { ...holdings.tables };
  for (const [name, { restated }] of Object.entries(base.tables)) {
    const table = tables[name];
    if (table !== undefined && restated !== undefined) tables[name] = { ...table, restated };
  }
  for (const name of partyTableNames) {
    const table = base.tables[name];
    if (table !== undefined) tables[name] = table;
  }
  return { tables, resolution: { ...resolution, ledgerPosition } };
}
