import type { Delegation, Session } from '@zhiheng/accounts';
import type { AccountRow, CommandOutcome, OwnAccountAnswer, RunningJob } from '@zhiheng/office';
import { runningJobs } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisations, personOf, StaffedOffice, staffRoles } from './staffed-office.js';

/** What the account of one role has. */
interface Belongings {
  readonly session: string;
  readonly key: string;
  readonly prefix: string;
  readonly delegation: string;
  readonly notice: string;
  readonly upload: string | null;
}

const staffed = new StaffedOffice();
const held = new Map<string, Belongings>();
const secretOf = (role: string) => `secret-of-${role}`;

beforeAll(async () => {
  await staffed.open();
  for (const role of staffRoles) held.set(role, await furnish(role));
});
afterAll(() => staffed.remove());

async function furnish(role: string): Promise<Belongings> {
  // Two days from now: the office's own day may be the next one already, and nobody may act for another before.
  const expiresOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const wanted = { label: secretOf(role), permissions: ['office:read'], expiresOn };
  const { key, prefix } = await staffed.send<{ key: string; prefix: string }>(role, 'POST', '/api/keys', wanted);
  const receiver = role === 'planner' ? 'reviewer' : 'planner';
  const given = { receiver, roles: [role], from: expiresOn, to: expiresOn };
  const { id } = await staffed.send<Delegation>(role, 'POST', '/api/delegations', given);
  const { sessions } = await staffed.get<OwnAccountAnswer>(role, '/api/own-account');
  const brought = await staffed.ask(role, {
    method: 'POST',
    url: `/api/uploads?name=${role}.csv`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: `n,k\n${secretOf(role)},invention\n`,
  });
  const { notices } = await staffed.get<{ notices: { id: string }[] }>(role, '/api/my-work');
  return {
    session: sessions[0]?.id ?? '',
    ...{ key, prefix, delegation: id },
    notice: notices[0]?.id ?? 'none',
    upload: brought.statusCode === 201 ? brought.json<{ upload: string }>().upload : null,
  };
}

const pairs = staffRoles.flatMap((who) => staffRoles.filter((owner) => owner !== who).map((owner) => [who, owner]));
const seesEveryAccount = ['auditor', 'administrator'];

/** Requests for what belongs to another account, none of which may do or tell anything. */
function intrusions(who: string, owner: string, { session, prefix, delegation, notice, upload }: Belongings) {
  const account = organisations[owner] ?? '';
  return [
    ['DELETE', `/api/sessions/${session}`],
    ['DELETE', `/api/keys/${prefix}`],
    ['POST', `/api/notices/${notice}/read`],
    ['PUT', '/api/session/acting-for', { account: owner }],
    ...(upload === null
      ? []
      : ([
          ['POST', `/api/uploads/${upload}/preview`, {}],
          ['DELETE', `/api/uploads/${upload}`],
          ['POST', '/api/loads', { uploads: [upload] }],
        ] as const)),
    ...(who === 'administrator'
      ? []
      : ([
          ['DELETE', `/api/delegations/${delegation}`],
          ['DELETE', `/api/keys/${prefix}?account=${owner}`],
          ['DELETE', `/api/accounts/${owner}/sessions`],
          ['POST', `/api/accounts/${owner}/disable`],
          ['POST', `/api/accounts/${owner}/leave`],
          ['POST', `/api/accounts/${owner}/erase`],
          ['POST', `/api/accounts/${owner}/link`],
        ] as const)),
    ...(seesEveryAccount.includes(who)
      ? []
      : ([
          ['GET', `/api/accounts?organisation=${account}`],
          ['GET', `/api/accounts?organisation=${account}&names=true`],
          ['GET', `/api/roles?account=${owner}`],
          ['GET', `/api/acts?person=account:${owner}`],
          ['GET', `/api/acts?object=${owner}`],
        ] as const)),
  ] as const;
}

