import { type Kind, patentOwnerTables, patentTables } from '@zhiheng/vocabulary';
import type { MemorySession } from './memory-session.js';

/** Any session that takes tables: on DuckDB or on another engine. */
export type TableTaker = Pick<MemorySession, 'registerTable'>;

/** A patent as tests write it; what is left out is null, or of the usual office, dataset and kind. */
export interface TestPatent {
  readonly number: string;
  readonly office?: string;
  readonly dataset?: 'real' | 'synthetic';
  readonly kind?: Kind;
  /** Left out: no holder at all. */
  readonly area?: string;
  readonly title?: string;
  readonly holder?: string;
  /** Of the first holder. */
  readonly holderType?: string | null;
  readonly route?: string | null;
  /** Symbols of the IPC. */
  readonly ipc?: readonly string[];
  /** Areas of the holders behind the first; left out: one, in 650000. */
  readonly others?: readonly string[];
  /** Who took the patent over, in the order in which the deeds were recorded. */
  readonly transfers?: readonly TestTransfer[];
  readonly filed_on?: string | null;
  readonly examination_requested_on?: string | null;
  readonly closed_on?: string | null;
  readonly outcome?: string | null;
  readonly granted_on?: string | null;
  readonly ceased_on?: string | null;
}

export interface TestTransfer {
  /** Null: nobody says when, so that it moves nothing. */
  readonly on: string | null;
  readonly areas: readonly string[];
}

/** Areas of the holders as filed; none where the record names nobody. */
export function filedAreas({ area, others = ['650000'] }: TestPatent): string[] {
  return area === undefined ? [] : [area, ...others];
}

type DatedTransfer = TestTransfer & { readonly on: string };
const dated = new WeakMap<TestPatent, readonly DatedTransfer[]>();

/** Transfers of which the day is known, in the order of their days, then of their recording; worked out once for each patent. */
export function datedTransfers(patent: TestPatent): readonly DatedTransfer[] {
  const known = dated.get(patent);
  if (known !== undefined) return known;
  const { transfers = [] } = patent;
  const told = transfers.flatMap((one) => (one.on === null ? [] : [{ ...one, on: one.on }]));
  told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  dated.set(patent, told);
  return told;
}

/** Puts patents into the canonical tables of a session. */
export async function insertPatents(session: TableTaker, patents: readonly TestPatent[]): Promise<void> {
  const rows = patents.map(({ office = 'CN', dataset = 'real', kind = 'invention', ...patent }) => ({
    ...patent,
    id: `${office}:${patent.number}`,
    revision: 1,
    office,
    dataset,
    kind,
  }));
  const held = rows.flatMap((row) =>
    filedAreas(row).map((area, index) => ({
      id: row.id,
      revision: 1,
      position: index + 1,
      name: index === 0 ? (row.holder ?? null) : 'second',
      holder_type: index === 0 ? (row.holderType ?? null) : 'individual',
      area,
    })),
  );
  await fill(session, 'patents', rows);
  await fill(session, 'patent_states', rows);
  await fill(session, 'patent_holders', held);
  const classes = rows.flatMap(({ id, ipc = [] }) =>
    ipc.map((symbol, index) => ({ id, revision: 1, position: index + 1, scheme: 'ipc', symbol })),
  );
  await fill(session, 'patent_classes', classes);
  await fill(session, 'patent_owners', rows.flatMap(ownerRows));
  await fill(
    session,
    'patent_texts',
    rows.filter((row) => row.title !== undefined),
  );
}

/** The stages of ownership as a release derives them. */
function ownerRows(patent: TestPatent & { readonly id: string }) {
  const transfers = datedTransfers(patent);
  if (transfers.length === 0) return [];
  const filed = filedAreas(patent);
  const stages = [{ on: null, areas: filed.length === 0 ? ['XX'] : filed }, ...transfers];
  return stages.flatMap(({ on, areas }, stage) =>
    areas.map((area, index) => ({
      id: patent.id,
      stage,
      position: index + 1,
      name: `owner ${stage}`,
      area,
      from_on: on,
      to_on: stages[stage + 1]?.on ?? null,
    })),
  );
}

const shapes = { ...patentTables, ...patentOwnerTables };

async function fill(session: TableTaker, table: keyof typeof shapes, rows: readonly object[]): Promise<void> {
  const { columns } = shapes[table];
  const names = Object.keys(columns);
  const values = rows.map((row) => names.map((name) => (row as Record<string, string | number | null>)[name] ?? null));
  await session.registerTable(table, columns, values);
}
