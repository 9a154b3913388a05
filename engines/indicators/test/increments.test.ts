import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissionParts } from '../src/admission/admission-parts.js';
import { planAdmission } from '../src/admission/admission-plan.js';
import { changedTables } from '../src/admission/changed-tables.js';
import { recordsSince, tablesBeside } from '../src/cells/changed-cells.js';
import { earlier, now, since, was } from '../src/cells/changed-sides.js';
import { monthSpan, type SetScope } from '../src/cells/figure-set.js';
import { figureSets } from '../src/cells/figure-sets.js';
import { type AddedForm, isAdded, orderedObservations } from '../src/cells/set-form.js';
import { type AddedToSet, addedValues, countedSets, countedValues } from '../src/cells/set-values.js';
import { addedRows, type SetPart, storedRows } from '../src/cells/stored-set.js';
import { computeSets, keepAdmission } from '../src/compute/compute-sets.js';
import type { ComputedDefinition } from '../src/definition.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import { areas } from './areas.js';
import { applications, conditioned, grants, inForce, pendency } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';
import { runs } from './runs.js';

const definitions: ComputedDefinition[] = [
  { ...applications, breakdowns: [['kind', 'holder_type']] },
  { ...applications, id: 'inventions', where: "kind = 'invention' and filed_on >= 2021-06-01", scope: 'CN-ML' },
  { ...applications, id: 'applicants', count: 'holders' },
  { ...grants, breakdowns: [['ipc_section']] },
  { ...grants, id: 'grants-by-owner', attribution: { holder: 'first', at: 'event' } },
  inForce,
  { ...inForce, id: 'in-force-by-owner', attribution: { holder: 'first', at: 'period-end' } },
  { ...inForce, id: 'owners', count: 'holders', breakdowns: [['kind']] },
  { ...grants, id: 'grants-of-each', attribution: { holder: 'each', at: 'filing' } },
  { ...grants, id: 'grants-of-shares', attribution: { holder: 'fractional', at: 'filing' } },
  { ...inForce, id: 'shares-in-force', attribution: { holder: 'fractional', at: 'period-end' } },
  { ...conditioned, id: 'shares-under-conditions', attribution: { holder: 'fractional', at: 'filing' } },
  conditioned,
  { ...conditioned, id: 'owners-under-conditions', count: 'holders' },
  pendency('days', { id: 'days', breakdowns: [['outcome']] }),
  pendency('boundaries', { id: 'granted', where: "kind = 'invention' and outcome = 'granted'" }),
];
/** Nothing of a right changes but how many share it: two, then three. */
const sharedOut: TestPatent = { number: '0000', area: '440305', others: ['110108'], granted_on: '2022-03-01' };
const sharedMore: TestPatent = { ...sharedOut, others: ['110108', 'JP'] };
const oneShareMore: [TestPatent[], TestPatent[], number[]] = [[sharedOut], [sharedMore], [1, ...Array(119).fill(0)]];
/** Nothing changes but who holds one of two rights in one place: there are as many rights, and one holder more. */
const heldByOne: TestPatent[] = ['0000', '0001'].map((number) => ({
  ...{ number, area: '440305', others: [], holder: '甲', filed_on: '2021-01-05', granted_on: '2022-03-01' },
}));
const heldByTwo = heldByOne.map((patent, index) => ({ ...patent, holder: index === 0 ? '乙' : '甲' }));
const oneHolderMore: [TestPatent[], TestPatent[], number[]] = [heldByOne, heldByTwo, [1, 1, ...Array(118).fill(0)]];
const days = fc.constantFrom('2022-12-31', '2023-10-10', '2023-12-31');
/** A release and what the next one has: records stay, change, vanish or come. */
const releases = fc.tuple(randomPatents, randomPatents, fc.array(fc.nat(3), { minLength: 120, maxLength: 120 }));

function nextOf([first, second, fate]: [TestPatent[], TestPatent[], number[]]): TestPatent[] {
  const kept = first.flatMap((patent, index) => {
    const other = second[index];
    if (fate[index] === 0) return [];
    return fate[index] === 1 && other !== undefined
      ? [{ ...other, number: patent.number, office: patent.office }]
      : [patent];
  });
  const come = second.slice(0, fate[119]).map((patent, index) => ({ ...patent, number: `new-${index}` }));
  return [...kept, ...come] as TestPatent[];
}

const patience = runs(600_000);

