import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Ledger, type LedgerPlace } from '@zhiheng/ledger';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActRequest,
  actsMigrations,
  type Instance,
  Instances,
  MailFailure,
  momentAt,
  NoticeLetters,
  Notices,
  newInstance,
  notify,
  OfficeCalendar,
  openWork,
  refusalFault,
  tryAct,
  WorkingCalendar,
} from '../src/index.js';
import type { Outcome } from './act-at-once.js';
import { account, caseFlow, operator } from './example-flow.js';

const now = momentAt('2023-03-01T02:00:00Z', new WorkingCalendar([]));
const region = account('li', ['region'], 'hubei');
const wang = account('wang', ['case-officer'], 'office');
const chen = account('chen', ['case-officer'], 'office');

/** What this room keeps in a ledger, on one database. */
export function storedSuite(engine: string, makePlace: () => LedgerPlace): void {
  let place: LedgerPlace;
  let ledger: Ledger;
  let instances: Instances;
  beforeEach(async () => {
    place = makePlace();
    ledger = await Ledger.open(place, [actsMigrations]);
    instances = new Instances(ledger, [caseFlow]);
  });
  afterEach(async () => {
    if (place.engine === 'postgres') {
      await sql`drop schema ${sql.ref(place.schema)} cascade`.execute(ledger.database());
    }
    await ledger.close();
    if (place.engine === 'sqlite') rmSync(dirname(place.path), { recursive: true });
  });

  const file = (id: string): ActRequest => ({
    ...{ flow: 'case', id, version: 0, act: 'file', actor: region, now },
    ...{ organisation: 'hubei', facts: { sum: 1 } },
  });
  const ask = (id: string, version = 1): ActRequest => ({
    ...{ flow: 'case', id, version, act: 'ask', actor: wang, input: { question: 'why' }, now },
  });
  const done = async (request: ActRequest): Promise<Instance> => {
    const acted = await instances.act(request);
    if (!acted.done) throw refusalFault(acted.refusal);
    return acted.instance;
  };

  describe(`instances on ${engine}`, () => {
    it('come back as the pure act made them', async () => {
      await done(file('c1'));
      const asked = await done(ask('c1'));
      const blank = newInstance(caseFlow, { id: 'c1', organisation: 'hubei', facts: { sum: 1 } });
      const filed = tryAct(caseFlow, blank, 'file', region, {}, now);
      if (!filed.done) throw new Error('refused');
      const pure = tryAct(caseFlow, filed.instance, 'ask', wang, { question: 'why' }, now);
      expect({ done: true, instance: asked }).toMatchObject(pure.done ? { done: true, instance: pure.instance } : {});
      expect(await instances.get('case', 'c1')).toEqual(asked);
      expect(await instances.get('case', 'c2')).toBeNull();
    });

    it('stand in the chain with what was before and after', async () => {
      await done(file('c1'));
      await done(ask('c1'));
      expect(await ledger.last('case:ask')).toMatchObject({
        person: 'account:wang',
        surface: 'page',
        object: 'case:c1',
        before: { state: 'filed', version: 1, holder: null },
        after: { state: 'waiting', version: 2, holder: null, input: { question: 'why' } },
      });
    });

    it('are not touched by a refusal', async () => {
      await done(file('c1'));
      const acted = await instances.act({ ...ask('c1'), input: {} });
      expect(acted).toMatchObject({ done: false, refusal: { code: 'field' } });
      expect((await instances.get('case', 'c1'))?.version).toBe(1);
      expect(await ledger.acts()).toHaveLength(1);
    });

    it('tell whoever comes second who did what and when', async () => {
      await done(file('c1'));
      await done({ ...ask('c1'), actor: chen });
      const acted = await instances.act(ask('c1'));
      if (acted.done) throw new Error('both won');
      expect(acted.refusal).toMatchObject({
        code: 'state-changed',
        act: 'ask',
        person: 'account:chen',
        time: '2023-03-01T02:00:00.000Z',
        possible: [],
      });
      expect(refusalFault(acted.refusal)).toMatchObject({
        code: 'state-changed',
        message: 'account:chen did ask at 2023-03-01T02:00:00.000Z, before this act',
      });
      expect(await instances.act(file('c1'))).toMatchObject({ refusal: { code: 'state-changed', act: 'file' } });
      await expect(instances.act(ask('c1', 7))).rejects.toThrow('case c1 has no version 7; its newest is 2');
    });

    it('keep neither act nor change when the change of the room fails', async () => {
      const failing = instances.act(file('c1'), () => Promise.reject(new Error('no room')));
      await expect(failing).rejects.toThrow('no room');
      expect([await instances.get('case', 'c1'), await ledger.acts()]).toEqual([null, []]);
    });

    it('are listed while some act leads on', async () => {
      await done(file('c2'));
      await done(file('c1'));
      await done(ask('c1'));
      await done(file('c3'));
      await done({ ...ask('c3'), act: 'draft', input: { reviewer: 'chen' } });
      await done({ ...ask('c3', 2), act: 'decide', actor: chen, input: { outcome: 'granted' } });
      const open = await instances.open();
      expect(open.map(({ id, version, history }) => [id, version, history.length])).toEqual([
        ['c1', 2, 2],
        ['c2', 1, 1],
      ]);
      expect(open[0]).toEqual(await instances.get('case', 'c1'));
      expect(await instances.open('other')).toEqual([]);
      expect(openWork([caseFlow], open, wang, [], now).map(({ id }) => id)).toEqual(['case:c2']);
    });

    it('are acted on by two processes at once: one wins, the other is told', async () => {
      const cases = Array.from({ length: 20 }, (_, index) => `c${index}`);
      for (const id of cases) await done(file(id));
      const [first, second] = await race(place, cases);
      for (const [index, id] of cases.entries()) {
        const person = (await instances.get('case', id))?.history[1]?.person ?? '';
        const lost = `state-changed ${person}`;
        expect([first?.[index], second?.[index]]).toEqual(person === 'account:wang' ? ['won', lost] : [lost, 'won']);
      }
      const asks = await ledger.acts('case:ask');
      expect(asks.map(({ object }) => object).toSorted()).toEqual(cases.map((id) => `case:${id}`).toSorted());
      expect((await ledger.verify()).faults).toEqual([]);
    }, 120_000);
  });

  calendarSuite(engine, () => ledger);
  noticeSuite(engine, () => ledger);
}

