import { presentEngines, type SecondSession } from '@zhiheng/second-engines';
import { shownTables } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeSets } from '../src/compute/compute-sets.js';
import type { RecordSession } from '../src/session.js';
import { areas } from './areas.js';
import { insertEvents } from './events.js';
import { type EventfulPatent, eventfulPatents, everyKind } from './every-kind.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TableTaker } from './patents.js';

const scope = { areas, from: '2019-06-01', until: '2023-10-10' };
/** A statement costs a distributed engine more than what it asks: it gets few and large sets of records. */
const rounds = { trino: 1, postgres: 6 } as const;
const joined = { trino: 6, postgres: 1 } as const;

describe.each(presentEngines(process.env))('figures of every kind on $name', ({ name, open }) => {
  let session: SecondSession;
  beforeAll(async () => {
    session = await open();
    for (const table of Object.values(shownTables)) await session.registerTable(table.name, table.columns, []);
  });
  afterAll(() => session.close());

  it('are those on DuckDB', async () => {
    const lists = fc.array(eventfulPatents, { minLength: joined[name], maxLength: joined[name] });
    const property = fc.asyncProperty(lists, async (given) => {
      const patents = given.flat().map((patent, index) => ({ ...patent, number: String(index).padStart(4, '0') }));
      await insert(session, patents);
      const known = await MemorySession.open();
      await insert(known, patents);
      const expected = await setsOf(known);
      const found = await setsOf(session);
      for (const { id } of everyKind) expect(found.get(id), id).toEqual(expected.get(id));
      known.close();
    });
    await fc.assert(property, { numRuns: rounds[name], endOnFailure: name === 'trino' });
  }, 600_000);
});

async function insert(session: TableTaker, patents: readonly EventfulPatent[]): Promise<void> {
  await insertPatents(session, patents);
  const withId = patents.map(({ office = 'CN', number, events }) => ({ id: `${office}:${number}`, events }));
  await insertEvents(session, withId);
}

function setsOf(session: RecordSession) {
  return computeSets(everyKind, session, scope);
}
