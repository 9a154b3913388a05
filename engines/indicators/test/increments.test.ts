import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissionParts } from '../src/admission/admission-parts.js';
import { planAdmission } from '../src/admission/admission-plan.js';
import { figureSets, withEarlier } from '../src/cells/figure-sets.js';
import { computeSets } from '../src/compute/compute-sets.js';
import type { ComputedDefinition } from '../src/definition.js';
import type { StoredObservation } from '../src/figure/observation-store.js';
import { areas } from './areas.js';
import { applications, grants, inForce, pendency } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';
import { randomPatents } from './random-patents.js';

const definitions: ComputedDefinition[] = [
  { ...applications, breakdowns: [['kind', 'holder_type']] },
  { ...applications, id: 'inventions', where: "kind = 'invention' and filed_on >= 2021-06-01", scope: 'CN-ML' },
  { ...applications, id: 'applicants', count: 'holders' },
  { ...grants, breakdowns: [['ipc_section']] },
  { ...grants, id: 'grants-by-owner', attribution: { holder: 'first', at: 'event' } },
  inForce,
  { ...inForce, id: 'in-force-by-owner', attribution: { holder: 'first', at: 'period-end' } },
  pendency('days', { id: 'days', breakdowns: [['outcome']] }),
  pendency('boundaries', { id: 'granted', where: "kind = 'invention' and outcome = 'granted'" }),
];
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

describe('sets told anew beside what stays as it was', () => {
  it('equal those computed whole', async () => {
    let taken = 0;
    const property = fc.asyncProperty(releases, days, days, async (both, one, other) => {
      const [until, later] = [one, other].sort() as [string, string];
      const next = nextOf(both);
      const session = await MemorySession.open();
      try {
        await insertPatents(session, both[0]);
        const sets = await computeSets(definitions, session, { areas, from: '2019-06-01', until });
        await session.keep('admission_earlier', 'SELECT * FROM admission');
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
        for (const { name, sql } of admissionParts(plan, 'changed')) await session.keep(`${name}_later`, sql);
        await session.keep('changed_before', 'SELECT * FROM admission_earlier WHERE id IN (SELECT id FROM changed)');
        await session.keep(
          'admission',
          'SELECT * FROM admission_earlier WHERE id NOT IN (SELECT id FROM admission_later) UNION ALL SELECT * FROM admission_later',
        );
        const all = admissionParts(plan).find(({ name }) => name === 'admission_party');
        await session.keep('admission_party', all?.sql ?? '');
        const changed = { before: 'changed_before', after: 'admission_later', until };
        const rows = new Map<string, StoredObservation[]>();
        for await (const set of figureSets(plan, session, { ...scope, changed })) {
          const earlier = sets.get(set.definition.id) ?? [];
          await session.keep('earlier_set', earlierSql(earlier));
          if (set.told !== null && set.told.years.length < 4) taken += 1;
          rows.set(set.definition.id, await session.rows<StoredObservation>(withEarlier(set, 'earlier_set')));
        }
        const whole = await computeSets(definitions, session, scope);
        for (const { id } of definitions) expect(rows.get(id), id).toEqual(whole.get(id));
      } finally {
        session.close();
      }
    });
    await fc.assert(property, { numRuns: 12 });
    expect(taken).toBeGreaterThan(0);
  }, 600_000);
});

function earlierSql(rows: readonly StoredObservation[]): string {
  const text = (value: string | null) => (value === null ? 'CAST(NULL AS VARCHAR)' : `'${value}'`);
  const values = rows.map(
    (row) =>
      `(${[row.office, row.dataset, row.area, row.period, row.breakdown, row.statistic].map(text).join(', ')}, CAST('${row.value}' AS DOUBLE), ${row.n}, ${row.numerator ?? 'CAST(NULL AS BIGINT)'})`,
  );
  const names = 'office, dataset, area, period, breakdown, statistic, value, n, numerator';
  const none = `('', '', '', '0000', CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(0 AS DOUBLE), 0, CAST(NULL AS BIGINT))`;
  return `SELECT * FROM (VALUES ${[none, ...values].join(', ')}) AS told (${names}) WHERE office <> ''`;
}
