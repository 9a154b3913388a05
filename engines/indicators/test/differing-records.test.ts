import { describe, expect, it } from 'vitest';
import { planAdmission } from '../src/admission/admission-plan.js';
import { cellGroups } from '../src/cells/cell-groups.js';
import { now, was } from '../src/cells/changed-sides.js';
import { differsIn, markDifferences, markedNow, markedWas } from '../src/cells/differing-records.js';
import { requestsOf } from '../src/cells/request.js';
import { keepAdmission } from '../src/compute/compute-sets.js';
import { applications, conditioned, grants, inForce, pendency } from './definitions.js';
import { MemorySession } from './memory-session.js';
import { insertPatents, type TestPatent } from './patents.js';

const sections = { ...grants, id: 'grants-by-section', breakdowns: [['ipc_section']] };
const byEach = { ...grants, id: 'grants-of-each', attribution: { holder: 'each', at: 'filing' } } as const;
const byOwner = { ...inForce, id: 'in-force-by-owner', attribution: { holder: 'first', at: 'period-end' } } as const;
const fromUniversities = {
  ...applications,
  id: 'of-universities',
  where: "has(holders, position = 1 and holder_type = 'university')",
};

const filed = { area: '440305', filed_on: '2021-01-05', holderType: 'enterprise' };
const before: TestPatent[] = [
  { ...filed, number: 'granted' },
  { ...filed, number: 'moved' },
  { ...filed, number: 'retold', route: 'national' },
  { ...filed, number: 'otherwise-held' },
  { ...filed, number: 'gone' },
];
const after: TestPatent[] = [
  { ...filed, number: 'granted', granted_on: '2022-03-01' },
  { ...filed, number: 'moved', area: '110108' },
  { ...filed, number: 'retold', route: 'pct' },
  { ...filed, number: 'otherwise-held', holderType: 'university' },
  { ...filed, number: 'come' },
];

/** Which records each definition looks at, as they were and as they are; null: at all. */
async function lookedAt(definitions: Parameters<typeof planAdmission>[0]) {
  const session = await MemorySession.open();
  try {
    const plan = planAdmission(definitions);
    for (const [patents, side] of [
      [before, was],
      [after, now],
    ] as const) {
      await insertPatents(session, patents);
      await keepAdmission(plan, session);
      await session.keep(side('admission'), 'SELECT * FROM admission');
    }
    await markDifferences(session, plan);
    const found: Record<string, readonly [string[], string[]] | null> = {};
    for (const group of cellGroups(plan.definitions.flatMap((planned) => requestsOf(planned, [])))) {
      const test = differsIn(group, plan);
      const ids = async (relation: string) =>
        (await session.rows<{ id: string }>(`SELECT id FROM ${relation} AS a WHERE ${test} ORDER BY id`)).map(
          ({ id }) => id.slice('CN:'.length),
        );
      const name = group.requests.map(({ planned }) => planned.definition.id).join(' ');
      found[name] = test === null ? null : [await ids(markedWas('admission')), await ids(markedNow('admission'))];
    }
    return found;
  } finally {
    session.close();
  }
}

describe('changed records that differ in what cells read', () => {
  it('are those of other dates, places and answers, and those on one side alone', async () => {
    expect(await lookedAt([applications, fromUniversities])).toEqual({
      // Whether a university holds it is asked, its kind of holder is not told.
      'patent-applications of-universities': [
        ['gone', 'moved', 'otherwise-held'],
        ['come', 'moved', 'otherwise-held'],
      ],
    });
    expect(await lookedAt([applications, grants, inForce, pendency('days')])).toEqual({
      'patent-applications': [
        ['gone', 'moved'],
        ['come', 'moved'],
      ],
      'patent-grants': [
        ['gone', 'granted', 'moved'],
        ['come', 'granted', 'moved'],
      ],
      'patents-in-force': [
        ['gone', 'granted', 'moved'],
        ['come', 'granted', 'moved'],
      ],
      'invention-pendency': [
        ['gone', 'moved'],
        ['come', 'moved'],
      ],
    });
  });

  it('are all where something beside the admission tells where and as what they count', async () => {
    const found = await lookedAt([byEach, byOwner, conditioned]);
    expect(Object.values(found)).toEqual([null, null, null]);
    const plan = planAdmission([sections]);
    const groups = cellGroups(plan.definitions.flatMap((planned) => requestsOf(planned, sections.breakdowns)));
    expect(groups.map((group) => differsIn(group, plan) === null)).toEqual([false, true]);
  });
});
