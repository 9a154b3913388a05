import type { Session } from '@zhiheng/lake';
import { type PartyTable, partyTableNames, partyTables } from '@zhiheng/vocabulary';
import { partyRowsSql } from '../src/resolution/party-tables.js';
import { type HolderRow, openPlantedSession } from '../src/resolution/planted-session.js';
import { emptyExtract, type ResolutionExtract } from '../src/resolution/resolution-extract.js';
import { type ResolutionReport, resolveParties } from '../src/resolution/resolve-parties.js';
import { placeSheets } from './sources.js';

type Row = Record<string, string | number | null>;
export type ResolvedTables = Readonly<Record<PartyTable, readonly Row[]>>;

export interface Resolved {
  readonly tables: ResolvedTables;
  readonly report: ResolutionReport;
  readonly number: number;
  /** The party of a row, by the row's id. */
  readonly partyOf: (id: string) => string;
}

/** Resolves rows upon what an earlier resolution left, with what was decided; `most`: so many rows at once. */
export async function resolved(
  rows: readonly HolderRow[],
  before?: Resolved,
  extract: Partial<ResolutionExtract> = {},
  most?: number,
): Promise<Resolved> {
  const session = await openPlantedSession(rows, { threads: 2 });
  try {
    for (const name of ['parties', 'party_keys'] as const) await fillBase(session, name, before?.tables[name] ?? []);
    const report = await resolveParties(session, {
      office: 'CN',
      extract: { ...emptyExtract, ...extract },
      pseudonymOf: (name) => `PS-${[...name].reverse().join('')}`,
      areas: placeSheets.areas,
      ...(most === undefined ? {} : { most }),
    });
    const number = (before?.number ?? 0) + 1;
    const sql = partyRowsSql(number);
    const tables = {} as Record<PartyTable, Row[]>;
    for (const name of partyTableNames) tables[name] = await session.rows(sql[name]);
    const told = await session.rows<{ id: string; party: string }>(
      'SELECT r.id, p.party FROM string_rows AS r JOIN string_parties AS p ON p.string = r.string',
    );
    const parties = new Map(told.map(({ id, party }) => [id, party]));
    return { tables, report, number, partyOf: (id) => parties.get(id) ?? '' };
  } finally {
    session.close();
  }
}

async function fillBase(session: Session, name: 'parties' | 'party_keys', rows: readonly Row[]): Promise<void> {
  const shape = { ...partyTables[name], name: `base_${name}` };
  await session.append(
    shape,
    Object.keys(shape.columns).map((column) => rows.map((row) => row[column] ?? null)),
  );
}
