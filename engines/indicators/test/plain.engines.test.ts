import { presentEngines } from '@zhiheng/second-engines';
import { shownTables } from '@zhiheng/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCounties } from '../src/compute/compute-observations.js';
import { observationSql } from '../src/compute/observation-sql.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import type { RecordSession } from '../src/session.js';
import { insertEvents } from './events.js';
import { type EventfulPatent, eventfulPatents, everyKind } from './every-kind.js';
import { keptScope } from './kept-sets.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TableTaker } from './patents.js';

const together = { trino: 6, postgres: 6 } as const;
/** A distributed engine takes seconds for a statement: one definition of each kind, with all that can stand in one. */
const asked = {
  postgres: everyKind,
  trino: everyKind.filter(({ id }) => ['asked-of-lists', 'applicants', 'high-value-by-owner', 'days'].includes(id)),
} as const;
const rounded = (row: StoredObservation) => ({ ...row, value: Number(row.value.toFixed(9)) });

describe.each(presentEngines(process.env))('the whole statement of a definition on $name', ({ name, open }) => {
  it('tells what it tells on DuckDB', async () => {
    let told = 0;
    const lists = fc.array(eventfulPatents, { minLength: together[name], maxLength: together[name] });
    const property = fc.asyncProperty(lists, async (given) => {
      const patents = given.flat().map((patent, index) => ({ ...patent, number: String(index).padStart(4, '0') }));
      const [first, second] = [await MemorySession.open(), await open()];
      for (const table of Object.values(shownTables)) await second.registerTable(table.name, table.columns, []);
      await filled(first, patents);
      await filled(second, patents);
      for (const definition of asked[name]) {
        const ask = (session: RecordSession) =>
          countCounties(definition, session, keptScope, ['CN', '440000', '440305', 'XX']);
        const [expected, found] = [await ask(first), await ask(second)];
        expect(found.map(rounded), observationSql(definition, second.dialect)).toEqual(expected.map(rounded));
        told += found.length;
      }
      first.close();
      await second.close();
    });
    // What was drawn can tell little: then more is drawn.
    for (let round = 0; round < 6 && told <= 500; round += 1) {
      await fc.assert(property, { numRuns: 1, endOnFailure: true });
    }
    expect(told).toBeGreaterThan(500);
  }, 900_000);
});

async function filled(session: RecordSession & TableTaker, patents: readonly EventfulPatent[]): Promise<void> {
  await insertPatents(session, patents);
  const withId = patents.map(({ office = 'CN', number, events }) => ({ id: `${office}:${number}`, events }));
  await insertEvents(session, withId);
}
