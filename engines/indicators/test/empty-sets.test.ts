import { afterAll, describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { emptyRows } from '../src/cells/empty-rows.js';
import { figureSets } from '../src/cells/figure-sets.js';
import type { SetForm } from '../src/cells/set-form.js';
import { noObservations } from '../src/compute/compute-observations.js';
import { keepAdmission } from '../src/compute/compute-sets.js';
import { observationSql } from '../src/compute/observation-sql.js';
import type { ComputedDefinition } from '../src/definition.js';
import { registerCountedAreas } from '../src/record/area-membership.js';
import { registerPeriodsOfMonths } from '../src/record/period-tables.js';
import { areas } from './areas.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { everyKind } from './every-kind.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';

const scope = { areas, from: '2019-06-01', until: '2023-10-10' };
const dates = { filed_on: '2021-01-05', examination_requested_on: '2021-02-01' };
const ended = { ...dates, closed_on: '2022-05-01', granted_on: '2022-06-30', outcome: 'granted' };
const patent: TestPatent = { number: '1', area: '440305', holderType: 'enterprise', ipc: ['A01B 1/00'], ...ended };
const definitions: readonly ComputedDefinition[] = [
  ...everyKind.filter(({ id }) => id !== 'high-value' && id !== 'high-value-by-owner'),
  { ...applications, id: 'designs', where: "kind = 'design'" },
];

interface ToldSet {
  readonly form: SetForm;
  readonly sql: string;
  readonly empty: boolean;
  readonly rows: number;
  /** Names and types of its columns. */
  readonly columns: readonly (readonly [string, string])[];
}

async function describedColumns(session: MemorySession, sql: string) {
  const rows = await session.rows<{ column_name: string; column_type: string }>(`DESCRIBE ${sql}`);
  return rows.map((row) => [row.column_name, row.column_type] as const);
}

async function setsOf(session: MemorySession): Promise<Map<string, ToldSet>> {
  const plan = planAdmission(definitions);
  await keepAdmission(plan, session);
  const sets = new Map<string, ToldSet>();
  for await (const { definition, form, sql, empty } of figureSets(plan, session, scope)) {
    if (sql === null) throw new Error(`${definition.id} tells nothing`);
    const [counted] = await session.rows<{ n: number }>(`SELECT count(*) AS n FROM (${sql}) AS told`);
    const columns = await describedColumns(session, sql);
    sets.set(definition.id, { form, sql, empty, rows: counted?.n ?? -1, columns });
  }
  return sets;
}

describe('sets in which nothing counts', async () => {
  const [none, one, open] = await Promise.all([0, 1, 2].map(() => MemorySession.open()));
  if (none === undefined || one === undefined || open === undefined) throw new Error('no session');
  await insertPatents(one, [patent]);
  await insertPatents(open, [{ ...patent, ...{ closed_on: null, granted_on: null, outcome: null } }]);
  afterAll(() => {
    for (const session of [none, one, open]) session.close();
  });
  const [ofNone, ofOne, ofOpen] = [await setsOf(none), await setsOf(one), await setsOf(open)];

  it('are known to be empty without records, and have no row', () => {
    for (const [id, { empty, rows, sql, form }] of ofNone) {
      expect({ id, empty, rows }).toEqual({ id, empty: true, rows: 0 });
      expect(sql, id).toBe(emptyRows(form));
    }
  });

  it('have the columns and types of sets in which something counts, in every form', () => {
    const forms = new Set<SetForm>();
    for (const [id, { form, rows, columns }] of ofOne) {
      if (rows > 0) forms.add(form);
      expect(ofNone.get(id)?.columns, id).toEqual(columns);
    }
    const all = ['flow', 'flow-of-holders', 'flow-of-shares', 'stock', 'stock-of-holders', 'stock-of-shares'];
    expect([...forms].sort()).toEqual(['duration', ...all].sort());
  });

  it('are told apart from sets with rows, a definition at a time', () => {
    for (const [id, { empty, rows }] of ofOne) expect(empty, id).toBe(rows === 0);
    expect(ofOne.get('designs')).toMatchObject({ empty: true, rows: 0 });
    expect(ofOne.get(grants.id)).toMatchObject({ empty: false });
    expect(ofOpen.get(grants.id)).toMatchObject({ empty: true, rows: 0 });
    expect(ofOpen.get(inForce.id)).toMatchObject({ empty: true, rows: 0 });
    expect(ofOpen.get(applications.id)).toMatchObject({ empty: false });
  });

  it('have those of observations where each value is a row', async () => {
    await registerCountedAreas(one, areas, 'kept', grants.attribution);
    await registerPeriodsOfMonths(one, [2022 * 12 + 5]);
    const told = await describedColumns(one, observationSql(grants, one.dialect));
    expect(await describedColumns(none, noObservations(grants))).toEqual(told);
    expect(() => noObservations(pendency('days', { unit: 'patents' }))).toThrow(/unit/);
  });
});