describe('sets to which what changed is added', () => {
  it('equal those computed whole', { timeout: patience }, async () => {
    let taken = 0;
    const property = fc.asyncProperty(releases, days, days, async (both, one, other) => {
      const [until, later] = [one, other].sort() as [string, string];
      const next = nextOf(both);
      const session = await MemorySession.open();
      try {
        await insertPatents(session, both[0]);
        const span = { areas, from: '2019-06-01', until };
        await keepSets(session, span);
        for (const { name } of admissionParts(planAdmission(definitions))) {
          await session.keep(earlier(name), `SELECT * FROM ${name}`);
        }
        const beside = tablesBeside(planAdmission(definitions));
        for (const { name } of beside) await session.keep(`before_${name}`, `SELECT * FROM ${name}`);
        await insertPatents(session, next);
        const idOf = ({ office = 'CN', number }: TestPatent) => `${office}:${number}`;
        const texts = new Map(both[0].map((patent) => [idOf(patent), JSON.stringify(patent)]));
        const stay = next.filter((patent) => texts.get(idOf(patent)) === JSON.stringify(patent)).map(idOf);
        const ids = [...new Set([...both[0], ...next].map(idOf))].filter((id) => !stay.includes(id));
        await session.registerTable(
          'changed',
          { id: 'text' },
          ids.map((id) => [id]),
        );
        const scope = { areas, from: '2019-06-01', until: later };
        const plan = planAdmission(definitions);
        const changed = { ids: 'changed', tables: now, keys: 'moved_key' };
        for (const { name, sql } of changedTables(plan, changed)) await session.keep(now(name), sql);
        for (const { name, sql } of admissionParts(plan, changed)) {
          await session.keep(was(name), `SELECT * FROM ${earlier(name)} WHERE id IN (SELECT id FROM changed)`);
          await session.keep(now(name), sql);
          await session.keep(
            name,
            `SELECT * FROM ${earlier(name)} WHERE id NOT IN (SELECT id FROM changed) UNION ALL SELECT * FROM ${now(name)}`,
          );
        }
        for (const { name, of } of beside) await session.keep(was(name), of(`before_${name}`, 'changed'));
        const recent = recordsSince(plan, monthSpan(scope), { until });
        if (recent !== null) {
          await session.keep('since_id', recent.ids);
          for (const { name } of admissionParts(plan)) {
            await session.keep(since(name), `SELECT * FROM ${name} WHERE id IN (SELECT id FROM since_id)`);
          }
          for (const { name, of } of recent.beside) await session.keep(since(name), of(name, 'since_id'));
        }
        const rows = new Map<string, StoredObservation[]>();
        const added = new Map<AddedForm, (AddedToSet & { readonly id: string; readonly total: number })[]>();
        for await (const set of figureSets(plan, session, { ...scope, changed: { until } })) {
          const { form, sql, telling } = set;
          const kept = keptName(set.definition.id);
          const parts: SetPart[] = [{ relation: kept, told: null }];
          if (sql !== null) {
            const told = telling.is === 'anew' ? telling.told : null;
            const before = `SELECT * FROM ${kept}`;
            const carried = telling.is === 'added' ? telling.carried : [];
            await session.keep(toldName(set.definition.id), addedRows({ form, sql }, before, carried));
            parts.push({ relation: toldName(set.definition.id), told });
          }
          if (sql === null || (telling.is === 'anew' && telling.told.years.length < 4)) taken += 1;
          const stored = orderedObservations(form, storedRows(form, parts), monthSpan(scope));
          const observations = await session.rows<StoredObservation>(stored);
          const counted = countedValues(form, storedRows(form, parts), monthSpan(scope));
          expect(await session.rows(counted), set.definition.id).toEqual([{ count: observations.length }]);
          if (sql !== null && isAdded(form)) {
            const { id } = set.definition;
            const one = {
              id,
              rows: `SELECT * FROM ${kept}`,
              added: toldName(id),
              further: form.startsWith('stock') ? '1 = 1' : null,
            };
            added.set(form, [...(added.get(form) ?? []), { ...one, total: observations.length }]);
          }
          rows.set(set.definition.id, observations);
        }
        // Sets of a form are counted together, each by itself.
        for (const [form, sets] of added) {
          const months = { before: monthSpan({ ...scope, until }), after: monthSpan(scope) };
          const counted = await session.rows<{ set_number: number; more: number }>(addedValues(form, sets, months));
          const before = sets.map(({ rows: earlierRows }) => earlierRows);
          const held = await session.rows<{ set_number: number; count: number }>(
            countedSets(form, before, months.before),
          );
          for (const [number, { id, total }] of sets.entries()) {
            const heldBefore = held.find((one) => one.set_number === number)?.count ?? 0;
            const more = counted.find((one) => one.set_number === number)?.more ?? 0;
            expect(heldBefore + more, id).toBe(total);
          }
        }
        const whole = await computeSets(definitions, session, scope);
        const round = (row: StoredObservation) => ({ ...row, value: Number(row.value.toFixed(9)) });
        for (const { id } of definitions) expect(rows.get(id)?.map(round), id).toEqual(whole.get(id)?.map(round));
      } finally {
        session.close();
      }
    });
    await fc.assert(property, {
      numRuns: runs(5),
      endOnFailure: true,
      examples: [
        [oneShareMore, '2022-12-31', '2023-10-10'],
        [oneHolderMore, '2022-12-31', '2022-12-31'],
      ],
    });
    expect(taken).toBeGreaterThan(0);
  });
});

const keptName = (id: string) => `kept_${id.replaceAll('-', '_')}`;
const toldName = (id: string) => `told_${id.replaceAll('-', '_')}`;

async function keepSets(session: MemorySession, scope: SetScope): Promise<void> {
  const plan = planAdmission(definitions);
  await keepAdmission(plan, session);
  for await (const { definition, sql } of figureSets(plan, session, scope)) {
    await session.keep(keptName(definition.id), sql ?? '');
  }
}
