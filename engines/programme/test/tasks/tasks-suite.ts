import type { Ledger, LedgerPlace } from '@zhiheng/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tasks } from '../../src/index.js';
import { at, file, openTasks, people } from './task-world.js';

const { wang, li, sun, chen, deng, shen, bei, operator } = people;
const fault = (code: string, values: object = {}) =>
  expect.objectContaining({ code, detail: expect.objectContaining(values) });

/** One task from its assignment to its closing and on, on one database. */
export function tasksSuite(name: string, place: () => LedgerPlace): void {
  describe(`tasks on ${name}`, () => {
    let ledger: Ledger;
    let tasks: Tasks;
    beforeAll(async () => {
      ({ ledger, tasks } = await openTasks(place()));
    });
    afterAll(() => ledger.close());
    const stands = async (id: string, day = '2023-02-01') => tasks.get(id, at(wang, day));

    it('is assigned to several at once, all or none, and not twice', async () => {
      const task = (owner: string) => ({
        ...{ programme: '2023', clause: '2c', title: '建立协作机制', owner, supporting: ['utilisation'] },
        due: { from: '2023-01-18', workingDays: 10 },
        milestones: [{ title: '方案', due: '2023-01-20' }],
        ...{ wanted: '印发的文件', indicators: ['patent-grants'], targets: ['T1'] },
      });
      const none = tasks.assign([task('guangdong'), task('gone')], at(wang, '2023-01-18'));
      await expect(none).rejects.toEqual(fault('task-refused', { found: 'gone' }));
      expect(await tasks.list({}, at(wang, '2023-01-18'))).toMatchObject({ total: 0, tasks: [] });
      const made = await tasks.assign([task('guangdong'), task('beijing')], at(wang, '2023-01-18'));
      expect(made).toEqual([
        { id: '2023-1', made: true },
        { id: '2023-2', made: true },
      ]);
      expect(await tasks.assign([task('guangdong')], at(li, '2023-01-19'))).toEqual([{ id: '2023-1', made: false }]);
      // 19, 20, then the festival, 28 and 29 worked, 30, 31, 1, 2, 3, 6 February.
      expect(await tasks.get('2023-1', at(chen, '2023-01-18'))).toMatchObject({
        ...{ owner: 'guangdong', assignedBy: 'planning', area: '440000', state: 'assigned', version: 1 },
        due: { day: '2023-02-06', provisional: false, stated: { from: '2023-01-18', workingDays: 10 } },
        ...{ light: 'on-time', supporting: ['utilisation'], wanted: '印发的文件', indicators: ['patent-grants'] },
        steps: [{ place: 1, title: '方案', due: '2023-01-20', doneOn: null, light: 'due-soon' }],
        milestones: { of: 1, done: 0 },
      });
      const acts = await ledger.acts();
      expect(acts.map(({ kind, object }) => [kind, object])).toEqual([
        ['task:assign', '2023-1'],
        ['task:assign', '2023-2'],
      ]);
    });

    it('is there for its owner, for whoever supports it and for planners of the whole, and for nobody else', async () => {
      const sees = async (actor: typeof wang) =>
        (await tasks.list({}, at(actor, '2023-01-18'))).tasks.map(({ id }) => id);
      expect(await sees(wang)).toEqual(['2023-1', '2023-2']);
      expect(await sees(operator)).toEqual(['2023-1', '2023-2']);
      expect(await sees(sun)).toEqual(['2023-1', '2023-2']);
      expect(await sees(chen)).toEqual(['2023-1']);
      expect(await sees(bei)).toEqual(['2023-2']);
      expect(await sees(shen)).toEqual([]);
      await expect(tasks.get('2023-1', at(bei, '2023-01-18'))).rejects.toEqual(fault('not-found'));
      await expect(tasks.act([{ id: '2023-1', act: 'sign' }], at(bei, '2023-01-18'))).rejects.toEqual(
        fault('not-found'),
      );
      // A planner of a province is none of the whole.
      const local = { ...chen, roles: ['planner' as const], areas: 'everywhere' as const };
      expect(await sees(local)).toEqual(['2023-1']);
    });

    it('is signed for by its owner, and whoever comes second is told who did', async () => {
      await expect(tasks.act([{ id: '2023-1', act: 'sign' }], at(sun, '2023-01-19'))).rejects.toEqual(
        fault('not-allowed'),
      );
      await tasks.act([{ id: '2023-1', version: 1, act: 'sign' }], at(chen, '2023-01-19'));
      const second = tasks.act([{ id: '2023-1', version: 1, act: 'sign' }], at(deng, '2023-01-19'));
      await expect(second).rejects.toEqual(
        fault('state-changed', { values: { who: 'account:chen', act: 'sign', time: '2023-01-19T04:00:00.000Z' } }),
      );
      await expect(tasks.act([{ id: '2023-1', version: 9, act: 'sign' }], at(deng, '2023-01-19'))).rejects.toEqual(
        fault('task-refused', { found: '9' }),
      );
      // A signature is taken back by whoever gave it, and by nobody else.
      await expect(tasks.act([{ id: '2023-1', act: 'unsign' }], at(deng, '2023-01-19'))).rejects.toEqual(
        fault('act-refused'),
      );
      await tasks.act([{ id: '2023-1', act: 'unsign' }], at(chen, '2023-01-19'));
      expect(await stands('2023-1')).toMatchObject({ state: 'assigned', version: 3 });
      await tasks.act([{ id: '2023-1', act: 'sign' }], at(deng, '2023-01-19'));
    });

    it('goes on with words, milestones and files, of those who support it too', async () => {
      const tell = { id: '2023-1', act: 'progress', input: { state: 'on-plan', text: '方案已印发' } };
      await expect(tasks.act([tell], at(wang, '2023-01-19'))).rejects.toEqual(fault('act-refused'));
      await expect(
        tasks.act([{ ...tell, input: { state: 'fine', text: 'x' } }], at(chen, '2023-01-19')),
      ).rejects.toEqual(fault('act-refused', { found: 'field' }));
      await tasks.act(
        [
          { id: '2023-1', act: 'evidence', file: file('a'), input: { note: '方案' } },
          { id: '2023-1', act: 'milestone', input: { milestone: 1, done: true } },
          tell,
        ],
        at(chen, '2023-01-20'),
      );
      await tasks.act([{ id: '2023-1', act: 'evidence', file: file('b') }], at(sun, '2023-01-20'));
      await expect(
        tasks.act([{ id: '2023-1', act: 'evidence', file: file('a') }], at(chen, '2023-01-20')),
      ).rejects.toEqual(fault('task-refused', { found: 'a.pdf' }));
      await tasks.act([{ id: '2023-1', act: 'strike', input: { file: 'b'.repeat(64) } }], at(sun, '2023-01-20'));
      expect(await stands('2023-1', '2023-01-20')).toMatchObject({
        ...{ state: 'in-work', files: 1, milestones: { of: 1, done: 1 } },
        progress: { state: 'on-plan', text: '方案已印发', time: '2023-01-20T04:00:00.000Z' },
        steps: [{ doneOn: '2023-01-20', light: 'none' }],
        evidence: [
          { sha256: 'a'.repeat(64), name: 'a.pdf', note: '方案', person: 'account:chen', struckAt: null },
          { sha256: 'b'.repeat(64), person: 'account:sun', struckAt: '2023-01-20T04:00:00.000Z' },
        ],
      });
      // Beijing has no file and no signature.
      await expect(tasks.act([{ id: '2023-2', act: 'hand-in' }], at(bei, '2023-01-20'))).rejects.toEqual(
        fault('act-refused'),
      );
    });

    it('is closed by another person, with evidence, and never by the operator', async () => {
      await tasks.act([{ id: '2023-1', act: 'hand-in' }], at(deng, '2023-02-07'));
      const close = (actor: typeof wang) => tasks.act([{ id: '2023-1', act: 'close' }], at(actor, '2023-02-08'));
      await expect(close(operator)).rejects.toEqual(fault('four-eyes'));
      // Guangdong owns it, and does not close what Planning assigned.
      await expect(close({ ...bei, organisation: 'guangdong', areas: ['440000'] })).rejects.toEqual(
        fault('act-refused'),
      );
      await expect(
        close({ ...deng, organisation: 'planning', areas: 'everywhere', roles: ['planner'] }),
      ).rejects.toEqual(fault('four-eyes'));
      await tasks.act(
        [{ id: '2023-1', act: 'send-back', input: { reason: 'figures-differ', note: '与年报不符' } }],
        at(li, '2023-02-08'),
      );
      expect(await stands('2023-1')).toMatchObject({
        ...{ state: 'in-work', cameBack: { act: 'send-back', reason: 'figures-differ', note: '与年报不符' } },
      });
      await tasks.act([{ id: '2023-1', act: 'hand-in' }], at(deng, '2023-02-09'));
      const { version } = await stands('2023-1');
      const both = await Promise.allSettled(
        [wang, li].map((actor) => tasks.act([{ id: '2023-1', version, act: 'close' }], at(actor, '2023-02-10'))),
      );
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(both[1]).toMatchObject({ reason: { code: 'state-changed', detail: { values: { who: 'account:wang' } } } });
      expect(await stands('2023-1')).toMatchObject({ state: 'closed', light: 'none', reopened: 0 });
    });

    it('is opened again with a reason and a new day, which is counted and told', async () => {
      await expect(
        tasks.act([{ id: '2023-1', act: 'reopen', input: { reason: 'not-ours' } }], at(wang, '2023-03-01')),
      ).rejects.toEqual(fault('act-refused', { found: 'field' }));
      await tasks.act(
        [{ id: '2023-1', act: 'reopen', input: { reason: 'relapsed' }, due: { day: '2023-06-30' } }],
        at(wang, '2023-03-01'),
      );
      expect(await stands('2023-1')).toMatchObject({ state: 'in-work', reopened: 1, due: { day: '2023-06-30' } });
      // Whoever sent it back, closed or opened it did no part of it, and may close it again.
      expect(await tasks.doers('2023-1')).toEqual(['account:chen', 'account:deng', 'account:sun']);
      const { history } = await stands('2023-1');
      expect(history.map(({ act }) => act)).toEqual([
        ...['assign', 'sign', 'unsign', 'sign', 'evidence', 'milestone', 'progress', 'evidence', 'strike'],
        ...['hand-in', 'send-back', 'hand-in', 'close', 'reopen'],
      ]);
    });

    it('has its last day moved by whoever assigned it, which stays in its history and moves nothing else', async () => {
      const move = { id: '2023-1', act: 'deadline', input: { reason: 'plan-changed', note: '会议推迟' } };
      const before = await stands('2023-1');
      const day = { due: { from: '2023-03-01', workingDays: 3 } } as const;
      await expect(tasks.act([{ ...move, ...day }], at(chen, '2023-03-01'))).rejects.toEqual(fault('act-refused'));
      await expect(tasks.act([{ ...move, ...day }], at(bei, '2023-03-01'))).rejects.toEqual(fault('not-found'));
      await expect(tasks.act([move], at(wang, '2023-03-01'))).rejects.toEqual(fault('task-refused'));
      await expect(tasks.act([{ ...move, due: { day: '2023-06-30' } }], at(wang, '2023-03-01'))).rejects.toEqual(
        fault('task-refused', { found: '2023-06-30' }),
      );
      const other = { ...move, input: { reason: 'relapsed' }, ...day };
      await expect(tasks.act([other], at(wang, '2023-03-01'))).rejects.toEqual(fault('act-refused'));
      await tasks.act([{ ...move, ...day }], at(wang, '2023-03-01'));
      const after = await stands('2023-1', '2023-03-01');
      // Thursday, Friday, Monday.
      expect(after).toMatchObject({
        ...{ state: before.state, owner: before.owner, reopened: before.reopened, cameBack: before.cameBack },
        ...{ version: before.version + 1, moved: before.moved + 1, due: { day: '2023-03-06' } },
      });
      expect(after.movedDays.map(({ act, from, to, reason, note }) => [act, from?.day, to.day, reason, note])).toEqual([
        ['reopen', '2023-02-06', '2023-06-30', 'relapsed', null],
        ['deadline', '2023-06-30', '2023-03-06', 'plan-changed', '会议推迟'],
      ]);
      expect(after.history.at(-1)).toMatchObject({
        ...{ from: 'in-work', to: 'in-work', person: 'account:wang' },
        input: { due: '2023-03-01+3', was: '2023-06-30', reason: 'plan-changed' },
      });
    });

    it('keeps a signature that can be taken back by whoever gave it, though its last day moved since', async () => {
      const [part] = await tasks.assign(
        [{ programme: '2023', title: '签后改期', owner: 'beijing' }],
        at(wang, '2023-02-01'),
      );
      const id = part?.id ?? '';
      await tasks.act([{ id, act: 'sign' }], at(bei, '2023-02-01'));
      const due = { day: '2023-05-31' };
      await tasks.act([{ id, act: 'deadline', input: { reason: 'day-mistaken' }, due }], at(wang, '2023-02-02'));
      expect(await stands(id)).toMatchObject({ state: 'signed', due, movedDays: [{ from: null }] });
      await expect(tasks.act([{ id, act: 'unsign' }], at(wang, '2023-02-02'))).rejects.toEqual(fault('act-refused'));
      await tasks.act([{ id, act: 'unsign' }], at(bei, '2023-02-02'));
      await tasks.act([{ id, act: 'withdraw', input: { note: '示例' } }], at(wang, '2023-02-03'));
      expect(await stands(id)).toMatchObject({ state: 'withdrawn' });
    });

    it('is returned with a reason, goes to a new owner, and can be withdrawn', async () => {
      const back = { id: '2023-2', act: 'return', input: { reason: 'not-ours', to: 'guangdong' } };
      await expect(tasks.act([back], at(wang, '2023-02-01'))).rejects.toEqual(fault('not-allowed'));
      await tasks.act([back], at(bei, '2023-02-01'));
      expect(await stands('2023-2')).toMatchObject({ state: 'returned', cameBack: { reason: 'not-ours' } });
      const over = { id: '2023-2', act: 'hand-over', input: { reason: 'not-ours', to: 'shenzhen' } };
      await expect(tasks.act([over], at(bei, '2023-02-01'))).rejects.toEqual(fault('act-refused'));
      await tasks.act([{ ...over, due: { day: '2023-04-28' } }], at(wang, '2023-02-02'));
      expect(await stands('2023-2')).toMatchObject({
        ...{ state: 'assigned', owner: 'shenzhen', area: '440300', due: { day: '2023-04-28' } },
      });
      // What was Beijing's is no more; the province above the new owner sees it, and signs nothing for the city.
      await expect(tasks.get('2023-2', at(bei, '2023-02-02'))).rejects.toEqual(fault('not-found'));
      await expect(tasks.act([{ id: '2023-2', act: 'sign' }], at(chen, '2023-02-02'))).rejects.toEqual(
        fault('not-allowed'),
      );
      await tasks.act([{ id: '2023-2', act: 'withdraw', input: { note: '任务合并' } }], at(li, '2023-02-03'));
      await expect(tasks.act([{ id: '2023-2', act: 'restore' }], at(wang, '2023-02-03'))).rejects.toEqual(
        fault('act-refused'),
      );
      await tasks.act([{ id: '2023-2', act: 'restore' }], at(li, '2023-02-03'));
      expect(await stands('2023-2')).toMatchObject({ state: 'assigned', owner: 'shenzhen' });
    });

    it('is divided by its owner among those below, and is not over before its parts are', async () => {
      const part = (owner: string) => ({ programme: '2023', parent: '2023-1', title: '分解', owner });
      await expect(tasks.assign([part('beijing')], at(chen, '2023-03-02'))).rejects.toEqual(
        fault('task-refused', { found: 'beijing' }),
      );
      await expect(tasks.assign([part('shenzhen')], at(bei, '2023-03-02'))).rejects.toEqual(fault('not-found'));
      const made = await tasks.assign([part('shenzhen'), part('guangzhou')], at(chen, '2023-03-02'));
      expect(made.map(({ id }) => id)).toEqual(['2023-4', '2023-5']);
      expect(await tasks.get('2023-4', at(shen, '2023-03-02'))).toMatchObject({
        assignedBy: 'guangdong',
        parent: '2023-1',
      });
      await tasks.act([{ id: '2023-1', act: 'hand-in' }], at(deng, '2023-03-03'));
      const close = tasks.act([{ id: '2023-1', act: 'close' }], at(wang, '2023-03-03'));
      await expect(close).rejects.toEqual(fault('task-refused', { found: '2023-4, 2023-5' }));
      expect((await tasks.parts('2023-1', at(wang, '2023-03-03'))).map(({ owner }) => owner)).toEqual([
        'shenzhen',
        'guangzhou',
      ]);
      // Several acts: all or none, or each for itself.
      const signs = [
        { id: '2023-4', act: 'sign' },
        { id: '2023-5', act: 'sign' },
      ];
      await expect(tasks.act(signs, at(shen, '2023-03-03'))).rejects.toEqual(fault('not-found'));
      expect((await stands('2023-4')).state).toBe('assigned');
      const told = await tasks.actEach(signs, at(shen, '2023-03-03'));
      expect(told.map((one) => [one.id, one.fault?.code ?? null])).toEqual([
        ['2023-4', null],
        ['2023-5', 'not-found'],
      ]);
    });

    it('keeps the chain whole', async () => {
      expect(await ledger.verify()).toMatchObject({ ok: true, faults: [] });
    });
  });
}
