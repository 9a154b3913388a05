import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { usualLimits } from '../src/request-limits.js';
import { demandRules } from '../src/route-rules.js';
import { type OfficeServer, officeServer, own } from './office-server.js';
import { password, StaffedOffice } from './staffed-office.js';

const others: OfficeServer[] = [];
afterEach(async () => {
  for (const one of others.splice(0)) await one.remove();
});
async function limited(limits: Partial<typeof usualLimits>): Promise<OfficeServer> {
  const one = await officeServer(1000, { ...usualLimits, ...limits });
  others.push(one);
  return one;
}

describe('a route', () => {
  it('without a rule cannot be registered', () => {
    const server = Fastify();
    demandRules(server);
    const handler = () => 'open';
    expect(() => server.get('/api/open', handler)).toThrow('GET /api/open states no permission');
    expect(() => server.get('/api/none', { config: { command: [] } }, handler)).toThrow('states no permission');
    server.get('/api/guarded', { config: { permission: 'health:read' } }, handler);
    server.delete('/api/areas', { config: { command: ['areas', 'loads'] } }, handler);
    expect(server.routeRules).toEqual([
      { method: 'GET', url: '/api/guarded', permissions: ['health:read'] },
      { method: 'HEAD', url: '/api/guarded', permissions: ['health:read'] },
      { method: 'DELETE', url: '/api/areas', permissions: ['areas:read', 'loads:read'] },
    ]);
  });
});

describe('limits of requests', () => {
  const ask = (server: FastifyInstance, remoteAddress: string, url = '/api/health') =>
    server.inject({ url, headers: { host: own.host }, remoteAddress });

  it('hold for an address, also where nothing is, and say when to come back', async () => {
    const { server } = await limited({ all: 3 });
    for (const _ of [1, 2, 3]) expect((await ask(server, '10.0.0.1')).statusCode).toBe(200);
    const response = await ask(server, '10.0.0.1');
    expect(response.statusCode).toBe(429);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'requests-too-many', status: 429 });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ask(server, '10.0.0.2')).statusCode).toBe(200);
    for (const _ of [1, 2, 3]) expect((await ask(server, '10.0.0.3', '/nowhere')).statusCode).toBe(404);
    expect((await ask(server, '10.0.0.3', '/nowhere')).statusCode).toBe(429);
  });

  it('are stricter where passwords and links are tried', async () => {
    const { server } = await limited({ signingIn: 2 });
    for (const [url, payload] of [
      ['/api/session', { name: 'nobody', password: 'x' }],
      ['/api/links', { token: 'x', password: 'x' }],
    ] as const) {
      const statuses: number[] = [];
      for (const _ of [1, 2, 3]) {
        statuses.push((await server.inject({ method: 'POST', url, headers: own, payload })).statusCode);
      }
      expect(statuses.slice(0, 2)).not.toContain(429);
      expect(statuses[2]).toBe(429);
    }
    expect((await ask(server, '127.0.0.1')).statusCode).toBe(200);
  });

  it('hold for the size of a body on each route', async () => {
    const { server } = await limited({});
    const post = (url: string, bytes: number) =>
      server.inject({ method: 'POST', url, headers: own, payload: { name: 'x'.repeat(bytes), password: 'x' } });
    for (const [url, bytes] of [
      ['/api/session', 1_100_000],
      ['/api/releases', 1_100_000],
      ['/api/loads', 1_100_000],
      ['/api/quarantine/none/fix', 26_000_000],
    ] as const) {
      const response = await post(url, bytes);
      expect([url, response.statusCode, response.json<{ code: string }>().code]).toEqual([url, 413, 'body-too-large']);
    }
    expect((await post('/api/session', 2000)).json()).toMatchObject({ code: 'usage', status: 400 });
  });

  it.each([
    ['/api/session', 'application/json', '{"name":'],
    ['/api/uploads?name=a.csv', 'application/octet-stream', 'n,k\n'],
  ])('close the connection of a body that stays away: %s', async (url, type, begun) => {
    const { server, office } = await limited({ bodyMilliseconds: 100 });
    const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1');
    const head = [`POST ${url} HTTP/1.1`, `host: ${own.host}`, `origin: ${own.origin}`, 'x-zhiheng: 1'];
    socket.write([...head, `content-type: ${type}`, 'content-length: 1000', '', begun].join('\r\n'));
    let told = '';
    socket.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
    });
    await new Promise((closed) => socket.once('close', closed));
    if (told !== '') expect(told).toMatch(/^HTTP\/1.1 408 /);
    expect((await office.ledger.acts()).filter(({ kind }) => kind === 'load')).toEqual([]);
  });
});

