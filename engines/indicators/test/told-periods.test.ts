import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { monthSpan } from '../src/cells/figure-set.js';
import { figureSets } from '../src/cells/figure-sets.js';
import { orderedObservations, type SetForm, unfolded } from '../src/cells/set-form.js';
import { keepAdmission } from '../src/compute/compute-sets.js';
import { insertEvents } from './events.js';
import { eventfulPatents, everyKind } from './every-kind.js';
import { keptScope } from './kept-sets.js';
import { MemorySession } from './memory-session.js';
import { insertPatents } from './patents.js';

const months = monthSpan(keptScope);

/** What is asked for together: years, quarters and a month, and nothing that there is. */
const askedTogether = [[''], ['-Q2', '-06', '-06-YTD'], ['', '-H1'], ['-Q7']];

describe('observations of some periods', () => {
  it('are those of all that lie in them, in every form', async () => {
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
        const stored = { [form]: 'SELECT * FROM stored_rows' } as Record<SetForm, string>;
        await session.keep('stored_values', orderedObservations(form, stored[form], months));
        for (const [of, rows] of [
          [form, stored[form]],
          ['observations', 'SELECT * FROM stored_values'],
        ] as const) {
          for (const suffixes of askedTogether) {
            const list = suffixes.map((suffix) => `'${suffix}'`).join(', ');
            const order = 'ORDER BY ALL NULLS FIRST';
            const expected = await session.rows(
              `SELECT * FROM (${unfolded(form, stored[form], months)}) AS every WHERE substr(period, 5) IN (${list}) ${order}`,
            );
            const found = await session.rows(`SELECT * FROM (${unfolded(of, rows, months, suffixes)}) AS few ${order}`);
            expect(found, `${definition.id} as ${of}: ${list}`).toEqual(expected);
            told.set(of, (told.get(of) ?? 0) + found.length);
          }
        }
      }
      session.close();
    });
    const enough = () => told.size > 5 && Math.min(...told.values()) > 3;
    // What is drawn can have nothing of a form: then more is drawn.
    for (let round = 0; round < 5 && !enough(); round += 1)
      await fc.assert(property, { numRuns: 1, endOnFailure: true });
    // Of nothing, everything is the same.
    expect(told.size).toBeGreaterThan(5);
    for (const [form, rows] of told) expect(rows, form).toBeGreaterThan(3);
  }, 120_000);
});
