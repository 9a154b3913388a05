import type { Ledger, LedgerPlace } from '@zhiheng/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRow, Tasks } from '../../src/index.js';
import { at, file, openTasks, people } from './task-world.js';

const { wang, chen, bei, shen } = people;

/** Days of the festivals of 2023 and 2024 by hand, and beyond what is published; one task each, on one database. */
const dues = [
  // 19, 20 January, 28 and 29 worked, 30.
  {
    title: 'a',
    owner: 'guangdong',
    due: { from: '2023-01-18', workingDays: 5 },
    day: '2023-01-30',
    provisional: false,
  },
  // On to 31, 1, 2, 3, 6 February.
  { title: 'b', owner: 'beijing', due: { from: '2023-01-18', workingDays: 10 }, day: '2023-02-06', provisional: false },
  { title: 'c', owner: 'guangdong', due: { day: '2023-01-30' }, day: '2023-01-30', provisional: false },
  // A day off that somebody named stays that day.
  { title: 'd', owner: 'shenzhen', due: { day: '2023-01-22' }, day: '2023-01-22', provisional: false },
  // 2, 4 (worked), 5, 6, 7, 8, 9 February, then the festival, 18 (worked), 19, 20.
  { title: 'e', owner: 'beijing', due: { from: '2024-02-01', workingDays: 10 }, day: '2024-02-20', provisional: false },
  // 29, 30, 31 December; what 2027 has of holidays is not published: 1 and 4 January by the week alone.
  { title: 'f', owner: 'beijing', due: { from: '2026-12-28', workingDays: 5 }, day: '2027-01-04', provisional: true },
  { title: 'g', owner: 'shenzhen', due: null, day: null, provisional: false },
] as const;

