import { dialects } from '@zhiheng/expressions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCounties } from '../src/compute/compute-observations.js';
import { computeSets } from '../src/compute/compute-sets.js';
import { observationSql } from '../src/compute/observation-sql.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import { areas } from './areas.js';
import { insertEvents } from './events.js';
import { eventfulPatents, everyKind } from './every-kind.js';
import { keptScope } from './kept-sets.js';
import { MemorySession } from './memory-session.js';
import { insertPatents } from './patents.js';
import { plainRows } from './plain-rows.js';
import { runs } from './runs.js';

const round = (row: StoredObservation) => ({ ...row, value: Number(row.value.toFixed(9)) });

const patience = runs(600_000);

describe('one definition alone', () => {
  it('is told in full: holders, conditions, classes and all', { timeout: patience }, async () => {
    const property = fc.asyncProperty(eventfulPatents, async (patents) => {
      const session = await MemorySession.open();
      try {
        await insertPatents(session, patents);
        await insertEvents(
          session,
          patents.map(({ office = 'CN', number, events }) => ({ id: `${office}:${number}`, events })),
        );
        const sets = await computeSets(everyKind, session, keptScope);
        for (const definition of everyKind) {
          const plain = await plainRows(definition, session, keptScope);
          expect(plain.map(round), definition.id).toEqual((sets.get(definition.id) ?? []).map(round));
        }
      } finally {
        session.close();
      }
    });
    await fc.assert(property, { numRuns: runs(4) });
  });

  it('ranks times in words of every engine as this one does', async () => {
    const durations = everyKind.filter(({ kind }) => kind === 'duration');
    const anywhere = { ...dialects.duckdb, name: 'any' };
    const property = fc.asyncProperty(eventfulPatents, async (patents) => {
      const session = await MemorySession.open();
      try {
        await insertPatents(session, patents);
        for (const definition of durations) {
          const ours = await countCounties(definition, session, keptScope, ['CN', '440000', '440305']);
          const theirs = await session.rows<StoredObservation>(observationSql(definition, anywhere));
          expect(theirs.map(round), definition.id).toEqual(ours.map(round));
        }
      } finally {
        session.close();
      }
    });
    await fc.assert(property, { numRuns: 10 });
  }, 120_000);

  it('tells counties what it tells wider areas', async () => {
    const session = await MemorySession.open();
    const filed = { filed_on: '2023-03-01', area: '440305' };
    await insertPatents(session, [
      { number: '1', ...filed, holder: '甲', ipc: ['H01L 21/00'] },
      { number: '2', ...filed, holder: '甲', ipc: ['A01B 1/00'] },
      { number: '3', ...filed, holder: '乙' },
    ]);
    const applicants = everyKind.filter(({ id }) => id === 'applicants');
    expect(applicants).toHaveLength(1);
    for (const definition of applicants) {
      const rows = await countCounties(definition, session, { ...keptScope, areas }, ['440305']);
      const year = rows
        .filter(({ period }) => period === '2023')
        .map(({ breakdown, value, n }) => [breakdown, value, n]);
      expect(year).toEqual([
        [null, 2, 3],
        ['ipc_section=A', 1, 1],
        ['ipc_section=H', 1, 1],
        ['ipc_section=not-told', 1, 1],
        ['kind=invention', 2, 3],
      ]);
    }
    session.close();
  });
});
