import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inviteAccount, useLink } from '@zhiheng/accounts';
import { type MailAdapter, smtpMail, smtpPlace } from '@zhiheng/acts';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, jobsHere, type LettersAnswer, LetterTimer, Office } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

const operator = localOperator('test');
const surface = { kind: 'page', address: null } as const;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

let minutes = 0;
const clock = { now: () => new Date(Date.parse('2023-11-15T02:00:00Z') + minutes * 60_000) };

/** An office with two accounts, one without an address, that were each given a role: two notices. */
async function staffed(mail?: MailAdapter) {
  minutes = 0;
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-letters-'));
  closing.push(async () => rmSync(folder, { recursive: true, force: true }));
  const office = await Office.open({
    ...{ folder: join(folder, 'data'), clock, runJob: jobsHere(nodeDisk) },
    ...(mail && { mail }),
  });
  closing.push(() => office.close());
  const run = async <T>(name: string, input: object = {}) =>
    (await carryOut(name, input, { office, actor: operator, onProgress: () => {} })).json as T;
  await run('org-move', { id: 'law', parent: 'national-office' }).catch(() => {});
  for (const [id, address] of [
    ['li', 'li@hubei.example'],
    ['wu', null],
  ] as const) {
    const person = { displayName: `${id}某`, mail: address, phone: null };
    const { token } = await run<{ token: string }>('account-invite', { id, organisation: 'law', person });
    await useLink(office.people.accounts, { token, password: 'four walls and a kettle', surface });
    await run('role-give', { account: id, role: 'planner', areas: 'everywhere', from: '2023-11-15', to: null });
  }
  return { office, run, folder };
}

/** A mail server on this machine; while it is busy it takes nothing. */
async function mailServer() {
  const state = { busy: false, texts: [] as string[] };
  const smtp = new SMTPServer({
    ...{ authOptional: true, hideSTARTTLS: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_address, _session, done) =>
      state.busy ? done(Object.assign(new Error('later, li@hubei.example'), { responseCode: 451 })) : done(),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString('utf8');
      });
      stream.on('end', () => {
        state.texts.push(text);
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  closing.push(() => new Promise<void>((done) => smtp.close(() => done())));
  const { port } = smtp.server.address() as AddressInfo;
  return Object.assign(state, { adapter: smtpMail(smtpPlace(`smtp://localhost:${port}?tls=none`)) });
}

const bodyOf = (letter: string) =>
  Buffer.from(letter.slice(letter.indexOf('\r\n\r\n')).replaceAll(/\s/g, ''), 'base64').toString('utf8');

describe('notices of an office as letters', () => {
  it('go to the mail server once, in three languages; what fails is seen and tried again', async () => {
    const server = await mailServer();
    const { office, run } = await staffed(server.adapter);
    await expect(run('notices-mail')).rejects.toMatchObject({ code: 'setting-wrong' });
    await run('office-set', { name: 'mail-from', value: 'office@ip.example', why: '试' });
    server.busy = true;
    expect(await run('notices-mail')).toEqual({ sent: 0, unwanted: 1, failed: 1 });
    const standing = await run<LettersAnswer>('notices-letters');
    expect(standing).toMatchObject({
      ...{ waiting: 1, by: 'smtp', from: 'office@ip.example', every: 'off' },
      failed: [{ account: 'li', attempts: 1, fault: 'EENVELOPE 451', nextAt: '2023-11-15T02:05:00.000Z' }],
    });
    server.busy = false;
    expect(await run('notices-mail')).toEqual({ sent: 0, unwanted: 0, failed: 0 });
    minutes = 5;
    expect(await run('notices-mail')).toEqual({ sent: 1, unwanted: 0, failed: 0 });
    expect(await run('notices-mail')).toEqual({ sent: 0, unwanted: 0, failed: 0 });
    expect(server.texts).toHaveLength(1);
    expect(server.texts[0]).toContain('To: li@hubei.example');
    expect(bodyOf(server.texts[0] ?? '')).toBe(
      [
        '您被授予角色 planner，自 2023-11-15 起。',
        '您獲授予角色 planner，自 2023-11-15 起。',
        'You were given the role planner, from 2023-11-15 on.',
      ].join('\r\n\r\n'),
    );
    const told = JSON.stringify([await office.ledger.acts(), await run('notices-letters')]);
    expect(told).not.toContain('hubei.example');
  });

  it('go by themselves at the interval that the office has set, and not before it has', async () => {
    const server = await mailServer();
    const { office, run } = await staffed(server.adapter);
    const timer = new LetterTimer(office, operator);
    expect(await timer.tick()).toBe(false);
    await run('office-set', { name: 'mail-every', value: '10', why: '试' });
    expect(await timer.tick()).toBe(false);
    await run('office-set', { name: 'mail-from', value: 'office@ip.example', why: '试' });
    expect(await timer.tick()).toBe(true);
    expect(server.texts).toHaveLength(1);
    await run('role-give', { account: 'li', role: 'screener', areas: 'everywhere', from: '2023-11-15', to: null });
    minutes = 9;
    expect(await timer.tick()).toBe(false);
    minutes = 10;
    expect(await timer.tick()).toBe(true);
    expect(server.texts).toHaveLength(2);
    expect((await office.ledger.last('notice:mail'))?.surface).toBe('job');
    await run('office-set', { name: 'mail-every', value: 'off', why: '试' });
    minutes = 100;
    expect(await timer.tick()).toBe(false);
  });

  it('lie in the outbox where no mail server is stated, until their account is erased', async () => {
    const { office, run, folder } = await staffed();
    await run('office-set', { name: 'mail-from', value: 'office@ip.example', why: '试' });
    const { people } = office;
    await people.notices.of('li');
    expect(await run('notices-mail')).toEqual({ sent: 1, unwanted: 1, failed: 0 });
    const [letter = ''] = readdirSync(join(folder, 'data/outbox'));
    expect(readFileSync(join(folder, 'data/outbox', letter), 'utf8')).toContain('To: li@hubei.example');
    await run('account-leave', { account: 'li' });
    await run('account-erase', { account: 'li' });
    expect(readdirSync(join(folder, 'data/outbox'))).toEqual([]);
  });

  it('are not sent to whoever has read them, or has left', async () => {
    const server = await mailServer();
    const { office, run } = await staffed(server.adapter);
    await run('office-set', { name: 'mail-from', value: 'office@ip.example', why: '试' });
    const [notice] = await office.people.notices.of('li');
    const li = { ...operator, person: 'account:li', kind: 'account', account: 'li' } as const;
    await office.people.notices.read(notice?.id ?? '', li, clock.now().toISOString());
    const person = { displayName: '周', mail: 'zhou@hubei.example', phone: null };
    await inviteAccount(office.people.accounts, operator, { id: 'zhou', organisation: 'law', person });
    await run('role-give', { account: 'zhou', role: 'planner', areas: 'everywhere', from: '2023-11-15', to: null });
    await run('account-leave', { account: 'zhou' });
    expect(await run('notices-mail')).toEqual({ sent: 0, unwanted: 3, failed: 0 });
    expect(server.texts).toEqual([]);
  });
});