/** Two processes that begin together; what each saw. */
async function race(place: LedgerPlace, cases: readonly string[]): Promise<Outcome[][]> {
  const script = join(import.meta.dirname, 'act-at-once.mjs');
  const racers = ['wang', 'chen'].map((person) => {
    const child = spawn(process.execPath, [script, JSON.stringify([place, person, cases])], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  for (const { lines } of racers) expect((await lines.next()).value).toBe('ready');
  for (const { child } of racers) child.stdin.end('go\n');
  return Promise.all(
    racers.map(async ({ child, lines }) => {
      const gone = once(child, 'exit');
      const outcomes = JSON.parse(String((await lines.next()).value)) as Outcome[];
      expect(await gone).toEqual([0, null]);
      return outcomes;
    }),
  );
}

const shipped = [
  { date: '2026-01-01', kind: 'from', name: '2026', source: 'n' },
  { date: '2026-12-31', kind: 'until', name: '2026', source: 'n' },
] as const;

function calendarSuite(engine: string, ledgerOf: () => Ledger): void {
  const editing = { actor: wang, time: '2026-11-20T02:00:00Z', why: '国务院办公厅通知' };
  const header = 'date,kind,name,source\n';
  const list = `${header}2027-01-01,holiday,元旦,n27\n2027-01-02,workday,元旦,n27\n2027-12-31,until,2027,n27\n`;

  describe(`the calendar of an office on ${engine}`, () => {
    it('stands over the shipped list, edit by edit', async () => {
      const calendar = new OfficeCalendar(ledgerOf(), shipped);
      const set = (kind: 'holiday' | 'week', time: string) =>
        calendar.set({ date: '2026-11-26', kind, name: '停电', source: '本局' }, { ...editing, time });
      expect((await calendar.current()).isWorkingDay('2026-11-26')).toBe('working');
      await set('holiday', '2026-11-20T02:00:00Z');
      expect((await calendar.current()).isWorkingDay('2026-11-26')).toBe('not-working');
      await set('week', '2026-11-21T02:00:00Z');
      expect((await calendar.current()).isWorkingDay('2026-11-26')).toBe('working');
      expect(await calendar.history('2026-11-26')).toMatchObject([
        { act: 1, kind: 'holiday', why: '国务院办公厅通知', person: 'account:wang', time: '2026-11-20T02:00:00Z' },
        { act: 2, kind: 'week', name: '停电', source: '本局', onBehalfOf: null },
      ]);
      expect(await calendar.history('2026-11-27')).toEqual([]);
    });

    it('is published further by an import', async () => {
      const calendar = new OfficeCalendar(ledgerOf(), shipped);
      expect((await calendar.current()).isWorkingDay('2027-01-01')).toBe('provisional');
      const act = await calendar.import(list, '2027.csv', editing);
      expect(act).toMatchObject({
        kind: 'calendar:import',
        object: '2027.csv',
        before: { publishedFrom: '2026-01-01', publishedUntil: '2026-12-31' },
        after: { publishedFrom: '2026-01-01', publishedUntil: '2027-12-31', why: '国务院办公厅通知', days: 3 },
      });
      const current = await calendar.current();
      expect(current.isWorkingDay('2027-01-01')).toBe('not-working');
      expect(current.isWorkingDay('2027-01-02')).toBe('working');
      expect(current.addWorkingDays('2026-12-31', 2)).toEqual({ day: '2027-01-04', provisional: false });
    });

    it('is not shortened by an import of an older year, and is by a person', async () => {
      const calendar = new OfficeCalendar(ledgerOf(), shipped);
      await calendar.import(`${header}2025-01-01,from,2025,n\n2025-12-31,until,2025,n\n`, '2025.csv', editing);
      const current = await calendar.current();
      expect([current.publishedFrom, current.publishedUntil]).toEqual(['2025-01-01', '2026-12-31']);
      await calendar.set({ date: '2026-06-30', kind: 'until', name: '2026', source: '更正' }, editing);
      expect((await calendar.current()).publishedUntil).toBe('2026-06-30');
    });

    it('takes a list whole or not at all, and tells its faults by line', async () => {
      const calendar = new OfficeCalendar(ledgerOf(), shipped);
      const wrong = calendar.import(
        `${list}2027-02-30,holiday,春节,n27\n2027-02-06,off,春节,n27\n`,
        '2027.csv',
        editing,
      );
      await expect(wrong).rejects.toMatchObject({
        code: 'calendar-wrong',
        message:
          'line 5: 2027-02-30 is not a date of the calendar, written 2023-01-21; ' +
          'line 6: the kind off is none of holiday, workday, week, from, until',
        detail: { place: { path: '2027.csv', line: 5 } },
      });
      const gap = calendar.import(`${header}2028-01-01,from,2028,n\n2028-12-31,until,2028,n\n`, '2028.csv', editing);
      await expect(gap).rejects.toThrow('the days after 2026-12-31 are not published');
      await expect(calendar.import(list, '2027.csv', { ...editing, why: ' ' })).rejects.toThrow(
        'the reason is missing',
      );
      const day = { date: '2026-02-29', kind: 'holiday', name: '春节', source: 'n' } as const;
      await expect(calendar.set(day, editing)).rejects.toThrow('2026-02-29 is not a date of the calendar');
      expect([await calendar.history(), await ledgerOf().acts()]).toEqual([[], []]);
    });
  });
}

function noticeSuite(engine: string, ledgerOf: () => Ledger): void {
  const tell = (words: string, accounts: readonly string[]) =>
    ledgerOf().transact(async (transaction) => {
      const act = await transaction.append({ time: now.time, person: 'account:li', kind: 'k', object: 'o', hash: '' });
      await notify(
        transaction,
        act,
        accounts.map((to) => ({ account: to, words, args: { case: 'c1', days: 3 } })),
      );
    });

  describe(`notices on ${engine}`, () => {
    it('wait for their account, newest first, until it has read them', async () => {
      const notices = new Notices(ledgerOf());
      await tell('due-soon', ['wang', 'chen']);
      await tell('late', ['wang']);
      expect(await notices.of('wang')).toEqual([
        { id: '2-0', account: 'wang', words: 'late', args: { case: 'c1', days: 3 }, madeAt: now.time, readAt: null },
        expect.objectContaining({ id: '1-0', words: 'due-soon' }),
      ]);
      await notices.read('2-0', wang, '2023-03-02T00:00:00Z');
      await notices.read('2-0', wang, '2023-03-03T00:00:00Z');
      expect((await notices.of('wang', { unread: true })).map(({ id }) => id)).toEqual(['1-0']);
      expect((await notices.of('wang'))[0]?.readAt).toBe('2023-03-02T00:00:00Z');
      expect((await ledgerOf().acts('notice:read')).map(({ object }) => object)).toEqual(['2-0']);
    });

    it('are read by nobody else', async () => {
      const notices = new Notices(ledgerOf());
      await tell('late', ['wang']);
      for (const [id, actor] of [
        ['1-0', chen],
        ['1-0', operator],
        ['9-0', wang],
        ['1', wang],
      ] as const) {
        await expect(notices.read(id, actor, now.time)).rejects.toMatchObject({ code: 'not-found' });
      }
      expect((await notices.of('wang', { unread: true })).length).toBe(1);
    });

    it('go out as letters once; what failed waits longer each time and holds up no other', async () => {
      let minutes = 0;
      const clock = () => new Date(Date.parse(now.time) + minutes * 60_000);
      const letters = new NoticeLetters(ledgerOf(), clock);
      await tell('late', ['wang', 'chen', 'sun', 'zhu']);
      const sent: string[] = [];
      let broken = true;
      const adapter = {
        async send({ id }: { id: string }) {
          if (broken && id === 'notice-1-2') throw new MailFailure('EENVELOPE 550');
          sent.push(id);
        },
      };
      const letterOf = async ({ id, account: to }: { id: string; account: string }) =>
        to === 'chen'
          ? null
          : { id: `notice-${id}`, from: 'a@b.example', to: 'c@d.example', subject: 's', text: 't', time: now.time };
      const round = (more = {}) => letters.round(adapter, letterOf, operator, more);
      expect(await round()).toEqual({ sent: 2, unwanted: 1, failed: 1 });
      expect(await letters.standing()).toEqual({
        waiting: 1,
        failed: [
          {
            ...{ notice: '1-2', account: 'sun', attempts: 1, fault: 'EENVELOPE 550', failedAt: clock().toISOString() },
            nextAt: new Date(Date.parse(now.time) + 5 * 60_000).toISOString(),
          },
        ],
      });
      expect(await round()).toEqual({ sent: 0, unwanted: 0, failed: 0 });
      // Tried after 5, 15, 60, 240, 720, 1440 and 1440 more minutes, then given up.
      const tried: number[] = [];
      for (minutes = 5; minutes < 10_000; minutes += 5) {
        if ((await letters.standing()).failed[0]?.nextAt !== clock().toISOString()) continue;
        expect(await round()).toEqual({ sent: 0, unwanted: 0, failed: 1 });
        tried.push(minutes);
      }
      expect(tried).toEqual([5, 20, 80, 320, 1040, 2480, 3920]);
      expect((await letters.standing()).failed).toMatchObject([{ attempts: 8, nextAt: null }]);
      broken = false;
      expect(await round()).toEqual({ sent: 0, unwanted: 0, failed: 0 });
      expect(await Promise.all([round({ again: true }), round({ again: true })])).toEqual([
        { sent: 1, unwanted: 0, failed: 0 },
        { sent: 1, unwanted: 0, failed: 0 },
      ]);
      expect(sent).toEqual(['notice-1-0', 'notice-1-3', 'notice-1-2']);
      expect(await letters.standing()).toEqual({ waiting: 0, failed: [] });
      expect((await ledgerOf().acts('notice:mail')).map(({ object, after }) => [object, after])).toEqual([
        ['1-0', { sent: true }],
        ['1-1', { sent: false }],
        ['1-3', { sent: true }],
        ['1-2', { sent: true }],
      ]);
      expect(JSON.stringify(await ledgerOf().acts())).not.toContain('d.example');
    });
  });
}
