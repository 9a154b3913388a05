import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import {
  type AccountRow,
  type ActsPage,
  type CalendarAnswer,
  carryOut,
  firstAdministratorLink,
  identify,
  jobsHere,
  type MyWorkAnswer,
  Office,
  type SessionAnswer,
} from '@zhiheng/office';
import { localOperator, visitor } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-people-'));
const operator = localOperator('test');
let now = new Date('2023-11-15T02:00:00Z');
let office: Office;
const tokens = new Map<string, string>();
const password = (account: string) => `${account}: four plain words here`;

beforeAll(async () => {
  office = await Office.open({
    folder: join(folder, 'data'),
    clock: { now: () => now },
    runJob: jobsHere(nodeDisk),
  });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const asOperator = async <Answer>(name: string, input: object = {}) =>
  (await carryOut(name, input, { office, actor: operator, onProgress: () => {} })).json as Answer;

/** Carries out a command as an account that has signed in. */
async function as<Answer>(account: string, name: string, input: object = {}): Promise<Answer> {
  const token = tokens.get(account) ?? '';
  const surface = { kind: 'page', address: '127.0.0.1' } as const;
  const identified = await identify(office, { kind: 'session', token }, surface);
  return (await carryOut(name, input, { office, ...identified, onProgress: () => {} })).json as Answer;
}

const asVisitor = async <Answer>(name: string, input: object) =>
  (await carryOut(name, input, { office, actor: visitor('127.0.0.1'), onProgress: () => {} })).json as Answer;

/** Uses a one-time link and signs in. */
async function enter(account: string, token: string): Promise<void> {
  expect(await asVisitor('link-use', { token, password: password(account) })).toEqual({ account });
  const signed = await asVisitor<{ token: string }>('sign-in', { name: account, password: password(account) });
  tokens.set(account, signed.token);
}

/** Invites, gives a role and enters; a role that needs two waits for the named one. */
async function enrol(by: string, account: string, organisation: string, role: string, areas: 'everywhere' | string[]) {
  const person = { displayName: `${account}先生`, mail: null, phone: null };
  const { token } = await as<{ token: string }>(by, 'account-invite', { id: account, organisation, person });
  await enter(account, token);
  return as<{ id: string; state: string }>(by, 'role-give', { account, role, areas, from: '2023-11-01', to: null });
}

const refused = (code: string) => expect.objectContaining({ code });

describe('people of an office, from the first start on', () => {
  it('the operator invites the first administrator, and from then on accounts are on', async () => {
    expect(await office.hasAccounts()).toBe(false);
    const lost = await firstAdministratorLink(office, operator);
    const link = await firstAdministratorLink(office, operator);
    expect(link?.account).toBe('administrator');
    await expect(asVisitor('link-use', { token: lost?.token, password: password('x') })).rejects.toEqual(
      refused('link-wrong'),
    );
    await enter('administrator', link?.token ?? '');
    expect(await office.hasAccounts()).toBe(true);
    expect(await firstAdministratorLink(office, operator)).toBeNull();
    const session = await as<SessionAnswer>('administrator', 'session');
    expect(session).toMatchObject({ kind: 'account', roles: ['administrator'], displayName: '系统管理员' });
    expect(session.mayDo).toContain('accounts:invite');
    expect(session.mayDo).not.toContain('records:export');
  });

  it('a visitor is told to sign in, an account without the right that it lacks it', async () => {
    await expect(asVisitor('account-list', {})).rejects.toEqual(refused('sign-in-needed'));
    await expect(as('administrator', 'compute', {})).rejects.toEqual(refused('not-allowed'));
    await expect(asVisitor('sign-in', { name: 'administrator', password: 'wrong' })).rejects.toEqual(
      refused('sign-in-refused'),
    );
  });

  it('a region account sees its own organisation, its own acts, and nobody else’s', async () => {
    expect(await enrol('administrator', 'gd', 'guangdong', 'region', ['440000'])).toMatchObject({ state: 'granted' });
    await enrol('administrator', 'zj', 'zhejiang', 'region', ['330000']);
    const session = await as<SessionAnswer>('gd', 'session');
    expect(session).toMatchObject({ areas: ['440000'], organisation: { id: 'guangdong' } });
    const accounts = await as<AccountRow[]>('gd', 'account-list');
    expect(accounts.map(({ id }) => id)).toEqual(['gd']);
    await expect(as('gd', 'account-list', { organisation: 'zhejiang' })).rejects.toEqual(refused('not-allowed'));
    await expect(as('gd', 'audit-list')).rejects.toEqual(refused('not-allowed'));
    await expect(as('gd', 'audit-list', { person: 'account:zj' })).rejects.toEqual(refused('not-allowed'));
    const own = await as<ActsPage>('gd', 'audit-list', { person: 'account:gd' });
    expect(own.acts.map(({ kind }) => kind)).toEqual(['sign-in', 'account-accepted']);
    await expect(as('gd', 'account-leave', { account: 'zj' })).rejects.toEqual(refused('not-allowed'));
    await expect(as('gd', 'key-revoke', { account: 'zj', prefix: '0' })).rejects.toEqual(refused('not-allowed'));
  });

  it('looking at names is written down; one’s own is not', async () => {
    const before = (await as<ActsPage>('administrator', 'audit-list', { reads: true })).acts.length;
    const named = await as<AccountRow[]>('administrator', 'account-list', { organisation: 'guangdong', names: true });
    expect(named).toMatchObject([{ id: 'gd', personal: { displayName: 'gd先生' } }]);
    const reads = (await as<ActsPage>('administrator', 'audit-list', { reads: true })).acts;
    expect(reads.length).toBe(before + 1);
    expect(reads[0]).toMatchObject({ kind: 'persons-read', person: 'account:administrator', after: ['gd'] });
    expect(JSON.stringify(await asOperator('audit-list', { limit: 1000 }))).not.toContain('先生');
  });

  it('a decider is proposed by one and confirmed by another, of whom the operator is none', async () => {
    const grant = await enrol('administrator', 'de', 'protection', 'decider', 'everywhere');
    expect(grant.state).toBe('proposed');
    await expect(as('administrator', 'role-confirm', { grant: grant.id })).rejects.toEqual(refused('not-allowed'));
    await expect(asOperator('role-confirm', { grant: grant.id })).rejects.toEqual(refused('not-allowed'));
    expect((await as<MyWorkAnswer>('administrator', 'my-work')).proposals).toEqual([]);
    // The operator proposes the second administrator, the first one confirms.
    const person = { displayName: '第二位', mail: null, phone: null };
    const invited = { id: 'second', organisation: 'general-office', person };
    await enter('second', (await asOperator<{ token: string }>('account-invite', invited)).token);
    const given = { account: 'second', role: 'administrator', areas: 'everywhere', from: '2023-11-01', to: null };
    const other = await asOperator<{ id: string }>('role-give', given);
    const work = await as<MyWorkAnswer>('administrator', 'my-work');
    // 15 November 2023 is a Wednesday, and no day off lies in the fortnight behind it.
    const due = { day: '2023-11-29', provisional: false };
    expect(work.proposals).toMatchObject([{ id: other.id, due }]);
    expect(work.items).toMatchObject([
      {
        kind: 'role-grant',
        instance: other.id,
        acts: [{ act: 'confirm' }],
        due,
        light: 'on-time',
        facts: { account: 'second' },
      },
    ]);
    await as('administrator', 'role-confirm', { grant: other.id });
    expect((await as<MyWorkAnswer>('second', 'my-work')).notices).toMatchObject([{ words: 'notice.role-granted' }]);
    expect((await as<MyWorkAnswer>('second', 'my-work')).proposals).toMatchObject([{ id: grant.id }]);
    expect(await as('second', 'role-confirm', { grant: grant.id })).toMatchObject({ state: 'granted' });
    await expect(as('second', 'role-confirm', { grant: grant.id })).rejects.toEqual(refused('decided-already'));
    expect((await as<SessionAnswer>('de', 'session')).roles).toEqual(['decider']);
  });

  it('a new link for an account with a password takes two administrators, and its owner is told', async () => {
    const renewed = await as<{ renewal: string }>('administrator', 'account-link', { account: 'de' });
    expect(renewed).not.toHaveProperty('token');
    await expect(as('administrator', 'link-confirm', renewed)).rejects.toEqual(refused('not-allowed'));
    await expect(asOperator('link-confirm', renewed)).rejects.toEqual(refused('not-allowed'));
    expect((await as<MyWorkAnswer>('administrator', 'my-work')).renewals).toEqual([]);
    const { renewals, items } = await as<MyWorkAnswer>('second', 'my-work');
    expect(renewals).toMatchObject([{ account: 'de', renewal: renewed.renewal, askedBy: 'account:administrator' }]);
    expect(items).toMatchObject([{ kind: 'link-renewal', due: { day: '2023-11-20', provisional: false } }]);
    expect((await as<SessionAnswer>('second', 'session')).waiting).toBeGreaterThan(0);
    const made = await as<{ token: string }>('second', 'link-confirm', { renewal: renewed.renewal });
    await expect(as('de', 'session')).rejects.toEqual(refused('sign-in-needed'));
    await enter('de', made.token);
    const told = (await as<MyWorkAnswer>('de', 'my-work')).notices.map(({ words, args }) => [words, args.by]);
    expect(told).toContainEqual(['notice.link-asked', 'account:administrator']);
    expect(told).toContainEqual(['notice.link-made', 'account:second']);
  });

  it('somebody acts in the place of an absent colleague, with that one’s roles and both names', async () => {
    await enrol('administrator', 'st', 'planning', 'statistician', 'everywhere');
    await enrol('administrator', 'pl', 'planning', 'planner', 'everywhere');
    await expect(as('pl', 'release-create', { name: 'r1' })).rejects.toEqual(refused('not-allowed'));
    const days = { from: '2023-11-10', to: '2023-11-20' };
    await as('st', 'delegation-give', { receiver: 'pl', roles: ['statistician'], ...days });
    expect((await as<SessionAnswer>('pl', 'session')).standsInFor).toEqual(['st']);
    await as('pl', 'act-for', { account: 'st' });
    await expect(as('pl', 'release-create', { name: 'r1' })).rejects.toEqual(refused('nothing-loaded'));
    await as('pl', 'calendar-show', { year: 2023 });
    now = new Date('2023-11-21T02:00:00Z');
    tokens.set('pl', (await asVisitor<{ token: string }>('sign-in', { name: 'pl', password: password('pl') })).token);
    await expect(as('pl', 'act-for', { account: 'st' })).rejects.toEqual(refused('delegation-wrong'));
  });

  it('working days are counted by the published calendar, and what is set stands over it', async () => {
    // 01-20 is the first; 01-21 to 01-27 are off; Saturday 01-28 and Sunday 01-29 are worked; then 01-30 and 01-31.
    const five = { from: '2023-01-19', workingDays: 5 };
    expect(await asOperator('deadline', five)).toEqual({ from: '2023-01-19', day: '2023-01-31', provisional: false });
    const day = { date: '2023-01-30', kind: 'holiday', name: '停电', source: '本局通知', why: '大楼停电' };
    tokens.set(
      'administrator',
      (await asVisitor<{ token: string }>('sign-in', { name: 'administrator', password: password('administrator') }))
        .token,
    );
    await as('administrator', 'calendar-set', day);
    expect(await asOperator('deadline', five)).toMatchObject({ day: '2023-02-01' });
    expect((await asOperator<CalendarAnswer>('calendar-show', { year: 2023 })).edits).toMatchObject([
      { date: '2023-01-30', why: '大楼停电', person: 'account:administrator' },
    ]);
    expect(await asOperator('deadline', { from: '2026-12-30', workingDays: 5 })).toMatchObject({ provisional: true });
  });

  it('the chain of all this is whole, and an anchor outside of the folder holds it', async () => {
    const verified = await asOperator<{ ok: boolean; acts: number }>('audit-verify');
    expect(verified).toMatchObject({ ok: true, anchorFile: null });
    expect(verified.acts).toBeGreaterThan(30);
    const anchored = await asOperator<{ number: number; file: string }>('audit-anchor');
    expect(anchored).toMatchObject({ number: verified.acts, file: `${join(folder, 'data')}.anchors.jsonl` });
    expect(readFileSync(anchored.file, 'utf8').trim().split('\n')).toHaveLength(1);
    expect(await asOperator('audit-verify')).toMatchObject({ ok: true, anchors: 1 });
  });

  it('who leaves can do nothing any more, and can be erased', async () => {
    await as('administrator', 'account-leave', { account: 'zj' });
    await expect(as('zj', 'session')).rejects.toEqual(refused('sign-in-needed'));
    await expect(as('administrator', 'account-erase', { account: 'gd' })).rejects.toEqual(refused('account-state'));
    await as('administrator', 'account-erase', { account: 'zj' });
    const rows = await as<AccountRow[]>('administrator', 'account-list', { organisation: 'zhejiang', names: true });
    expect(rows).toMatchObject([{ id: 'zj', state: 'left', personal: null }]);
    expect(await asOperator('audit-verify')).toMatchObject({ ok: true });
  });
});
