import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSets } from '../src/compute/compute-sets.js';
import { observationSql } from '../src/compute/observation-sql.js';
import type { Attribution, ComputedDefinition } from '../src/definition.js';
import { areas } from './areas.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents } from './patents.js';
import { plainRows } from './plain-rows.js';
import { randomPatents } from './random-patents.js';
import { runs } from './runs.js';

const by = <One extends ComputedDefinition>(definition: One, attribution: Attribution, id: string): One => ({
  ...definition,
  id,
  attribution,
});
const breakdowns = [['kind'], ['holder_type'], ['kind', 'holder_type'], ['outcome']];
const definitions: ComputedDefinition[] = [
  { ...applications, breakdowns },
  { ...applications, id: 'inventions', where: "kind = 'invention' and filed_on >= 2021-06-01", scope: 'CN-ML' },
  { ...grants, breakdowns },
  by(grants, { holder: 'each', at: 'filing' }, 'grants-of-each'),
  { ...by(grants, { holder: 'fractional', at: 'filing' }, 'grants-of-shares'), breakdowns },
  by(grants, { holder: 'fractional', at: 'event' }, 'grants-of-shares-of-owners'),
  by(inForce, { holder: 'fractional', at: 'filing' }, 'shares-in-force'),
  by(inForce, { holder: 'fractional', at: 'period-end' }, 'shares-of-owners-in-force'),
  by(grants, { holder: 'first', at: 'event' }, 'grants-by-owner'),
  by(grants, { holder: 'each', at: 'event' }, 'grants-by-each-owner'),
  { ...inForce, breakdowns },
  { ...inForce, id: 'inventions-in-force', where: "kind = 'invention'", scope: '440000' },
  by(inForce, { holder: 'first', at: 'period-end' }, 'in-force-by-owner'),
  by(inForce, { holder: 'each', at: 'period-end' }, 'in-force-by-each-owner'),
  pendency('days', { id: 'days' }),
  pendency('days', {
    id: 'days-by-outcome',
    where: "kind = 'invention' and outcome = 'granted'",
    breakdowns: [['outcome']],
  }),
  pendency('boundaries', { id: 'boundaries', breakdowns: [['holder_type']] }),
  pendency('complete-months', { id: 'complete-months', attribution: { holder: 'each', at: 'filing' } }),
];
const scope = { areas, from: '2019-06-01', until: '2023-10-10' };

const patience = runs(600_000);

describe('sets computed together', () => {
  it('equal those computed a definition at a time', { timeout: patience }, async () => {
    const property = fc.asyncProperty(randomPatents, async (patents) => {
      const session = await MemorySession.open();
      try {
        await insertPatents(session, patents);
        const sets = await computeSets(definitions, session, scope);
        for (const definition of definitions) {
          const plain = await plainRows(definition, session, scope);
          const rows = sets.get(definition.id) ?? [];
          const round = (row: (typeof rows)[number]) => ({ ...row, value: Number(row.value.toFixed(9)) });
          expect(rows.map(round), observationSql(definition)).toEqual(plain.map(round));
        }
      } finally {
        session.close();
      }
    });
    await fc.assert(property, { numRuns: runs(5) });
  });
});
