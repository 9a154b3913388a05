import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeFolder, root } from './office-folder.js';

const password = 'four walls and a kettle';

interface Failure {
  readonly error: { readonly code: string; readonly found: string | null; readonly expected: string | null };
}

// Every command is a process of its own, which takes its time to begin.
describe('people at the command line', { timeout: 120_000 }, () => {
  const office = new OfficeFolder();
  const settings = join(office.path, 'settings');
  afterAll(() => office.remove());

  /** Runs a command with words on standard input and settings of its own. */
  function run(words: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}) {
    return new Promise<{ exit: number; stdout: string; stderr: string }>((done) => {
      const env = { ...process.env, XDG_CONFIG_HOME: settings, ...environment };
      const child = execFile(
        process.execPath,
        [join(root, 'apps/cli/bundle/main.js'), '--data', office.data, ...words],
        { env },
        (error, stdout, stderr) => {
          done({ exit: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
      child.stdin?.end(input);
    });
  }
  async function json<T>(words: readonly string[], input = '', environment: NodeJS.ProcessEnv = {}) {
    const { exit, stdout } = await run([...words, '--json'], input, environment);
    return { exit, json: JSON.parse(stdout) as T };
  }
  const refusal = (exit: number, code: string) => ({ exit, json: { error: { code } } });

  let link = '';
  beforeAll(async () => {
    const { signInLink, address, kill, ended } = await office.serve();
    expect(signInLink).toMatch(new RegExp(`^${address}/sign-in#link=zhl_[\\w-]{43}$`));
    [, link = ''] = signInLink?.split('#link=') ?? [];
    kill('SIGTERM');
    await ended;
  });

  it('come in by the one-time link of the first start, once', async () => {
    expect(await json<Failure>(['link', 'use', link], 'short\n')).toMatchObject(refusal(1, 'password-weak'));
    expect(await json(['link', 'use', link], `${password}\n`)).toEqual({ exit: 0, json: { account: 'administrator' } });
    expect(await json<Failure>(['link', 'use', link], `${password}\n`)).toMatchObject(refusal(1, 'link-wrong'));
  });

  it('sign in from standard input, act in their name and sign out', async () => {
    const as = ['--as', 'administrator'];
    expect(await json<Failure>(['login', 'administrator'], 'wrong\n')).toMatchObject(refusal(4, 'sign-in-refused'));
    const { exit, stdout, stderr } = await run(['login', 'administrator', '--json'], `${password}\n`);
    expect(exit).toBe(0);
    const { account, session, ...rest } = JSON.parse(stdout) as { account: string; session: string };
    expect([account, session.length, Object.keys(rest)]).toEqual(['administrator', 16, ['endsAt']]);
    const kept = join(settings, 'zhiheng/sessions.json');
    const [, token = ''] = /"(zhs_[\w-]{43})"/.exec(readFileSync(kept, 'utf8')) ?? [];
    expect(token).not.toBe('');
    expect(stdout + stderr).not.toContain(token);
    expect(statSync(kept).mode & 0o777).toBe(0o600);

    expect(await json(['whoami', ...as])).toMatchObject({
      exit: 0,
      json: { person: 'account:administrator', roles: ['administrator'], accounts: true, session },
    });
    // What the role does not give; what only the operator may.
    expect(await json<Failure>(['compute', ...as])).toMatchObject(refusal(4, 'not-allowed'));
    expect(await json<Failure>(['start', ...as])).toMatchObject(refusal(4, 'not-allowed'));
    expect(await json<Failure>(['bench', 'load', ...as])).toMatchObject(refusal(4, 'not-allowed'));

    const table = (await run(['account', 'list', ...as])).stdout;
    expect(table).toMatch(
      /^id +name +organisation +state +roles\nadministrator +– +national-office +active +administrator\n$/,
    );
    expect(await json(['logout', 'administrator'])).toEqual({ exit: 0, json: { ended: 1 } });
    expect(readFileSync(kept, 'utf8')).not.toContain('zhs_');
    expect(await json<Failure>(['whoami', ...as])).toMatchObject(refusal(4, 'sign-in-needed'));
  });

  it('are invited, given roles, and work with API keys, beside a server and without one', async () => {
    const as = ['--as', 'administrator'];
    await run(['login', 'administrator'], `${password}\n`);
    const person = ['--organisation', 'guangdong', '--name', '李'];
    const { json: invited } = await json<{ token: string }>(['account', 'create', 'guangdong.li', ...person, ...as]);
    await run(['link', 'use', invited.token], `${password}\n`);
    const served = await office.serve();
    expect(served.signInLink).toBeNull();
    const from = ['--from', '2026-01-01'];
    const give = ['account', 'role', 'give', 'guangdong.li'];
    expect(await json([...give, 'region', '--areas', '440000', ...from, ...as])).toMatchObject({
      exit: 0,
      json: { role: 'region', areas: ['440000'], state: 'granted', proposedBy: 'account:administrator' },
    });
    const proposed = await json<{ id: string; state: string }>([
      ...give,
      'auditor',
      '--areas',
      '440000',
      ...from,
      ...as,
    ]);
    expect(proposed.json.state).toBe('proposed');
    expect(await json(['account', 'role', 'confirm', proposed.json.id, ...as])).toMatchObject(
      refusal(4, 'not-allowed'),
    );
    expect(await json(['account', 'role', 'confirm', proposed.json.id])).toMatchObject(refusal(4, 'not-allowed'));

    await run(['login', 'guangdong.li'], `${password}\n`);
    const li = ['--as', 'guangdong.li'];
    const key = await json<{ key: string; prefix: string }>([
      ...['account', 'key', 'create', 'weekly', '--permissions', 'figures:read-published,coverage:read'],
      ...['--expires', '2027-01-01', ...li],
    ]);
    expect(key.json.key).toMatch(/^zhk_/);
    served.kill('SIGTERM');
    await served.ended;
    const environment = { ZHIHENG_KEY: key.json.key };
    expect(await json(['figure', 'patent-grants', '--area', 'CN'], '', environment)).toMatchObject({ exit: 0 });
    expect(await json(['account', 'list'], '', environment)).toMatchObject(refusal(4, 'not-allowed'));
    expect((await json<object[]>(['account', 'key', 'list', ...li])).json).toMatchObject([{ label: 'weekly' }]);
    expect(await json(['account', 'key', 'revoke', key.json.prefix, ...li])).toEqual({ exit: 0, json: {} });
    expect(await json(['coverage'], '', environment)).toMatchObject(refusal(4, 'sign-in-needed'));
    const work = await json<{ notices: { words: string }[] }>(['my-work', ...li]);
    expect(work.json.notices).toMatchObject([{ words: 'notice.role-granted' }]);
  });

  it('find organisations, calendar, rights and the chain', async () => {
    const words = ['--kind', 'centre', '--name', '深圳保护中心'];
    expect(await json(['org', 'add', 'shenzhen-centre', '--parent', 'guangdong', ...words])).toMatchObject({
      exit: 0,
      json: { id: 'shenzhen-centre', parent: 'guangdong', closedOn: null },
    });
    expect(await json(['org', 'move', 'shenzhen-centre', 'national-office'])).toEqual({ exit: 0, json: {} });
    expect((await json<{ closedOn: string }>(['org', 'close', 'shenzhen-centre'])).json.closedOn).toMatch(/^\d{4}-/);
    expect((await run(['org', 'list'])).stdout).toContain('深圳保护中心');
    // Friday 13 February 2026; the Spring Festival is 15 to 23 February, Saturday 14 is a day of work.
    expect((await run(['calendar', 'deadline', '2026-02-13', '2'])).stdout).toBe('2026-02-24\n');
    expect((await run(['calendar', 'deadline', '2035-02-13', '1'])).stdout).toContain('provisional');
    const set = ['calendar', 'set', '2026-07-01', 'holiday', '--name', '试', '--source', '试', '--reason', '试'];
    expect((await json<{ act: number }>(set)).json.act).toBeGreaterThan(1);
    expect((await run(['calendar', 'show', '2026'])).stdout).toMatch(/2026-07-01 +off +试/);
    expect((await run(['rights'])).stdout).toMatch(/^permission +operator +planner/);
    const anchored = await json<{ number: number }>(['audit', 'anchor', '--file', join(office.path, 'heads')]);
    expect(anchored.exit).toBe(0);
    const verified = await json(['audit', 'verify', '--anchors', join(office.path, 'heads')]);
    expect(verified).toMatchObject({ exit: 0, json: { ok: true, anchors: 1, faults: [] } });
    const acts = await json<{ acts: { kind: string; person: string }[] }>(['audit', 'list', '--kind', 'sign-in']);
    expect(new Set(acts.json.acts.map(({ person }) => person))).toEqual(
      new Set(['account:administrator', 'account:guangdong.li']),
    );
  });

  it('keep the server on this machine until it is safe', async () => {
    const start = (...words: string[]) => json<Failure>(['start', '--port', '0', ...words]);
    expect(await start('--host', '0.0.0.0')).toMatchObject(refusal(4, 'not-allowed'));
    expect(await start('--host', '0.0.0.0', '--tls-cert', 'x')).toMatchObject(refusal(2, 'usage'));
    expect(await start('--behind-proxy', 'http://office.example')).toMatchObject(refusal(2, 'proxy-wrong'));
    const empty = ['--data', join(office.path, 'empty')];
    const proxied = await run(['start', '--port', '0', '--behind-proxy', 'https://office.example', '--json', ...empty]);
    expect([proxied.exit, proxied.stdout]).toEqual([4, expect.stringContaining('not-allowed')]);
  });
});