describe('an answer', () => {
  const staffed = new StaffedOffice();
  beforeAll(async () => {
    await staffed.open();
  });
  afterAll(() => staffed.remove());

  it('of the interface is kept by nobody, and no answer may be framed', async () => {
    for (const url of ['/api/health', '/api/own-account', '/api/nowhere', '/api/records.csv']) {
      const { headers } = await staffed.ask('region', { method: 'GET', url });
      expect(headers['cache-control'], url).toBe('no-store');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['strict-transport-security']).toBeUndefined();
    }
    const page = await staffed.ask('public', { method: 'GET', url: '/zh-Hans/overview' });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const asset = await staffed.ask('public', { method: 'GET', url: '/assets/a.js' });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('that is a fault of our own says nothing of its inside', async () => {
    const { ledger } = staffed.office;
    const page = ledger.page.bind(ledger);
    ledger.page = () => Promise.reject(new Error(`SELECT secret FROM ${staffed.path}`));
    const response = await staffed.ask('auditor', { method: 'GET', url: '/api/acts' });
    ledger.page = page;
    expect([response.statusCode, response.json()]).toMatchObject([
      500,
      { code: 'own-fault', found: null, place: null },
    ]);
    expect(response.body).not.toMatch(/SELECT|secret|\/tmp|at /);
    const line = staffed.log.find((text) => text.includes('"level":50')) ?? '';
    expect(line).not.toMatch(/SELECT|secret/);
    expect(line).toContain('hardening.test');
  });

  it.each(['/api/%zz', '/%zz', '/api/session?x=%zz'])(
    'to an address that is none is a problem, too: %s',
    async (url) => {
      const response = await staffed.ask('public', { method: 'GET', url });
      if (response.statusCode === 200) return;
      expect([response.statusCode, response.json()]).toMatchObject([400, { code: 'usage' }]);
    },
  );

  it('names no folder of the server', async () => {
    const query = `/api/accounts/${'x'.repeat(90)}/link`;
    const response = await staffed.ask('administrator', { method: 'POST', url: query });
    expect(response.body).not.toContain(staffed.path);
    const anchored = await staffed.ask('planner', { method: 'POST', url: '/api/acts/anchor' });
    expect(anchored.statusCode).toBe(403);
  });
});

describe('the operational log', () => {
  const staffed = new StaffedOffice();
  beforeAll(async () => {
    await staffed.open();
  });
  afterAll(() => staffed.remove());

  it('holds method, pattern, status and time of each request, and nobody', async () => {
    staffed.log.length = 0;
    const token = await staffed.signIn('region');
    const { key } = await staffed.send<{ key: string }>('region', 'POST', '/api/keys', {
      ...{ label: 'label of a key', permissions: ['office:read'] },
      expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    });
    await staffed.ask(`Bearer ${key}`, { method: 'GET', url: '/api/office' });
    await staffed.ask('auditor', { method: 'GET', url: '/api/acts?person=account:region' });
    await staffed.ask('public', { method: 'POST', url: '/api/links', payload: { token: 'zhl_none', password } });
    await staffed.ask('public', { method: 'GET', url: '/nowhere/region?secret=1' });
    await staffed.ask('region', { method: 'DELETE', url: '/api/keys/region-key' });
    const lines = staffed.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /api/session 200',
      'POST /api/keys 201',
      'GET /api/office 200',
      'GET /api/acts 200',
      'POST /api/links 400',
      'GET /* 200',
      'DELETE /api/keys/:prefix 404',
    ]);
    for (const line of lines) {
      expect(Object.keys(line).sort()).toEqual(
        ['level', 'method', 'milliseconds', 'msg', 'reqId', 'route', 'status', 'time'].sort(),
      );
    }
    const text = staffed.log.join('');
    for (const word of [token, key, password, 'region', 'auditor', '127.0.0.1', 'zhl_', 'zhs_', 'zhk_', 'secret']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('a changing request', () => {
  const staffed = new StaffedOffice();
  beforeAll(async () => {
    await staffed.open();
  });
  afterAll(() => staffed.remove());

  it('needs no page where it shows an API key, and gains nothing from a cookie beside it', async () => {
    const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const wanted = { label: 'script', permissions: ['releases:create'], expiresOn };
    const { key } = await staffed.send<{ key: string }>('statistician', 'POST', '/api/keys', wanted);
    const payload = { name: 'no name!' };
    const create = (headers: Record<string, string>) =>
      staffed.server.inject({ method: 'POST', url: '/api/releases', headers: { host: own.host, ...headers }, payload });
    expect((await create({ authorization: `Bearer ${key}` })).json()).toMatchObject({ code: 'name-wrong' });
    const cookie = `zhiheng_session=${staffed.tokens.get('statistician')}`;
    expect((await create({ cookie })).json()).toMatchObject({ code: 'not-allowed', place: { field: 'Origin' } });
    const wrong = await create({ cookie, authorization: 'Bearer zhk_none' });
    expect([wrong.statusCode, wrong.json()]).toMatchObject([401, { code: 'sign-in-needed' }]);
    expect((await create({ cookie, authorization: 'Basic abc' })).statusCode).toBe(403);
    await staffed.send('statistician', 'DELETE', `/api/keys/${key.split('_')[1]}`);
    expect((await create({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
  });
});

describe('signing in', () => {
  const staffed = new StaffedOffice();
  beforeAll(async () => {
    await staffed.open();
  });
  afterAll(() => staffed.remove());

  it('that is tried too often waits, and says how long', async () => {
    const wrong = () =>
      staffed.ask('public', { method: 'POST', url: '/api/session', payload: { name: 'planner', password: 'no' } });
    const codes: string[] = [];
    for (let at = 0; at < 6; at += 1) codes.push((await wrong()).json<{ code: string }>().code);
    expect(codes).toEqual([...Array<string>(5).fill('sign-in-refused'), 'sign-in-throttled']);
    const response = await wrong();
    expect(response.statusCode).toBe(429);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(15 * 60);
  });

  it('makes cookies that no script reads and no other page sends', async () => {
    const payload = { name: 'region', password };
    const response = await staffed.ask('public', { method: 'POST', url: '/api/session', payload });
    const told = response.json<{ account: string; endsAt: string }>();
    expect(Object.keys(told).sort()).toEqual(['account', 'endsAt']);
    expect(String(response.headers['set-cookie'])).toMatch(
      /^zhiheng_session=zhs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('in an absent colleague’s place and out again', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const to = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const given = { receiver: 'reviewer', roles: ['planner'], from: today, to };
    await staffed.send('planner', 'POST', '/api/delegations', given);
    const put = (account: string | null) => staffed.send('reviewer', 'PUT', '/api/session/acting-for', { account });
    await put('planner');
    const standing = await staffed.get<object>('reviewer', '/api/session');
    expect(standing).toMatchObject({ account: 'reviewer', onBehalfOf: 'planner', roles: ['planner'] });
    await put(null);
    expect(await staffed.get('reviewer', '/api/session')).toMatchObject({ onBehalfOf: null, roles: ['reviewer'] });
    await put('planner');
    // Whoever stands in may always leave.
    await staffed.send('reviewer', 'DELETE', '/api/session');
    expect(await staffed.get('reviewer', '/api/session')).toMatchObject({ kind: 'visitor' });
  });
});
