import type { Ledger } from '@zhiheng/ledger';
import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueText, OrganisationTree, Tasks } from '../../src/index.js';
import type { StoredTask } from '../../src/tasks/task-reading.js';
import type { TaskTables } from '../../src/tasks/tasks-table.js';
import { sqlitePlace } from './task-places.js';
import { at, openTasks, people } from './task-world.js';

const organisations = Array.from({ length: 60 }, (_, number) => `org-${number}`);
const tree = new OrganisationTree([
  { id: 'top', parent: null, area: 'CN', closed: false },
  { id: 'planning', parent: 'top', area: null, closed: false },
  ...organisations.map((id) => ({ id, parent: 'top', area: null, closed: false })),
]);
const asked = (day: string) => ({ ...at(people.wang, day), tree });

/** Five thousand tasks of sixty organisations: ten clauses, 28 last days, and rules of three states. */
const rows: StoredTask[] = Array.from({ length: 5000 }, (_, at) => ({
  ...{ id: `2023-${at + 1}`, seq: at + 1, programme: '2023', clause: `${at % 10}a`, target: null, parent: null },
  ...{ title: `任务${at}`, owner: organisations[at % 60] ?? '', assigned_by: 'planning', area: null },
  due: dueText({ day: `2023-06-${String((at % 28) + 1).padStart(2, '0')}` }),
  ...{ wanted: null, indicators: '[]', targets: '[]', version: 1, progress: null, progress_text: null },
  state: ['assigned', 'in-work', 'closed'][at % 3] ?? '',
  ...{ progress_at: null, back_act: null, back_reason: null, back_note: null, milestones: 0, milestones_done: 0 },
  ...{
    files: 0,
    reopened: 0,
    moved: 0,
    assigned_at: '2023-01-03T01:00:00.000Z',
    changed_at: '2023-01-03T01:00:00.000Z',
  },
}));
const open = rows.filter(({ state }) => state !== 'closed');