describe('what belongs to another account', () => {
  it.each(pairs)('%s reaches nothing of %s', async (who, owner) => {
    const theirs = held.get(owner) as Belongings;
    for (const [method, url, payload] of intrusions(who, owner, theirs)) {
      const response = await staffed.ask(who, { method, url, ...(payload && { payload }) });
      const told = `${who}: ${method} ${url} → ${response.statusCode} ${response.body}`;
      expect([400, 403, 404], told).toContain(response.statusCode);
      for (const secret of [secretOf(owner), personOf(owner), theirs.key, `${owner}@office.example`]) {
        expect(response.body, told).not.toContain(secret);
      }
    }
  });

  it('is all still there', async () => {
    for (const role of staffRoles) {
      const theirs = held.get(role) as Belongings;
      // Everyone was told of a role but the first administrator.
      expect(theirs.notice === 'none').toBe(role === 'administrator');
      const { notices } = await staffed.get<{ notices: { readAt: string | null }[] }>(role, '/api/my-work');
      expect(notices.filter(({ readAt }) => readAt !== null)).toEqual([]);
      const own = await staffed.get<OwnAccountAnswer>(role, '/api/own-account');
      expect(own.sessions.map(({ id }: Session) => id)).toContain(theirs.session);
      expect(own.keys).toMatchObject([{ prefix: theirs.prefix, label: secretOf(role), revokedAt: null }]);
      expect(own.delegations.find(({ id }) => id === theirs.delegation)?.endedAt).toBeNull();
      expect(own.state).toBe('active');
      expect(own.personal?.displayName).toBe(personOf(role));
    }
    const { upload } = held.get('statistician') as Belongings;
    const preview = await staffed.ask('statistician', {
      method: 'POST',
      url: `/api/uploads/${upload}/preview`,
      payload: {},
    });
    expect(preview.body).toContain(secretOf('statistician'));
  });

  it('is not there for a second statistician either', async () => {
    const { upload } = held.get('statistician') as Belongings;
    await staffed.send('administrator', 'POST', '/api/roles', {
      ...{ account: 'screener', role: 'statistician', areas: 'everywhere', from: '2026-01-01', to: null },
    });
    for (const [method, url, payload] of [
      ['POST', `/api/uploads/${upload}/preview`, {}],
      ['DELETE', `/api/uploads/${upload}`],
      ['POST', '/api/loads', { uploads: [upload] }],
    ] as const) {
      const response = await staffed.ask('screener', { method, url, ...(payload && { payload }) });
      expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'not-found' }]);
    }
  });

  it('names people only to those who may see names, and writes that down', async () => {
    const rows = (who: string) => staffed.get<AccountRow[]>(who, '/api/accounts?names=true');
    const all = await rows('auditor');
    expect(all.map(({ personal }) => personal?.displayName).sort()).toEqual(staffRoles.map(personOf).sort());
    expect((await rows('planner')).map(({ id }) => id)).toEqual(['planner']);
    const reads = await staffed.get<{ acts: { person: string; kind: string }[] }>('auditor', '/api/acts?reads=true');
    expect(reads.acts.map(({ person, kind }) => `${person} ${kind}`)).toEqual([
      'account:planner persons-read',
      'account:auditor persons-read',
      // The preview of an upload, above.
      'account:statistician read:personal',
    ]);
  });
});

describe('a running job of another person', () => {
  it('is stopped by those who may stop any, and by its own planner, and by nobody else', async () => {
    const jobs = runningJobs(staffed.office);
    for (const [starter, stopper, stopped] of [
      ['statistician', 'planner', false],
      ['statistician', 'region', false],
      ['statistician', 'auditor', false],
      ['planner', 'planner', true],
      ['planner', 'statistician', true],
      ['statistician', 'administrator', true],
    ] as const) {
      const office = staffed.office;
      const actor = { ...localOperator('x'), person: `account:${starter}` };
      let job: RunningJob | undefined;
      let end = () => {};
      const onJob = (begun: RunningJob) => {
        job = begun;
      };
      const work = { command: 'compute', about: [], alone: null };
      const running = jobs
        .run(work, { office, actor, onProgress: () => {}, onJob }, ({ signal }) => {
          return new Promise<CommandOutcome>((done, fail) => {
            end = () => done({ json: {}, exit: 0 });
            signal.addEventListener('abort', () => fail(new Error('stopped')));
          });
        })
        .catch(() => undefined);
      const response = await staffed.ask(stopper, { method: 'DELETE', url: `/api/running/${job?.id}` });
      expect(response.statusCode, `${stopper} stops the job of ${starter}`).toBe(stopped ? 200 : 403);
      expect(jobs.get(job?.id ?? '').state).toBe(stopped ? 'cancelled' : 'running');
      end();
      await running;
    }
  });
});
