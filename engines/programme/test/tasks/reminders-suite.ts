import { Notices } from '@zhiheng/acts';
import type { Ledger, LedgerPlace } from '@zhiheng/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindTasks, type Tasks } from '../../src/index.js';
import { at, openTasks, people } from './task-world.js';

const { wang, shen, bei, operator } = people;
const told = {
  workersOf: (organisation: string) => ({ shenzhen: ['shen'], beijing: ['bei'] })[organisation] ?? [],
  overseersOf: (organisation: string) => ({ guangdong: ['chen', 'deng'], top: ['wang'] })[organisation] ?? [],
};

/** Who is told of a deadline across the Spring Festival of 2023 and after it, on one database. */
export function remindersSuite(name: string, place: () => LedgerPlace): void {
  describe(`reminders of tasks on ${name}`, () => {
    let ledger: Ledger;
    let tasks: Tasks;
    beforeAll(async () => {
      ({ ledger, tasks } = await openTasks(place()));
      const due = { from: '2023-01-18', workingDays: 10 };
      const given = ['shenzhen', 'shenzhen', 'beijing', 'guangzhou'].map((owner, number) => ({
        ...{ programme: '2023', title: `任务${number}`, owner, due },
      }));
      await tasks.assign(given, at(wang, '2023-01-18'));
    });
    afterAll(() => ledger.close());
    const round = (day: string) => remindTasks(ledger, at(operator, day), told);
    const noticesOf = async (account: string) =>
      (await new Notices(ledger).of(account)).map(({ words, args }) => [words, args]).reverse();

    it('come once each, near the last day, after it, and up the tree when it stays late', async () => {
      // The last day is 6 February: on 29 January six working days are left, on the 30th five.
      expect(await round('2023-01-29')).toEqual({ reminded: 0, notices: 0 });
      expect(await round('2023-01-30')).toEqual({ reminded: 3, notices: 2 });
      expect(await round('2023-01-31')).toEqual({ reminded: 0, notices: 0 });
      expect(await round('2023-02-06')).toEqual({ reminded: 0, notices: 0 });
      expect(await round('2023-02-07')).toEqual({ reminded: 3, notices: 2 });
      // Three working days late on 9 February: 7, 8, 9. Ten on the 20th: 10, 13 to 17, 20.
      expect(await round('2023-02-08')).toEqual({ reminded: 0, notices: 0 });
      expect(await round('2023-02-09')).toEqual({ reminded: 4, notices: 3 });
      expect(await round('2023-02-17')).toEqual({ reminded: 0, notices: 0 });
      // Above Beijing stands the top already: once more for it, with all the others.
      expect(await round('2023-02-20')).toEqual({ reminded: 4, notices: 1 });
      expect(await round('2023-02-21')).toEqual({ reminded: 0, notices: 0 });
      expect(await noticesOf('shen')).toEqual([
        ['notice.task-due-soon', { tasks: 2, task: '2023-1' }],
        ['notice.task-late', { tasks: 2, task: '2023-1' }],
      ]);
      expect(await noticesOf('chen')).toEqual([['notice.task-escalated', { tasks: 3, task: '2023-1', days: 3 }]]);
      expect(await noticesOf('wang')).toEqual([
        ['notice.task-escalated', { tasks: 1, task: '2023-3', days: 3 }],
        ['notice.task-escalated', { tasks: 4, task: '2023-1', days: 10 }],
      ]);
    });

    it('come anew for another day, and not for what is over', async () => {
      const over = { id: '2023-3', act: 'hand-over', input: { reason: 'not-ours', to: 'shenzhen' } };
      await tasks.act([{ ...over, due: { day: '2023-02-24' } }], at(wang, '2023-02-21'));
      await tasks.act([{ id: '2023-1', act: 'withdraw', input: { note: '合并' } }], at(wang, '2023-02-21'));
      expect(await round('2023-02-21')).toEqual({ reminded: 1, notices: 1 });
      expect((await noticesOf('shen')).at(-1)).toEqual(['notice.task-due-soon', { tasks: 1, task: '2023-3' }]);
      const rows = await tasks.list({}, at(shen, '2023-02-21'));
      expect(rows.lights).toEqual({ late: 1, 'due-soon': 1, 'on-time': 0, none: 0 });
    });

    it('come anew for a last day that moved, back to the one before too', async () => {
      const move = (day: string, on: string) =>
        tasks.act(
          [{ id: '2023-3', act: 'deadline', input: { reason: 'more-time-asked' }, due: { day } }],
          at(wang, on),
        );
      await move('2023-03-31', '2023-02-22');
      expect(await round('2023-02-22')).toEqual({ reminded: 0, notices: 0 });
      await move('2023-02-24', '2023-02-22');
      expect(await round('2023-02-22')).toEqual({ reminded: 1, notices: 1 });
      expect(await round('2023-02-23')).toEqual({ reminded: 0, notices: 0 });
      await move('2023-03-31', '2023-02-23');
      // 27 to 31 March are five working days: the 24th is one too early.
      expect(await round('2023-03-23')).toEqual({ reminded: 0, notices: 0 });
      expect(await round('2023-03-24')).toEqual({ reminded: 1, notices: 1 });
      expect((await noticesOf('shen')).at(-1)).toEqual(['notice.task-due-soon', { tasks: 1, task: '2023-3' }]);
    });

    it('come for milestones of their own, once each, to their owner alone', async () => {
      const milestones = ['2024-02-20', '2024-02-20', '2027-01-08', null].map((due, at) => ({
        title: `节点${at}`,
        due,
      }));
      const given = { programme: '2024', title: '有节点', owner: 'beijing', milestones };
      await tasks.assign([given], at(wang, '2024-02-01'));
      const [id] = (await tasks.list({ programme: '2024' }, at(wang, '2024-02-01'))).tasks.map((task) => task.id);
      // The festival is from 10 to 17 February, the 18th is worked: after the 7th are 8, 9, 18, 19, 20, after the 6th one more.
      const of = async (day: string) => {
        await round(day);
        return (await noticesOf('bei')).filter(([word]) => /milestone/.test(String(word)));
      };
      expect(await of('2024-02-06')).toEqual([]);
      const soon = ['notice.task-milestone-due-soon', { milestones: 2, task: id }];
      expect(await of('2024-02-07')).toEqual([soon]);
      expect(await of('2024-02-18')).toEqual([soon]);
      await tasks.act([{ id: id ?? '', act: 'sign' }], at(bei, '2024-02-18'));
      await tasks.act([{ id: id ?? '', act: 'milestone', input: { milestone: 1, done: true } }], at(bei, '2024-02-18'));
      expect(await of('2024-02-20')).toEqual([soon]);
      const late = ['notice.task-milestone-late', { milestones: 1, task: id }];
      expect(await of('2024-02-21')).toEqual([soon, late]);
      // Nobody above is told of a milestone, however late.
      const above = (await noticesOf('wang')).length;
      expect(await of('2024-04-30')).toEqual([soon, late]);
      expect((await noticesOf('wang')).length).toBe(above);
      // What 2027 has of holidays is not published: 4 to 8 January by the week alone, and 1 January a Friday like others.
      expect(await of('2026-12-31')).toEqual([soon, late]);
      expect(await of('2027-01-01')).toEqual([
        soon,
        late,
        ['notice.task-milestone-due-soon', { milestones: 1, task: id }],
      ]);
    });
  });
}
