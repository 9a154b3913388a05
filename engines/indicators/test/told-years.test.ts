import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { figureSets, monthSpan } from '../src/cells/figure-sets.js';
import { orderedObservations, type SetForm, toldYears, unfolded } from '../src/cells/set-form.js';
import { keepAdmission } from '../src/compute/compute-sets.js';
import { observationStore } from '../src/figure/observation-store.js';
import { insertEvents } from './events.js';
import { eventfulPatents, everyKind } from './every-kind.js';
import { keptScope } from './kept-sets.js';
import { MemorySession } from './memory-session.js';
import { insertPatents } from './patents.js';

const months = monthSpan(keptScope);

describe('the years that a set tells', () => {
  it('are those of the observations that it unfolds to, in every form', async () => {
    const told = new Map<SetForm, number>();
    const lists = fc.array(eventfulPatents, { minLength: 8, maxLength: 8 });
    const property = fc.asyncProperty(lists, async (given) => {
      const patents = given.flat().map((patent, index) => ({ ...patent, number: String(index).padStart(4, '0') }));
      const session = await MemorySession.open();
      await insertPatents(session, patents);
      await insertEvents(
        session,
        patents.map(({ office = 'CN', number, events }) => ({ id: `${office}:${number}`, events })),
      );
      const plan = planAdmission(everyKind, session.dialect);
      await keepAdmission(plan, session);
      for await (const { definition, form, sql } of figureSets(plan, session, keptScope)) {
        await session.keep('stored_rows', sql ?? '');
        await session.keep('stored_values', orderedObservations(form, 'SELECT * FROM stored_rows', months));
        for (const [of, rows] of [
          [form, 'SELECT * FROM stored_rows'],
          ['observations', 'SELECT * FROM stored_values'],
        ] as const) {
          const relation = `(${unfolded(of, rows, months)}) AS observation`;
          const slow = observationStore(session, relation);
          const quick = observationStore(session, relation, toldYears(of, rows, months));
          for (const [office, dataset] of [
            ['CN', 'real'],
            ['US', 'real'],
            ['CN', 'synthetic'],
          ] as const) {
            const years = await slow.years(office, dataset);
            expect(await quick.years(office, dataset), `${definition.id} as ${of}`).toEqual(years);
            told.set(of, (told.get(of) ?? 0) + years.length);
          }
        }
      }
      session.close();
    });
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
    // Of nothing, everything is the same.
    expect(told.size).toBeGreaterThan(5);
    for (const [form, years] of told) expect(years, form).toBeGreaterThan(3);
  }, 120_000);
});
