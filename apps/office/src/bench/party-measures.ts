import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '@zhiheng/lake';
import {
  emptyExtract,
  openPlantedSession,
  type PlantedHolder,
  type PlantedVariant,
  Pseudonyms,
  partyRowsSql,
  plantedVariants,
  plantHolders,
  type ResolutionReport,
  resolveParties,
} from '@zhiheng/records';
import { shippedDefinitions } from '../office-paths.js';

/** Right and wrong among what was told to be one party; each two ways of telling a holder are a pair. */
export interface PairTally {
  /** Pairs joined that are one party. */
  right: number;
  /** Pairs joined that are two. */
  wrong: number;
  /** Pairs that are one party and were not joined, and how many of these wait on the review list. */
  missed: number;
  onReview: number;
}

export interface MeasuredParties {
  readonly rows: number;
  readonly seconds: number;
  /** Of all threads, in user mode. */
  readonly processorSeconds: number;
  /** The same names sorted, nothing else. */
  readonly sortSeconds: number;
  readonly report: ResolutionReport;
  readonly pairs: PairTally;
  /** By the way in which one of the two is told, the other being any. */
  readonly variants: Readonly<Record<PlantedVariant, PairTally>>;
  readonly bCubed: { readonly precision: number; readonly recall: number };
}

/** One way of telling a holder, who is meant, and to which party it was resolved. */
interface Told {
  readonly truth: number;
  readonly variant: PlantedVariant;
  readonly party: string;
}

export interface MeasureOptions {
  readonly seed: number;
  readonly rows: number;
  /** Folder of the working database; left out: in memory. */
  readonly folder?: string;
  readonly memoryLimit?: string;
}

/** Resolves planted holders of a seed and compares with who is meant. */
export async function measureParties({ seed, rows, folder, memoryLimit }: MeasureOptions): Promise<MeasuredParties> {
  const areas = await readFile(join(shippedDefinitions, 'reference/areas.csv'), 'utf8');
  const planted = plantHolders(areas, seed, rows);
  const session = await openPlantedSession(planted, {
    threads: 2,
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(folder === undefined ? {} : { file: join(folder, 'parties.duckdb'), spillFolder: join(folder, 'spill') }),
  });
  try {
    const sortedAt = performance.now();
    await session.run('CREATE TABLE sorted_names AS SELECT name FROM patent_holders ORDER BY name');
    const sortSeconds = (performance.now() - sortedAt) / 1000;
    const startedAt = performance.now();
    const processor = process.cpuUsage();
    const pseudonyms = new Pseudonyms(new Uint8Array(32));
    const pseudonymOf = (name: string) => pseudonyms.of(name);
    const settings = { office: 'CN', extract: emptyExtract, areas, pseudonymOf };
    const report = await resolveParties(session, settings);
    const sql = partyRowsSql(1);
    for (const table of ['parties', 'party_names', 'party_keys', 'party_pairs'] as const) {
      await session.run(`CREATE TABLE resolved_${table} AS ${sql[table]}`);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const processorSeconds = process.cpuUsage(processor).user / 1e6;
    return {
      rows: planted.length,
      seconds,
      processorSeconds,
      sortSeconds,
      report,
      ...(await compared(session, planted)),
    };
  } finally {
    session.close();
  }
}

async function compared(session: Session, planted: readonly PlantedHolder[]) {
  const resolved = await session.rows<{ number: number; party: string }>(
    `SELECT CAST(substr(r.id, 4) AS BIGINT) AS number, n.party FROM string_rows AS r JOIN string_parties AS n ON n.string = r.string`,
  );
  const partyOf = new Map(resolved.map(({ number, party }) => [number, party]));
  const open = await session.rows<{ a: string; b: string }>(
    `SELECT a, b FROM resolved_party_pairs WHERE relation = 'same?'`,
  );
  const onReview = new Set(open.map(({ a, b }) => `${a} ${b}`));
  const told = new Map<string, Told>();
  for (const [index, row] of planted.entries()) {
    const key = [row.name, row.creditCode, row.area, row.party].join(' ');
    if (!told.has(key)) told.set(key, { truth: row.party, variant: row.variant, party: partyOf.get(index) ?? '' });
  }
  return { ...tallied([...told.values()], onReview) };
}

function tallied(told: readonly Told[], onReview: ReadonlySet<string>) {
  const pairs = emptyTally();
  const variants = Object.fromEntries(plantedVariants.map((one) => [one, emptyTally()])) as Record<
    PlantedVariant,
    PairTally
  >;
  const count = (a: Told, b: Told, outcome: 'right' | 'wrong' | 'missed') => {
    const waits = outcome === 'missed' && onReview.has([a.party, b.party].sort().join(' '));
    for (const tally of [pairs, variants[a.variant], ...(a.variant === b.variant ? [] : [variants[b.variant]])]) {
      tally[outcome] += 1;
      if (waits) tally.onReview += 1;
    }
  };
  const [byTruth, byParty] = [groups(told, ({ truth }) => truth), groups(told, ({ party }) => party)];
  for (const group of byTruth.values())
    eachPair(group, (a, b) => count(a, b, a.party === b.party ? 'right' : 'missed'));
  for (const group of byParty.values()) eachPair(group, (a, b) => a.truth !== b.truth && count(a, b, 'wrong'));
  let [precision, recall] = [0, 0];
  for (const one of told) {
    const [party, truth] = [byParty.get(one.party) ?? [], byTruth.get(one.truth) ?? []];
    const both = party.filter(({ truth: other }) => other === one.truth).length;
    precision += both / party.length;
    recall += both / truth.length;
  }
  return { pairs, variants, bCubed: { precision: precision / told.length, recall: recall / told.length } };
}

function groups<Key>(told: readonly Told[], keyOf: (one: Told) => Key): Map<Key, Told[]> {
  const found = new Map<Key, Told[]>();
  for (const one of told) {
    const group = found.get(keyOf(one));
    if (group === undefined) found.set(keyOf(one), [one]);
    else group.push(one);
  }
  return found;
}

function eachPair(group: readonly Told[], visit: (a: Told, b: Told) => unknown): void {
  for (const [index, a] of group.entries()) for (const b of group.slice(index + 1)) visit(a, b);
}

function emptyTally(): PairTally {
  return { right: 0, wrong: 0, missed: 0, onReview: 0 };
}
