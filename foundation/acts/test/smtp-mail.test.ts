import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, MailFailure, messageOf, smtpMail, smtpPlace } from '../src/index.js';

const mail: Mail = {
  ...{ id: 'notice-7-0', from: 'office@ip.example', to: 'li@hubei.example', subject: '期限将至' },
  ...{ text: '请答复。', time: '2023-03-01T02:00:00Z' },
};

interface Taken {
  readonly from: string;
  readonly to: string[];
  readonly text: string;
  readonly secure: boolean;
  readonly user: string | null;
}

let tls = { cert: '', key: '' };
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  tls = { cert: made.cert, key: made.private };
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A mail server on this machine that knows one user and one recipient. */
async function server(options: object = {}): Promise<{ readonly port: number; readonly taken: Taken[] }> {
  const taken: Taken[] = [];
  const smtp = new SMTPServer({
    ...{ cert: tls.cert, key: tls.key, logger: false },
    onAuth: ({ username, password }, _session, done) =>
      username === 'office' && password === 'p@ss word'
        ? done(null, { user: username })
        : done(new Error('who is li@hubei.example?')),
    onRcptTo: ({ address }, _session, done) =>
      address === 'li@hubei.example'
        ? done()
        : done(Object.assign(new Error(`no ${address} here`), { responseCode: 550 })),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
        });
        done();
      });
    },
    ...options,
  });
  // Clients that hang up in the middle of it are not the server’s fault.
  smtp.on('error', () => {});
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  closing.push(() => new Promise((done) => smtp.close(() => done())));
  return { port: (smtp.server.address() as AddressInfo).port, taken };
}

const failure = async (sent: Promise<void>): Promise<string> => {
  const error = await sent.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MailFailure)) throw new Error(`not a failure of a letter: ${String(error)}`);
  expect(`${error.message} ${error.stack}`).not.toContain('hubei');
  return error.code;
};

const user = 'office:p%40ss%20word@';

describe('a mail server', () => {
  it.each([
    ['from the first byte', 'smtps', { secure: true }],
    ['after STARTTLS', 'smtp', {}],
  ])('takes a letter over TLS %s, from a user that it knows', async (_, scheme, options) => {
    const { port, taken } = await server(options);
    await smtpMail(smtpPlace(`${scheme}://${user}localhost:${port}`, tls.cert)).send(mail);
    expect(taken).toEqual([{ from: mail.from, to: [mail.to], text: messageOf(mail), secure: true, user: 'office' }]);
  });

  it('gets nothing where TLS is not offered, or its certificate is not trusted', async () => {
    const plain = await server({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'], authOptional: true });
    expect(await failure(smtpMail(smtpPlace(`smtp://localhost:${plain.port}`)).send(mail))).toMatch(/^E/);
    const unknown = await server({ secure: true, authOptional: true });
    expect(await failure(smtpMail(smtpPlace(`smtps://localhost:${unknown.port}`)).send(mail))).toMatch(/^E/);
    expect([plain.taken, unknown.taken]).toEqual([[], []]);
    await smtpMail(smtpPlace(`smtp://localhost:${plain.port}?tls=none`)).send(mail);
    expect(plain.taken).toMatchObject([{ secure: false, user: null }]);
  });

  it('refuses with a code alone: never the words, which repeat addresses', async () => {
    const { port, taken } = await server({ authOptional: true });
    const to = (name: string) => smtpMail(smtpPlace(`smtp://${name}localhost:${port}`, tls.cert));
    expect(await failure(to(user).send({ ...mail, to: 'wu@hubei.example' }))).toBe('EENVELOPE 550');
    expect(await failure(to('office:wrong@').send(mail))).toBe('EAUTH 535');
    await expect(to(user).send({ ...mail, to: 'nobody' })).rejects.toMatchObject({ code: 'mail-wrong' });
    expect(taken).toEqual([]);
  });

  it('that is not there is a failure that may pass', async () => {
    const empty = createServer();
    await new Promise<void>((ready) => empty.listen(0, '127.0.0.1', ready));
    const { port } = empty.address() as AddressInfo;
    await new Promise((done) => empty.close(done));
    expect(await failure(smtpMail(smtpPlace(`smtp://localhost:${port}?tls=none`)).send(mail))).toMatch(
      /^ECONN|^ESOCKET/,
    );
  });

  it.each([
    'localhost:25',
    'http://mail.example',
    'smtp://',
    // A password or an address of somebody would go over the line in the open.
    'smtp://mail.example?tls=none',
    'smtps://localhost?tls=none',
  ])('is not stated by %s', (address) => {
    expect(() => smtpPlace(address)).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('has the usual ports', () => {
    expect(smtpPlace('smtps://mail.example')).toMatchObject({ port: 465, tls: 'begin', user: null });
    expect(smtpPlace('smtp://a%40b:c@mail.example')).toMatchObject({
      port: 587,
      tls: 'upgrade',
      user: 'a@b',
      password: 'c',
    });
  });
});