export function listsSuite(name: string, place: () => LedgerPlace): void {
  describe(`lists of tasks on ${name}`, () => {
    let ledger: Ledger;
    let tasks: Tasks;
    beforeAll(async () => {
      ({ ledger, tasks } = await openTasks(place()));
      const given = dues.map(({ title, owner, due }) => ({ programme: '2023', clause: '2c', title, owner, due }));
      await tasks.assign(given, at(wang, '2023-01-18'));
    });
    afterAll(() => ledger.close());
    const titles = (rows: readonly TaskRow[]) => rows.map(({ title }) => title).join('');

    it('tell each last day by the calendar', async () => {
      const { tasks: rows, total, next } = await tasks.list({}, at(wang, '2023-01-18'));
      expect([total, next, titles(rows)]).toEqual([7, null, 'dacbefg']);
      for (const row of rows) {
        const told = dues.find(({ title }) => title === row.title);
        expect([row.title, row.due?.day ?? null, row.due?.provisional ?? false]).toEqual([
          ...[told?.title, told?.day, told?.provisional],
        ]);
      }
    });

    it('go on page by page, whatever the length of a page', async () => {
      for (const limit of [1, 2, 3, 6]) {
        let [seen, after] = ['', undefined as string | undefined];
        do {
          const page = await tasks.list({ limit, after }, at(wang, '2023-01-18'));
          expect(page.tasks.length).toBeLessThanOrEqual(limit);
          seen += titles(page.tasks);
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect(seen).toBe('dacbefg');
      }
      await expect(tasks.list({ after: 'x' }, at(wang, '2023-01-18'))).rejects.toMatchObject({ code: 'usage' });
    });

    it('are narrowed by light, owner, clause and area', async () => {
      const on = async (day: string, asked: object, actor = wang) =>
        titles((await tasks.list(asked, at(actor, day))).tasks);
      // Five working days are soon: on the 29th of January, 6 February is six away; on the 30th five.
      const lights = (day: string) => tasks.list({}, at(wang, day)).then((page) => page.lights);
      expect(await lights('2023-01-29')).toEqual({ late: 1, 'due-soon': 2, 'on-time': 3, none: 1 });
      expect(await lights('2023-01-30')).toEqual({ late: 1, 'due-soon': 3, 'on-time': 2, none: 1 });
      expect(await lights('2023-01-31')).toEqual({ late: 3, 'due-soon': 1, 'on-time': 2, none: 1 });
      expect(await on('2023-01-31', { light: 'late' })).toBe('dac');
      expect(await on('2023-01-31', { light: 'late', limit: 2, after: '2023-01-22~4' })).toBe('ac');
      expect(await on('2023-01-31', { light: 'none' })).toBe('g');
      expect(await on('2023-01-31', { owners: ['beijing'] })).toBe('bef');
      expect(await on('2023-01-31', { owners: [] })).toBe('');
      expect(await on('2023-01-31', { area: '440000' })).toBe('dacg');
      expect(await on('2023-01-31', { area: '440300' })).toBe('dg');
      expect(await on('2023-01-31', { clause: 'none' })).toBe('');
      expect(await on('2023-01-31', {}, chen)).toBe('dacg');
      expect(await on('2023-01-31', {}, shen)).toBe('dg');
    });

    it('are counted by owner with what keeps them, closed ones beside those opened again', async () => {
      await tasks.act([{ id: '2023-2', act: 'sign' }], at(bei, '2023-01-19'));
      const steps = ['evidence', 'hand-in'].map((act) => ({
        id: '2023-2',
        act,
        ...(act === 'evidence' && { file: file('a') }),
      }));
      await tasks.act(steps, at(bei, '2023-01-20'));
      await tasks.act([{ id: '2023-2', act: 'close' }], at(wang, '2023-01-29'));
      await tasks.act([{ id: '2023-1', act: 'sign' }], at(chen, '2023-01-19'));
      const blocked = { state: 'blocked', text: '数据未到' };
      await tasks.act([{ id: '2023-1', act: 'progress', input: blocked }], at(chen, '2023-01-20'));
      const nothing = {
        unsigned: 0,
        handedIn: 0,
        returned: 0,
        dueSoon: 0,
        late: 0,
        closed: 0,
        withdrawn: 0,
        reopened: 0,
      };
      expect(await tasks.tally('owner', {}, at(wang, '2023-01-31'))).toEqual([
        {
          ...{ ...nothing, key: 'guangdong', open: 2, late: 2, unsigned: 1 },
          why: expect.arrayContaining([
            { kind: 'progress', code: 'blocked', tasks: 1 },
            { kind: 'no-evidence', code: null, tasks: 1 },
            { kind: 'unsigned', code: null, tasks: 1 },
          ]),
        },
        {
          ...nothing,
          key: 'shenzhen',
          open: 2,
          late: 1,
          unsigned: 2,
          why: [{ kind: 'unsigned', code: null, tasks: 1 }],
        },
        { ...nothing, key: 'beijing', open: 2, unsigned: 2, closed: 1, why: [] },
      ]);
      await tasks.act([{ id: '2023-2', act: 'reopen', input: { reason: 'incomplete' } }], at(wang, '2023-02-01'));
      const [again] = await tasks.tally('owner', { owners: ['beijing'] }, at(wang, '2023-02-08'));
      expect(again).toMatchObject({ open: 3, late: 1, closed: 0, reopened: 1 });
      expect(again?.why).toEqual([{ kind: 'came-back', code: 'incomplete', tasks: 1 }]);
      const days = await tasks.tally('due', {}, at(bei, '2023-02-08'));
      expect(days.map(({ key, open }) => [key, open])).toEqual([
        ['2023-02-06', 1],
        ['2024-02-20', 1],
        ['2027-01-04', 1],
      ]);
      expect((await tasks.tally('clause', {}, at(wang, '2023-02-08'))).map(({ key, open }) => [key, open])).toEqual([
        ['2c', 7],
      ]);
    });

    it('stand along the weeks of a year by their owner or clause, each only to those who may see it', async () => {
      const none = { late: 0, dueSoon: 0, onTime: 0, closed: 0, withdrawn: 0 };
      const undated = { open: 0, closed: 0, withdrawn: 0 };
      const asked = { by: 'owner', year: 2023 } as const;
      const [guangdong, shenzhen, beijing, ...more] = await tasks.timeline(asked, {}, at(wang, '2023-02-06'));
      expect(more).toEqual([]);
      // Both last days of the first are Monday 30 January: one reckoned, one named.
      expect(guangdong).toEqual({
        ...{ key: 'guangdong', open: 2, late: 2, closed: 0, withdrawn: 0, before: none, after: none, undated },
        weeks: [{ ...none, from: '2023-01-30', until: '2023-02-05', late: 2 }],
        months: [{ ...none, month: 1, late: 2 }],
      });
      // A Sunday belongs to the week that ends with it; one task has no last day.
      expect(shenzhen).toEqual({
        ...{ key: 'shenzhen', open: 2, late: 1, closed: 0, withdrawn: 0, before: none, after: none },
        ...{ undated: { open: 1, closed: 0, withdrawn: 0 } },
        weeks: [{ ...none, from: '2023-01-16', until: '2023-01-22', late: 1 }],
        months: [{ ...none, month: 1, late: 1 }],
      });
      // 6 February is today, the others lie in 2024 and 2027.
      expect(beijing).toEqual({
        ...{ key: 'beijing', open: 3, late: 0, closed: 0, withdrawn: 0, before: none, undated },
        after: { ...none, onTime: 2 },
        weeks: [{ ...none, from: '2023-02-06', until: '2023-02-12', dueSoon: 1 }],
        months: [{ ...none, month: 2, dueSoon: 1 }],
      });
      const [later] = await tasks.timeline({ by: 'owner', year: 2027 }, {}, at(bei, '2023-02-06'));
      expect(later).toMatchObject({ key: 'beijing', open: 3, before: { dueSoon: 1, onTime: 1 }, after: none });
      expect(later?.weeks.map(({ from, until, onTime }) => [from, until, onTime])).toEqual([
        ['2027-01-04', '2027-01-10', 1],
      ]);
      const clauses = await tasks.timeline(
        { by: 'clause', year: 2023 },
        { owners: ['beijing'] },
        at(wang, '2023-02-06'),
      );
      expect(clauses.map(({ key, open }) => [key, open])).toEqual([['2c', 3]]);
      expect((await tasks.timeline(asked, {}, at(shen, '2023-02-06'))).map(({ key }) => key)).toEqual(['shenzhen']);
      expect(await tasks.timeline(asked, { programme: 'none' }, at(wang, '2023-02-06'))).toEqual([]);
    });
  });
}
