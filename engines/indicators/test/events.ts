import { recordTables } from '@zhiheng/vocabulary';
import type { TableTaker } from './patents.js';

/** An event of a patent as tests write it; what is left out is null. */
export interface TestEvent {
  readonly kind: string;
  readonly on: string | null;
  readonly amount?: number | null;
  readonly country?: string | null;
  readonly reference?: string | null;
  /** What tells it: a deed's own number is another than that which it refers to. Left out: the patent's own record. */
  readonly told?: 'patent' | 'statement' | 'deed';
}

/** Puts the events of patents into the canonical tables of a session; `id` is that of the patent. */
export async function insertEvents(
  session: TableTaker,
  patents: readonly { readonly id: string; readonly events: readonly TestEvent[] }[],
): Promise<void> {
  const told = patents.flatMap(({ id, events }) =>
    events.map(({ kind, on, amount, country, reference = null, told = 'patent' }, index) => {
      const own = { event: kind, event_on: on, amount, country };
      if (told === 'patent') return { event: { ...own, id, patent: null, reference }, deed: null };
      if (told === 'statement')
        return { event: { ...own, id: `EVENT:${id}:${index}`, patent: id, reference }, deed: null };
      const number = `DEED:${id}:${index}`;
      return {
        event: { ...own, id: number, patent: id, reference: reference === null ? null : `number of ${number}` },
        deed: { id: number, refers_to: reference },
      };
    }),
  );
  await fill(
    session,
    'patent_events',
    told.map(({ event }) => event),
  );
  await fill(
    session,
    'recordals',
    told.flatMap(({ deed }) => (deed === null ? [] : [deed])),
  );
}

async function fill(session: TableTaker, table: 'patent_events' | 'recordals', rows: readonly object[]) {
  const { columns } = recordTables[table];
  const names = Object.keys(columns);
  const values = rows.map((row) => names.map((name) => (row as Record<string, string | number | null>)[name] ?? null));
  await session.registerTable(table, columns, values);
}
