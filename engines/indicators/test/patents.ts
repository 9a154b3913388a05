import { type Kind, patentTables } from '@zhiheng/vocabulary';
import type { MemorySession } from './memory-session.js';

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
  readonly filed_on?: string | null;
  readonly examination_requested_on?: string | null;
  readonly closed_on?: string | null;
  readonly outcome?: string | null;
  readonly granted_on?: string | null;
  readonly ceased_on?: string | null;
}

/** Puts patents into the canonical tables of a session. */
export async function insertPatents(session: MemorySession, patents: readonly TestPatent[]): Promise<void> {
  const rows = patents.map(({ office = 'CN', dataset = 'real', kind = 'invention', ...patent }) => ({
    ...patent,
    id: `${office}:${patent.number}`,
    revision: 1,
    office,
    dataset,
    kind,
  }));
  const held = rows.flatMap((row) =>
    row.area === undefined
      ? []
      : [
          { id: row.id, revision: 1, position: 1, name: row.holder ?? null, area: row.area },
          { id: row.id, revision: 1, position: 2, name: 'second', area: '650000' },
        ],
  );
  await fill(session, 'patents', rows);
  await fill(session, 'patent_states', rows);
  await fill(session, 'patent_holders', held);
  await fill(
    session,
    'patent_texts',
    rows.filter((row) => row.title !== undefined),
  );
}

async function fill(session: MemorySession, table: keyof typeof patentTables, rows: readonly object[]): Promise<void> {
  const { columns } = patentTables[table];
  const names = Object.keys(columns);
  const values = rows.map((row) => names.map((name) => (row as Record<string, string | number | null>)[name] ?? null));
  await session.registerTable(table, columns, values);
}