describe('five thousand tasks of sixty organisations', () => {
  let ledger: Ledger;
  let tasks: Tasks;
  let read = 0;
  beforeAll(async () => {
    ({ ledger } = await openTasks(sqlitePlace()));
    await ledger.transact<TaskTables, void>(async ({ database, append }) => {
      for (let from = 0; from < rows.length; from += 250) {
        await database
          .insertInto('programme_tasks')
          .values(rows.slice(from, from + 250))
          .execute();
      }
      await append({ time: '2023-01-03T01:00:00.000Z', person: 'local:root', kind: 'made', object: 'tasks', hash: '' });
    });
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        read += result.rows.length;
        return Promise.resolve(result);
      },
    };
    const counted = { database: () => ledger.database().withPlugin(counting) } as unknown as Ledger;
    tasks = new Tasks(counted);
  });
  afterAll(() => ledger.close());
  const rowsOf = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    read = 0;
    return [await work(), read];
  };

  it('give a page for as many rows as it has, and one for each last day', async () => {
    const [page, count] = await rowsOf(() => tasks.list({ limit: 50 }, asked('2023-06-15')));
    expect(page.tasks.map(({ id }) => id)).toEqual(
      open
        .filter(({ due }) => due === '2023-06-01')
        .slice(0, 50)
        .map(({ id }) => id),
    );
    expect(page.total).toBe(open.length);
    expect(page.lights.late).toBe(open.filter(({ due }) => (due ?? '') < '2023-06-15').length);
    // 28 days in two open states, and the page with one more.
    expect(count).toBeLessThanOrEqual(28 * 2 + 51);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const next = await tasks.list({ limit: 500, after, light: 'late' }, asked('2023-06-15'));
      seen.push(...next.tasks.map(({ id }) => id));
      after = next.next ?? undefined;
    } while (after !== undefined);
    const late = open
      .filter(({ due }) => (due ?? '') < '2023-06-15')
      .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : a.seq - b.seq));
    expect(seen).toEqual(late.map(({ id }) => id));
  });

  it('are narrowed to last days before they are counted and paged', async () => {
    const days = { dueFrom: '2023-06-10', dueUntil: '2023-06-12' };
    const within = open.filter(({ due }) => ['2023-06-10', '2023-06-11', '2023-06-12'].includes(due ?? ''));
    const [page, count] = await rowsOf(() => tasks.list({ ...days, limit: 500 }, asked('2023-06-15')));
    expect(page.total).toBe(within.length);
    expect(page.lights).toEqual({ late: within.length, 'due-soon': 0, 'on-time': 0, none: 0 });
    expect(page.tasks.map(({ id }) => id).toSorted()).toEqual(within.map(({ id }) => id).toSorted());
    expect(count).toBeLessThanOrEqual(28 * 2 + within.length);
    expect((await tasks.list({ dueFrom: '2023-06-28' }, asked('2023-06-15'))).total).toBe(
      open.filter(({ due }) => due === '2023-06-28').length,
    );
  });

  it('are counted by groups, not one by one', async () => {
    const [owners, byOwner] = await rowsOf(() => tasks.tally('owner', {}, asked('2023-06-15')));
    expect(owners).toHaveLength(60);
    const tenth = owners.find(({ key }) => key === 'org-10');
    const ofTenth = rows.filter(({ owner }) => owner === 'org-10');
    expect(tenth).toMatchObject({
      open: ofTenth.filter(({ state }) => state !== 'closed').length,
      closed: ofTenth.filter(({ state }) => state === 'closed').length,
      late: ofTenth.filter(({ state, due }) => state !== 'closed' && (due ?? '') < '2023-06-15').length,
    });
    expect(byOwner).toBeLessThan(1000);
    const [clauses, byClause] = await rowsOf(() => tasks.tally('clause', {}, asked('2023-06-15')));
    expect(clauses.reduce((sum, one) => sum + one.open + one.closed, 0)).toBe(5000);
    expect(byClause).toBeLessThan(700);
    const [days, byDay] = await rowsOf(() => tasks.tally('due', {}, asked('2023-06-15')));
    expect([days.length, byDay]).toEqual([28, 28 * 3]);
  });

  it('stand along the weeks of a year as plain SQL counts them', async () => {
    const now = asked('2023-06-15');
    for (const by of ['owner', 'clause'] as const) {
      const [timeline, count] = await rowsOf(() => tasks.timeline({ by, year: 2023 }, {}, now));
      // One a key, day and state that there is, however many tasks are of it.
      expect(count).toBe(new Set(rows.map((row) => [row[by], row.due, row.state].join())).size);
      const plain = await sql<{ key: string; monday: string; state: string; late: number; tasks: number }>`
        SELECT ${sql.ref(by)} AS key, date(due, '-6 days', 'weekday 1') AS monday, state, due < '2023-06-15' AS late,
          COUNT(*) AS tasks
        FROM programme_tasks GROUP BY 1, 2, 3, 4`.execute(ledger.database());
      const told = timeline.flatMap(({ key, weeks }) =>
        weeks.flatMap((week) => [
          ...(week.late === 0 ? [] : [[key, week.from, 'late', week.late]]),
          ...(week.dueSoon + week.onTime === 0 ? [] : [[key, week.from, 'open', week.dueSoon + week.onTime]]),
          ...(week.closed === 0 ? [] : [[key, week.from, 'closed', week.closed]]),
        ]),
      );
      const byHand = new Map<string, number>();
      for (const one of plain.rows) {
        const kind = one.state === 'closed' ? 'closed' : Number(one.late) === 1 ? 'late' : 'open';
        const name = [one.key, one.monday, kind].join();
        byHand.set(name, (byHand.get(name) ?? 0) + Number(one.tasks));
      }
      expect(Object.fromEntries(told.map((one) => [one.slice(0, 3).join(), one[3]]))).toEqual(
        Object.fromEntries(byHand),
      );
      expect(timeline.map(({ late }) => late)).toEqual(timeline.map(({ late }) => late).toSorted((a, b) => b - a));
      expect(timeline.flatMap(({ months }) => months.map(({ month }) => month))).toEqual(timeline.map(() => 6));
    }
  });
});
