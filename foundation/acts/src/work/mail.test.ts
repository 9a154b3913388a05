import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOutbox, type Mail, messageOf } from '../index.js';

const mail: Mail = {
  id: 'notice-7',
  from: 'office@ip.example',
  to: 'li@hubei.example',
  subject: '期限将至',
  text: '请答复。\nIt is due.',
  time: '2023-03-01T02:00:00Z',
};

describe('a letter', () => {
  it('is an Internet message in UTF-8', () => {
    expect(messageOf(mail)).toBe(
      [
        'Date: Wed, 01 Mar 2023 02:00:00 +0000',
        'From: office@ip.example',
        'To: li@hubei.example',
        'Message-ID: <notice-7@ip.example>',
        'Subject: =?utf-8?B?5pyf6ZmQ5bCG6Iez?=',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        '6K+3562U5aSN44CCDQpJdCBpcyBkdWUu',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps lines short and characters whole', () => {
    const message = messageOf({ ...mail, subject: '𠮷知识'.repeat(20), text: '字'.repeat(500) });
    expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    const words = [...message.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([word, text = '']) => {
      expect(word.length).toBeLessThanOrEqual(75);
      return Buffer.from(text, 'base64').toString('utf8');
    });
    expect(words.length).toBeGreaterThan(1);
    expect(words.join('')).toBe('𠮷知识'.repeat(20));
  });

  it('lets nobody add a header', () => {
    expect(messageOf({ ...mail, subject: 'a\r\nBcc: x@y.example' })).not.toMatch(/^Bcc/m);
    for (const to of ['a@b.example\r\nBcc: x@y.example', 'a b@c.example', 'nobody', 'a@b.example, c@d.example']) {
      expect(() => messageOf({ ...mail, to })).toThrow('the letter cannot be sent');
    }
    expect(() => messageOf({ ...mail, id: '../7' })).toThrow('the letter cannot be sent');
  });
});

describe('the outbox', () => {
  it('holds each letter whole, once, for its owner alone', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'outbox-')), 'out');
    const outbox = fileOutbox(folder);
    await outbox.send(mail);
    await outbox.send(mail);
    expect(await readdir(folder)).toEqual(['notice-7.eml']);
    expect(await readFile(join(folder, 'notice-7.eml'), 'utf8')).toBe(messageOf(mail));
    expect((await stat(join(folder, 'notice-7.eml'))).mode & 0o777).toBe(0o600);
  });
});
