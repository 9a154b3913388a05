import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissionParts } from '../src/admission/admission-parts.js';
import { planAdmission } from '../src/admission/admission-plan.js';
import { type ChangedIds, changedTables } from '../src/admission/changed-tables.js';
import { openingParts } from '../src/admission/opening-parts.js';
import { placedRelation } from '../src/admission/placed.js';
import type { ComputedDefinition } from '../src/definition.js';
import { openRecords } from '../src/opening/open-records.js';
import { areas } from './areas.js';
import { grants, inForce } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';

const definitions: ComputedDefinition[] = [
  grants,
  { ...grants, id: 'grants-of-each', attribution: { holder: 'each', at: 'filing' } },
  { ...grants, id: 'grants-by-owner', attribution: { holder: 'first', at: 'event' } },
  { ...grants, id: 'grants-by-each-owner', attribution: { holder: 'each', at: 'event' } },
  { ...grants, id: 'grants-of-shares', attribution: { holder: 'fractional', at: 'filing' } },
  { ...grants, id: 'grants-of-shares-of-owners', attribution: { holder: 'fractional', at: 'event' } },
  { ...inForce, id: 'shares-in-force', attribution: { holder: 'fractional', at: 'period-end' } },
  { ...inForce, id: 'in-force-by-owner', attribution: { holder: 'first', at: 'period-end' } },
  { ...inForce, id: 'in-force-by-each-owner', attribution: { holder: 'each', at: 'period-end' } },
];
const plan = planAdmission(definitions);
const idOf = ({ office = 'CN', number }: TestPatent) => `${office}:${number}`;

/** Keeps the parts of an admission, then those of changed records in the place of what there was of them, as a vintage shows them. */
async function keepParts(session: MemorySession, changed: ChangedIds | null): Promise<void> {
  if (changed !== null) {
    for (const { name, sql } of changedTables(plan, changed)) await session.keep(changed.tables(name), sql);
  }
  const parts = [
    ...admissionParts(plan, changed),
    ...openingParts(plan, changed === null ? 'admission' : 'admission_later', changed),
  ];
  for (const part of parts) {
    if (changed === null) {
      await session.keep(part.name, part.sql);
      continue;
    }
    // The parties of keys stand in cards until some are others.
    if (part.name === 'party_of_key') {
      await session.keep(part.name, part.sql);
      continue;
    }
    const later = `${part.name}_later`;
    await session.keep(later, part.sql);
    const kept = `SELECT * FROM ${part.name} WHERE id NOT IN (SELECT id FROM ${later})`;
    await session.keep(part.name, `${kept} UNION ALL BY NAME SELECT * FROM ${later}`);
  }
}

describe('what openings read of changed records alone', () => {
  it('opens, beside what stayed, to the same records as asking all of them anew', async () => {
    let opened = 0;
    const asked = fc.record({
      area: fc.constantFrom('ALL', 'CN', '440000', '440300', 'US', 'XX'),
      leftOut: fc.boolean(),
    });
    const property = fc.asyncProperty(randomPatents, randomPatents, asked, async (first, second, question) => {
      const session = await MemorySession.open();
      try {
        await insertPatents(session, first);
        await keepParts(session, null);
        // Some vanish, some come again as they were, the others differ.
        const next = second.map((patent, index) => (index % 3 === 0 ? (first[index] ?? patent) : patent));
        await insertPatents(session, next);
        const same = new Set(next.filter((patent) => first.includes(patent)).map(idOf));
        const changed = [...new Set([...first, ...next].map(idOf))].filter((id) => !same.has(id));
        await session.registerTable(
          'changed',
          { id: 'text' },
          changed.map((id) => [id]),
        );
        await session.registerTable('moved_key', { key: 'text', party: 'text' }, []);
        await keepParts(session, { ids: 'changed', tables: (name) => `now_${name}`, keys: 'moved_key' });
        const sources = { areas, office: 'CN', holdings: [] };
        const tests = plan.tests.map(({ text }) => text);
        for (const definition of definitions) {
          const admission = {
            ...{ relation: 'admission', tests, stages: null, placed: placedRelation(definition.attribution) },
            ...{ cards: 'record_card', owners: 'admission_owner' },
          };
          const request = { definition, period: '2022' as const, ...question };
          const found = await openRecords(request, session, { ...sources, admission });
          expect(found, definition.id).toEqual(await openRecords(request, session, sources));
          opened += found.total;
        }
      } finally {
        session.close();
      }
    });
    // What is drawn can open to few records: then more is drawn.
    for (let round = 0; round < 5 && opened <= 20; round += 1) await fc.assert(property, { numRuns: 15 });
    expect(opened).toBeGreaterThan(20);
  }, 600_000);
});
