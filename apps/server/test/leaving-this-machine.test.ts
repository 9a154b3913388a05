import { localOperator } from '@zhiheng/vocabulary';
import { generate } from 'selfsigned';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildServer, type StartOptions } from '../src/index.js';
import { askOver, password, ServedOffice } from './served-office.js';

let tls: { cert: string; key: string };
let other: { cert: string; key: string };
beforeAll(async () => {
  [tls, other] = (await Promise.all([certificate(), certificate()])) as [typeof tls, typeof tls];
});

async function certificate(): Promise<{ cert: string; key: string }> {
  const made = await generate([{ name: 'commonName', value: 'office.example' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'office.example' }] }],
  });
  return { cert: made.cert, key: made.private };
}

const opened: ServedOffice[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove();
});
async function office({ accounts }: { readonly accounts: boolean }): Promise<ServedOffice> {
  const one = await new ServedOffice().open();
  opened.push(one);
  if (accounts) await one.settle();
  return one;
}

const proxy = { origin: 'https://office.example', addresses: [] };
const refused = (field: string, expected: unknown) => ({
  code: 'not-allowed',
  detail: { place: { field }, expected: expect.stringContaining(expected as string) as unknown },
});

describe('a server beyond this machine', () => {
  it.each<[string, boolean, () => Partial<StartOptions>, string]>([
    ['with accounts in the open', true, () => ({ host: '0.0.0.0' }), '--tls-cert'],
    ['without accounts in the open', false, () => ({ host: '0.0.0.0' }), '--tls-cert'],
    ['without accounts over TLS', false, () => ({ host: '0.0.0.0', tls }), 'accounts'],
    ['without accounts behind a proxy', false, () => ({ host: '0.0.0.0', proxy }), 'accounts'],
    ['without accounts behind a proxy on this machine', false, () => ({ proxy }), 'accounts'],
  ])('%s is refused', async (_, accounts, options, expected) => {
    const one = await office({ accounts });
    await expect(one.start(options())).rejects.toMatchObject(refused('host', expected));
  });

  it.each([
    ['http://office.example', []],
    ['https://office.example/path', []],
    ['office.example', []],
    ['https://office.example', ['10.0.0.0/33']],
    ['https://office.example', ['proxy.example']],
    ['https://office.example', ['10.0.0.1/']],
  ])('behind what is no proxy is refused: %s %j', async (origin, addresses) => {
    const one = await office({ accounts: true });
    await expect(one.start({ proxy: { origin, addresses } })).rejects.toMatchObject({ code: 'proxy-wrong' });
  });

  it('with another certificate’s key is refused', async () => {
    const one = await office({ accounts: true });
    const mixed = { cert: tls.cert, key: other.key };
    await expect(one.start({ tls: mixed })).rejects.toMatchObject({ code: 'certificate-wrong' });
  });
});

describe('over TLS of its own', () => {
  it('serves the names of the certificate, with secure cookies, to requests of its own pages', async () => {
    const one = await office({ accounts: true });
    const running = await one.start({ host: '0.0.0.0', tls });
    const { port } = one;
    expect(running.address).toBe(`https://office.example:${port}`);
    const host = `office.example:${port}`;
    const ask = (headers: Record<string, string>, more: object = {}) =>
      askOver({ path: '/api/session', port, ca: tls.cert, headers: { host, ...headers }, ...more });

    const health = await ask({}, { path: '/api/health' });
    expect([health.status, health.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    expect((await ask({ host: 'elsewhere.example' })).status).toBe(403);

    const signingIn = { method: 'POST', body: JSON.stringify({ name: 'administrator', password }) };
    const json = { 'content-type': 'application/json' };
    const from = (origin: string) => ({ origin, 'x-zhiheng': '1', ...json });
    expect((await ask(from(`http://${host}`), signingIn)).status).toBe(403);
    expect((await ask(json, signingIn)).status).toBe(403);
    const signedIn = await ask(from(`https://${host}`), signingIn);
    expect(signedIn.status).toBe(200);
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-zhiheng_session=zhs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const [pair = ''] = cookie.split(';');
    const token = pair.slice(pair.indexOf('=') + 1);
    expect(signedIn.body + one.log.join('')).not.toContain(token);
    expect((await ask({ cookie: pair })).body).toContain('account:administrator');
    // The unprotected name, which another page of this host could have set, does not count.
    expect((await ask({ cookie: `zhiheng_session=${token}` })).body).toContain('visitor');
    const out = await ask({ cookie: pair, origin: `https://${host}`, 'x-zhiheng': '1' }, { method: 'DELETE' });
    expect(out.status).toBe(200);
    expect(out.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-zhiheng_session=; .*Secure; Max-Age=0$/),
    ]);
    expect((await ask({ cookie: pair })).body).toContain('visitor');
  });
});

describe('behind a proxy', () => {
  it('answers its public name only, and believes the proxy who asks', async () => {
    const one = await office({ accounts: true });
    const running = await one.start({ proxy });
    expect(running.address).toBe('https://office.example');
    const { port } = one;
    const headers = {
      host: 'office.example',
      origin: proxy.origin,
      'x-zhiheng': '1',
      'content-type': 'application/json',
    };
    const signIn = (more: Record<string, string>, path = '/api/session') =>
      askOver({
        ...{ method: 'POST', path, port, headers: { ...headers, ...more } },
        body: JSON.stringify({ name: 'administrator', password }),
      });
    for (const [name, value] of [
      ['host', `127.0.0.1:${port}`],
      ['host', 'office.example:8080'],
      ['origin', 'http://office.example'],
    ] as const) {
      expect((await signIn({ [name]: value })).status).toBe(403);
    }
    const signedIn = await signIn({ 'x-forwarded-for': '203.0.113.9, 198.51.100.7' });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/^__Host-.*; Secure$/);
    // The newest entry was written by the proxy; what stands before it, anyone may have written.
    const acts = await one.office.ledger.page({ limit: 1, kind: 'sign-in' });
    expect(acts.map(({ surface }) => surface)).toEqual(['page 198.51.100.7']);
  });

  it('lets nobody else connect, and believes no chain beyond the machines it was told', async () => {
    const one = await office({ accounts: true });
    const server = await buildServer({
      ...{ office: one.office, operator: localOperator('test', 'page'), host: '0.0.0.0', log: null },
      webFolder: '/no-pages',
      proxy: { ...proxy, addresses: ['10.1.0.0/16'] },
    });
    const signIn = (remoteAddress: string) =>
      server.inject({
        ...{ method: 'POST', url: '/api/session', remoteAddress, payload: { name: 'administrator', password } },
        headers: {
          host: 'office.example',
          origin: proxy.origin,
          'x-zhiheng': '1',
          'x-forwarded-for': '8.8.8.8, 203.0.113.9, 10.1.2.3',
        },
      });
    for (const stranger of ['203.0.113.5', '10.2.0.1', '::ffff:8.8.8.8']) {
      const response = await signIn(stranger);
      expect([response.statusCode, response.json()]).toMatchObject([403, { place: { field: 'address' } }]);
    }
    expect((await signIn('10.1.7.7')).statusCode).toBe(200);
    const [act] = await one.office.ledger.page({ limit: 1, kind: 'sign-in' });
    expect(act?.surface).toBe('page 203.0.113.9');
    await server.close();
  });
});
