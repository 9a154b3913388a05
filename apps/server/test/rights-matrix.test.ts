import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedRoute } from './asked-route.js';
import { askedRoutes, writtenOut } from './asked-routes.js';
import { allows } from './policy-read-plainly.js';
import { personOf, StaffedOffice, staffRoles } from './staffed-office.js';

const askers = [...staffRoles, 'public'];
const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

interface Seen {
  readonly refused: boolean;
  readonly status: number;
  readonly body: string;
}

async function ask(who: string, route: string, { url, body }: AskedRoute): Promise<Seen> {
  const [method, pattern = ''] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const plain = typeof body === 'string';
  const response = await staffed.ask(who, {
    method,
    url: url ?? pattern,
    ...(body !== undefined && { payload: body }),
    ...(plain && { headers: { 'content-type': 'application/octet-stream' } }),
    // Events never end by themselves.
    payloadAsStream: pattern.endsWith('/events'),
  });
  if (pattern.endsWith('/events')) {
    response.stream().destroy();
    return { refused: response.statusCode !== 200, status: response.statusCode, body: '' };
  }
  const code = response.headers['content-type']?.toString().includes('problem+json')
    ? response.json<{ code: string }>().code
    : null;
  const refused = code === 'sign-in-needed' || code === 'not-allowed';
  return { refused, status: response.statusCode, body: response.body };
}

describe('every role at every route', () => {
  it('is asked at each that there is, and each asks for what the design gives it', () => {
    const rules = staffed.server.routeRules.filter(({ method }) => method !== 'HEAD');
    const routes = rules.map(({ method, url }) => `${method} ${url}`);
    expect([...routes].sort()).toEqual(Object.keys(askedRoutes).sort());
    for (const { method, url, permissions } of rules) {
      expect(permissions, url).toContain(askedRoutes[`${method} ${url}`]?.needs);
    }
    const heads = staffed.server.routeRules.filter(({ method }) => method === 'HEAD');
    for (const head of heads) {
      expect(rules.find(({ method, url }) => method === 'GET' && url === head.url)?.permissions).toEqual(
        head.permissions,
      );
    }
    expect(heads.length).toBe(rules.filter(({ method }) => method === 'GET').length);
  });

  const [first, last] = [false, true].map((ends) =>
    Object.entries(askedRoutes).filter(([, { last: ending }]) => (ending === true) === ends),
  );

  it.each(first ?? [])('%s', async (route, asked) => {
    const entered: string[] = [];
    for (const who of askers) {
      const { refused, status, body } = await ask(who, route, asked);
      const expected = allows(asked.needs, who, asked.met ?? '');
      expect(refused, `${who} at ${route}: ${status} ${body.slice(0, 300)}`).toBe(!expected);
      if (refused) expect(status).toBe(who === 'public' ? 401 : 403);
      else entered.push(who);
      expect(status, body).toBeLessThan(500);
      // Nobody is named to anyone by the way.
      const named = askers.filter((role) => role !== who && body.includes(personOf(role)));
      expect(named, `${who} at ${route}`).toEqual([]);
    }
    if (writtenOut[route] !== undefined) expect(entered).toEqual(writtenOut[route]);
  });

  it('refuses by HEAD whom it refuses by GET', async () => {
    for (const [route, asked] of Object.entries(askedRoutes)) {
      const [method, pattern = ''] = route.split(' ');
      if (method !== 'GET' || pattern.endsWith('/events')) continue;
      for (const who of ['region', 'public']) {
        const { statusCode } = await staffed.ask(who, { method: 'HEAD', url: asked.url ?? pattern });
        const refused = statusCode === 401 || statusCode === 403;
        expect(refused, `${who} at HEAD ${pattern}`).toBe(!allows(asked.needs, who, asked.met ?? ''));
      }
    }
  });

  it('keeps an API key to what it carries', async () => {
    const wanted = { label: 'script', permissions: ['figures:read-published', 'records:read'], expiresOn: soon() };
    const { key } = await staffed.send<{ key: string }>('statistician', 'POST', '/api/keys', wanted);
    for (const [route, asked] of first ?? []) {
      const carried = asked.needs === 'figures:read-published' || asked.needs === 'records:read';
      const { refused, status } = await ask(`Bearer ${key}`, route, asked);
      expect([refused, refused && status], `key at ${route}`).toEqual([!carried, carried ? false : 403]);
    }
    const odd = await staffed.ask('Bearer zhk_none', { method: 'GET', url: '/api/health' });
    expect([odd.statusCode, odd.json()]).toMatchObject([401, { code: 'sign-in-needed' }]);
  });

  it.each(last ?? [])('%s, each from a session of its own', async (route, asked) => {
    for (const who of askers) {
      if (who !== 'public') staffed.tokens.set(who, await staffed.signIn(who));
      const { refused, status } = await ask(who, route, asked);
      expect(refused, `${who} at ${route}: ${status}`).toBe(!allows(asked.needs, who, asked.met ?? ''));
      if (who === 'public') continue;
      expect((await staffed.get<{ kind: string }>(who, '/api/session')).kind).toBe('visitor');
    }
  });
});

function soon(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}
