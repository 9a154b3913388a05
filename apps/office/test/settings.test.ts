import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveRole, inviteAccount, listRoles } from '@zhiheng/accounts';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, jobsHere, Office, type OfficeAnswer, type SettingAnswer } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-settings-'));
const operator = localOperator('test');
let now = new Date('2023-11-15T02:00:00Z');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = () => Office.open({ folder: join(folder, 'data'), clock: { now: () => now }, runJob: jobsHere(nodeDisk) });

/** Uses the office and closes it again, so that what it kept is read anew the next time. */
async function using<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const office = await open();
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}
const run = async <T>(office: Office, name: string, input: object = {}) =>
  (await carryOut(name, input, { office, actor: operator, onProgress: () => {} })).json as T;
const set = (office: Office, name: string, value: string, why = '试') =>
  run(office, 'office-set', { name, value, why });
const settingOf = async (office: Office, wanted: string) =>
  (await run<SettingAnswer[]>(office, 'office-settings')).find(({ name }) => name === wanted);

describe('what an office has set for itself', () => {
  it('is as usual until it is set, and then an act with its history', async () => {
    await using(async (office) => {
      expect((await run<SettingAnswer[]>(office, 'office-settings')).map(({ name, value }) => [name, value])).toEqual([
        ['time-zone', 'Asia/Shanghai'],
        ['granting-office', 'CN'],
        ['mail-from', ''],
        ['mail-every', 'off'],
      ]);
      await set(office, 'time-zone', 'Asia/Urumqi', '本局按当地时间办公');
      await set(office, 'time-zone', 'Asia/Kashgar', '喀什').catch(() => {});
      await set(office, 'granting-office', 'us');
    });
    await using(async (office) => {
      expect(await settingOf(office, 'time-zone')).toMatchObject({
        value: 'Asia/Urumqi',
        edits: [
          { value: 'Asia/Urumqi', why: '本局按当地时间办公', person: 'local:test', time: '2023-11-15T02:00:00.000Z' },
        ],
      });
      expect(await run<OfficeAnswer>(office, 'office')).toMatchObject({ office: 'US' });
      expect((await office.ledger.last('office:set', 'time-zone'))?.before).toEqual({ value: 'Asia/Shanghai' });
      // Its chain goes by the name it began under.
      expect(await run(office, 'audit-verify')).toMatchObject({ ok: true });
    });
  });

  it.each([
    ['time-zone', 'Asia/Urumchi', 'setting-wrong'],
    ['time-zone', '+08:00', 'setting-wrong'],
    ['time-zone', '', 'setting-wrong'],
    ['granting-office', 'CHN', 'setting-wrong'],
    ['granting-office', 'QQ', 'setting-wrong'],
    ['mail-from', 'a@b.example\r\nBcc: c@d.example', 'setting-wrong'],
    ['mail-every', '0', 'setting-wrong'],
    ['mail-every', '2000', 'setting-wrong'],
    ['timezone', 'Asia/Urumqi', 'not-found'],
  ])('refuses %s as %j', async (name, value, code) => {
    await using(async (office) => {
      const before = (await office.ledger.acts()).length;
      await expect(set(office, name, value)).rejects.toMatchObject({ code });
      await expect(set(office, 'mail-every', '5', ' ')).rejects.toMatchObject({ code: 'setting-wrong' });
      expect(await office.ledger.acts()).toHaveLength(before);
    });
  });

  it('moves every day that is reckoned, and no session', async () => {
    // 17:30 UTC is 01:30 of the next day in Shanghai and 23:30 of the same in Urumqi.
    now = new Date('2023-11-15T17:30:00Z');
    await using(async (office) => {
      const room = office.people.accounts;
      await run(office, 'org-move', { id: 'law', parent: 'national-office' }).catch(() => {});
      const person = { displayName: '李', mail: null, phone: null };
      await run(office, 'account-invite', { id: 'li', organisation: 'law', person });
      await giveRole(room, operator, {
        account: 'li',
        role: 'auditor',
        areas: 'everywhere',
        from: '2023-11-15',
        to: null,
      });
      const seen: unknown[] = [];
      for (const zone of ['Asia/Urumqi', 'Asia/Shanghai']) {
        await set(office, 'time-zone', zone);
        const [role] = await listRoles(room, 'li');
        const due = role?.due?.day;
        // A proposal of the evening counts from the day on which it was made.
        seen.push([office.today(), (await run<OfficeAnswer>(office, 'office')).today, due, room.settings.idleMinutes]);
      }
      expect(seen).toEqual([
        ['2023-11-15', '2023-11-15', '2023-11-29', 30],
        ['2023-11-16', '2023-11-16', '2023-11-29', 30],
      ]);
      await inviteAccount(room, operator, { id: 'wu', organisation: 'law', person });
      const given = { account: 'wu', role: 'auditor', areas: 'everywhere', from: '2023-11-15', to: null } as const;
      // Thursday the 16th in Shanghai: ten working days later is the 30th.
      expect((await giveRole(room, operator, given)).state).toBe('proposed');
      expect((await listRoles(room, 'wu'))[0]?.due).toEqual({ day: '2023-11-30', provisional: false });
      expect(office.dayOf('2023-12-31T16:00:00Z')).toBe('2024-01-01');
    });
  });
});
