import { presentEngines } from '@zhiheng/second-engines';
import { shownTables } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputedDefinition, Definition } from '../src/definition.js';
import { figure } from '../src/figure/figure.js';
import { observationStore, type StoredObservation } from '../src/figure/observation-store.js';
import { openRecords } from '../src/opening/open-records.js';
import type { RecordSession } from '../src/session.js';
import { areas } from './areas.js';
import { covered, coveredAll } from './coverage.js';
import { insertEvents } from './events.js';
import { type EventfulPatent, eventfulPatents, everyKind } from './every-kind.js';
import { type KeptSet, keptRows, keptSets } from './kept-sets.js';
import { balance, grantGrowth, inventionShare } from './made-definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TableTaker } from './patents.js';

/** A statement costs a distributed engine more than what it asks: it gets few and large sets of records. */
const rounds = { trino: 1, postgres: 3 } as const;
const together = { trino: 30, postgres: 8 } as const;
const opened = {
  postgres: everyKind,
  trino: everyKind.filter(({ id }) => ['asked-of-lists', 'grants-by-each-owner', 'high-value', 'days'].includes(id)),
} as const;
const made = [inventionShare, grantGrowth, balance];
const asked = { areas: ['CN', '440000', 'XX'], periods: ['2022', '2023', '2022-H1', '2023-06', '2023-09-YTD'] };
const ofChina = { office: 'CN', holdings: [{ office: 'CN', dataset: 'real' as const }] };
const coverage = [
  ...coveredAll('2015-01-01', '2023-12-31', { kinds: null }),
  covered('recorded', '2015-01-01', '2023-12-31', { table: 'recordals', kinds: null }),
];

interface Computed {
  readonly session: RecordSession;
  readonly sets: ReadonlyMap<string, KeptSet>;
}

describe.each(presentEngines(process.env))('figures of every kind on $name', ({ name, open }) => {
  it('are those on DuckDB, as are what is made of them and the records that they open to', async () => {
    const counts = { rows: 0, made: 0, opened: 0 };
    const lists = fc.array(eventfulPatents, { minLength: together[name], maxLength: together[name] });
    const property = fc.asyncProperty(lists, async (given) => {
      const patents = given.flat().map((patent, index) => ({ ...patent, number: String(index).padStart(4, '0') }));
      const [first, second] = [await MemorySession.open(), await open()];
      for (const table of Object.values(shownTables)) await second.registerTable(table.name, table.columns, []);
      const [known, other] = [await computed(first, patents), await computed(second, patents)];
      for (const { id } of everyKind) counts.rows += await sameRows(known, other, id);
      for (const definition of made) counts.made += await sameFigures(known, other, definition);
      for (const definition of opened[name]) counts.opened += await sameOpened(known, other, definition);
      first.close();
      await second.close();
    });
    // What is drawn can make few figures: then more is drawn.
    for (let round = 0; round < 4 && counts.made <= 20; round += 1) {
      await fc.assert(property, { numRuns: rounds[name], endOnFailure: name === 'trino' });
    }
    // Of nothing, everything is the same.
    expect(counts.rows).toBeGreaterThan(5000);
    expect(counts.made).toBeGreaterThan(20);
    // Trino opens a definition of each kind.
    expect(counts.opened).toBeGreaterThanOrEqual(opened[name].length);
  }, 900_000);
});

async function computed(session: RecordSession & TableTaker, patents: readonly EventfulPatent[]): Promise<Computed> {
  await insertPatents(session, patents);
  const withId = patents.map(({ office = 'CN', number, events }) => ({ id: `${office}:${number}`, events }));
  await insertEvents(session, withId);
  return { session, sets: await keptSets(everyKind, session) };
}

function setOf({ sets }: Computed, id: string): KeptSet {
  const set = sets.get(id);
  if (set === undefined) throw new Error(`no set of ${id}`);
  return set;
}

async function sameRows(known: Computed, other: Computed, id: string): Promise<number> {
  const expected = await keptRows<StoredObservation>(known.session, setOf(known, id));
  const found = await keptRows<StoredObservation>(other.session, setOf(other, id));
  expect(found, `${id}\n${setOf(other, id).sql}`).toEqual(expected);
  return expected.length;
}

async function sameFigures(known: Computed, other: Computed, definition: Definition): Promise<number> {
  const figures = (from: Computed) => {
    const sourcesOf = (id: string) => ({
      observations: observationStore(from.session, setOf(from, id).table),
      published: [],
    });
    return figure(
      { definition, ...asked, dataset: 'real' },
      {
        ...{ areas, coverage, ...ofChina, observations: null, published: [], vintage: 'v1', today: '2024-06-30' },
        part: async (id) => {
          const part = everyKind.find((one) => one.id === id);
          if (part === undefined) throw new Error(`no definition ${id}`);
          return { definition: part, ...sourcesOf(id) };
        },
      },
    );
  };
  const expected = await figures(known);
  expect(await figures(other), definition.id).toEqual(expected);
  return expected.filter(({ value }) => value !== null && value !== 0).length;
}

/** One area and period: as many records as are counted, and the same ones. */
async function sameOpened(known: Computed, other: Computed, definition: ComputedDefinition): Promise<number> {
  const statistic = definition.kind === 'duration' ? ('n' as const) : null;
  const request = { definition, area: 'CN', period: '2022', statistic, dataset: 'real' as const };
  const open = ({ session }: Computed) => openRecords(request, session, { areas, ...ofChina }, { limit: 1000 });
  const [expected, found] = [await open(known), await open(other)];
  expect(found, definition.id).toEqual(expected);
  const rows = await keptRows<StoredObservation>(other.session, setOf(other, definition.id));
  const row = rows.find(
    ({ office, dataset, area, period, breakdown, statistic: told }) =>
      [office, dataset, area, period, breakdown, told].join() === ['CN', 'real', 'CN', '2022', null, statistic].join(),
  );
  expect(found.total, definition.id).toBe(row?.n ?? 0);
  return found.total;
}
