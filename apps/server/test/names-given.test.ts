import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  carryOut,
  commandRules,
  identify,
  type PartiesAnswer,
  type QuarantinePage,
  type RunningJob,
  runningJobs,
  type UnresolvedAnswer,
} from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedCommands } from './asked-commands.js';
import { askedRoutes } from './asked-routes.js';
import { StaffedOffice } from './staffed-office.js';

const names = [
  '腾讯科技',
  '李四光',
  '清华大学',
  '欧阳修文',
  '王小明',
  '赵小兰',
  '深圳市腾讯计算机系统有限公司',
  '朝阳区建国路',
  '朝阳区和平路',
];
const inJanuary = { indicator: 'patent-grants', area: 'ALL', period: '2023-01' };
const figure = { ...inJanuary, origin: 'computed' };
const query = 'indicator=patent-grants&area=ALL&period=2023-01&origin=computed';
const ofCompanies = { ...figure, period: '2023-02' };
const nowhere = ['CN:202310000044', 'CN:202320000077', 'CN:202320000088'];
const january = ['CN:202310000011', 'CN:202310000022', 'CN:202310000033', 'CN:202310000044'];
/**
 * One good row of a company, one at fault that names a person, two of a person in one of several places, and one of a
 * company that may be the first.
 */
const table = `n,k,f,g,t,h,a,s
202310000055,invention,2022-01-05,2023-02-10,题目戊,深圳市腾讯计算机系统有限公司,440300,深圳
202310000066,invention,no day,2023-02-10,题目己,王小明,440300,深圳
202320000077,utility_model,2022-01-05,2023-03-10,题目庚,赵小兰,,朝阳区建国路一号
202320000088,utility_model,2022-01-05,2023-03-11,题目辛,赵小兰,,朝阳区和平路二号
202320000099,utility_model,2022-01-05,2023-04-10,题目壬,深圳市腾迅计算机系统有限公司,440300,深圳
`;
const check = readFileSync(join(import.meta.dirname, '../../../definitions/checks/holder-area-unknown.yaml'), 'utf8');

const nothingGranted = readFileSync(
  join(import.meta.dirname, '../../../definitions/indicators/patent-grants.yaml'),
  'utf8',
).replace(/^where: .*$/m, 'where: granted_on < 1990-01-01');

const staffed = new StaffedOffice();
type Act = Awaited<ReturnType<(typeof staffed)['office']['ledger']['acts']>>[number];
let held = '';
/** Names of the vintages of both releases. */
let vintages: string[] = [];
let [unsettled, settled] = ['', ''];
/** Ids of parties by their names in the second release. */
let parties = new Map<string | null, string>();
const party = (name: string) => parties.get(name) ?? '';
/** Short enough for names of persons. */
const likePersons = () => ['腾讯科技', '清华大学'].map(party);
const alike = ['深圳市腾讯计算机系统有限公司', '深圳市腾迅计算机系统有限公司'];
const file = join(staffed.path, 'brought.csv');
/** No header: its first row names a person. */
const headless = () => ({ paths: [join(staffed.path, 'headless.csv')], mapping: join(staffed.path, 'm.yaml') });
beforeAll(async () => {
  await staffed.open();
  const checks = join(staffed.path, 'definitions/checks');
  mkdirSync(checks);
  writeFileSync(join(checks, 'holder-area-unknown.yaml'), check);
  writeFileSync(join(staffed.path, 'more.csv'), table);
  writeFileSync(file, '申请号,申请人\n202310000077,赵小兰\n');
  await staffed.operate('load', { paths: [join(staffed.path, 'more.csv')], mapping: join(staffed.path, 'm.yaml') });
  await staffed.operate('release-create', { name: 'second' });
  await staffed.operate('compute', { effective: '2024-03-02' });
  vintages = (await staffed.office.ledger.acts('vintage')).map(({ object }) => object);
  const { rows } = await staffed.operate<UnresolvedAnswer>('areas-unresolved', {});
  const at = (street: string) => rows.find(({ address }) => address?.includes(street) === true)?.id ?? '';
  [unsettled, settled] = [at('建国路'), at('和平路')];
  await staffed.operate('areas-settle', { ids: [settled], area: '110105', reason: 'seen' });
  const listed = await staffed.operate<PartiesAnswer>('parties-list', {});
  parties = new Map(listed.rows.map(({ name, party: id }) => [name, id]));
  await staffed.operate('parties-apart', { a: party('腾讯科技'), b: party('清华大学'), reason: 'seen' });
  writeFileSync(join(staffed.path, 'headless.csv'), '202310000077,utility_model,赵小兰\n');
  await command('statistician', 'load', headless());
  held = (await staffed.operate<QuarantinePage>('quarantine-page', {})).rows[0]?.id ?? '';
});
afterAll(() => staffed.remove());

const hashOf = (ids: readonly string[]) => createHash('sha256').update(ids.join('\n')).digest('hex');
const reads = async (): Promise<Act[]> => (await staffed.office.ledger.acts()).filter(({ reads: read }) => read);

/** What someone is given, and the reads that were written down meanwhile. */
async function giving(work: () => Promise<string>): Promise<{ readonly given: string; readonly acts: Act[] }> {
  const before = (await reads()).length;
  const given = await work();
  return { given, acts: (await reads()).slice(before) };
}

const command = (who: string, name: string, input: object) =>
  giving(async () => {
    const shown = { kind: 'session', token: staffed.tokens.get(who) ?? '' } as const;
    const surface = { kind: 'command', address: null } as const;
    const identified =
      who === 'operator'
        ? { actor: localOperator('test'), session: null }
        : await identify(staffed.office, shown, surface);
    const context = { office: staffed.office, ...identified, onProgress: () => {} };
    return JSON.stringify(await carryOut(name, input, context).catch((fault: unknown) => String(fault)));
  });

const route = (who: string, url: string, body?: object) =>
  giving(
    async () => (await staffed.ask(who, { method: body ? 'POST' : 'GET', url, ...(body && { payload: body }) })).body,
  );

/** The load of the file without a header that the statistician began. */
const faultyLoad = () =>
  runningJobs(staffed.office)
    .list()
    .find((job) => job.about[0]?.endsWith('headless.csv') && job.person === 'account:statistician')?.id ?? '';

const named = (text: string) => names.filter((name) => text.includes(name));

/** Every command whose answer holds names, from the design, and the ids in it; null where rows have none. */
const givers: Readonly<Record<string, () => { input: object; ids: readonly string[] | null; rows: number }>> = {
  'areas-settled': () => ({ input: {}, ids: [settled], rows: 1 }),
  'areas-unresolved': () => ({ input: {}, ids: [unsettled], rows: 1 }),
  'check-rows': () => ({ input: { id: 'holder-area-unknown' }, ids: nowhere, rows: 3 }),
  explain: () => ({
    input: { ...inJanuary, before: vintages[0], after: vintages[1], side: 'both' },
    ids: january,
    rows: january.length,
  }),
  load: () => ({ input: headless(), ids: null, rows: 1 }),
  'load-faults': () => ({ input: { id: faultyLoad() }, ids: null, rows: 1 }),
  // A draft that counts nothing: what it no longer counts is told.
  'indicator-preview': () => ({
    input: { text: nothingGranted, area: ['ALL'], period: ['2023-01'] },
    ids: january,
    rows: january.length,
  }),
  'load-preview': () => ({ input: { path: file }, ids: null, rows: 1 }),
  'load-propose': () => ({ input: { file, out: join(staffed.path, 'proposed.yaml') }, ids: null, rows: 1 }),
  'parties-decided': () => ({ input: {}, ids: likePersons(), rows: 2 }),
  'parties-list': () => ({ input: {}, ids: likePersons(), rows: 2 }),
  'parties-review': () => ({ input: {}, ids: alike.map(party), rows: 2 }),
  'parties-show': () => ({ input: { party: party('腾讯科技') }, ids: likePersons(), rows: 2 }),
  'quarantine-fix': () => ({ input: { id: held, set: { f: '王小明' } }, ids: [held], rows: 1 }),
  'quarantine-list': () => ({ input: {}, ids: [held], rows: 1 }),
  'quarantine-page': () => ({ input: { file: join(staffed.path, 'more.csv') }, ids: [held], rows: 1 }),
  'quarantine-show': () => ({ input: { id: held }, ids: [held], rows: 1 }),
  record: () => ({ input: { id: 'CN:202310000044' }, ids: ['CN:202310000044'], rows: 1 }),
  records: () => ({ input: figure, ids: january, rows: 4 }),
  why: () => ({ input: { ...figure, id: 'CN:202310000044' }, ids: ['CN:202310000044'], rows: 1 }),
};

describe('names that are given out', () => {
  it('are declared by each command whose answer holds them', () => {
    const declared = Object.entries(commandRules).flatMap(([name, rule]) => ('givesNames' in rule ? [name] : []));
    expect(declared.sort()).toEqual(Object.keys(givers).sort());
  });

  it('come out of no route without a command, but the two files', () => {
    const own = new Set(Object.values(commandRules).map(({ permission }) => permission as string));
    const rules = staffed.server.routeRules.filter(({ method }) => method !== 'HEAD');
    const alone = rules.filter(({ permissions }) => permissions.every((permission) => !own.has(permission)));
    expect(alone.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'GET /api/checks/:id/rows.csv',
      'GET /api/coverage.csv',
      'GET /api/health',
      'GET /api/records.csv',
      // Of applications, without their holders.
      'GET /api/screening/clues.csv',
      'GET /api/screening/groups/:id/members.csv',
    ]);
  });

  it.each(Object.keys(givers))('by %s are one act: who, from where, which rows, and no name', async (name) => {
    const { input, ids, rows } = givers[name]?.() ?? { input: {}, ids: null, rows: 0 };
    const { given, acts } = await command('statistician', name, input);
    expect(named(given), given).not.toEqual([]);
    expect(acts).toMatchObject([
      {
        ...{ kind: 'read:personal', person: 'account:statistician', surface: 'command', reads: true },
        hash: ids === null ? '' : hashOf(ids.toSorted()),
        after: { rows },
      },
    ]);
    expect(named(JSON.stringify(acts))).toEqual([]);
    expect(JSON.stringify(acts)).not.toMatch(/\.csv/);
  });

  it('by a page of records tell the figure, its release and the address', async () => {
    const { given, acts } = await route('region', `/api/records?${query}`);
    expect(named(given)).toEqual(['腾讯科技', '李四光']);
    expect(acts).toMatchObject([
      {
        ...{ person: 'account:region', surface: 'page 127.0.0.1', object: 'records patent-grants' },
        hash: hashOf(january.slice(0, 2)),
        after: { rows: 2, asked: { ...figure, release: 'second', vintage: expect.any(String) as string } },
      },
    ]);
  });

  it('by an export are one act, on the disk before the first row', async () => {
    const { given, acts } = await route('statistician', `/api/records.csv?${query}`);
    expect(named(given)).toHaveLength(4);
    expect(acts).toMatchObject([
      { object: 'export patent-grants', hash: hashOf(january), after: { rows: 4, asked: { release: 'second' } } },
    ]);
    const out = join(staffed.path, 'out.csv');
    const written = await command('operator', 'records', { ...figure, out });
    expect(named(readFileSync(out, 'utf8'))).toHaveLength(4);
    expect(written.acts).toMatchObject([{ person: 'local:test', object: 'export patent-grants', after: { rows: 4 } }]);
    const rows = await route('statistician', '/api/checks/holder-area-unknown/rows.csv');
    expect(named(rows.given)).toEqual(['欧阳修文', '赵小兰', '朝阳区建国路', '朝阳区和平路']);
    expect(rows.acts).toMatchObject([
      { object: 'export holder-area-unknown', hash: hashOf(nowhere), after: { rows: 3 } },
    ]);
    const none = await route('statistician', `/api/records.csv?${query.replace('2023-01', '2022-01')}`);
    expect(none.acts).toEqual([]);
  });

  it('are no act where they are masked, or certainly those of companies', async () => {
    for (const url of [`/api/records?${query}`, `/api/records.csv?${query}`, '/api/checks/holder-area-unknown/rows']) {
      const { given, acts } = await route('planner', url);
      expect(given).toContain('CN:202310000044');
      expect([named(given), acts]).toEqual([[], []]);
    }
    const { given, acts } = await command('statistician', 'records', ofCompanies);
    expect([named(given), acts]).toEqual([['深圳市腾讯计算机系统有限公司'], []]);
  });

  it('are in no list of running work, and in no event of it', async () => {
    const events: RunningJob[] = [];
    const stop = runningJobs(staffed.office).listen((job) => events.push(job));
    await command('statistician', 'load', headless());
    stop();
    expect(JSON.stringify(events)).toContain('column-missing');
    expect(named(JSON.stringify(events))).toEqual([]);
    for (const who of ['operator', 'statistician', 'planner']) {
      const { given, acts } = await command(who, 'running', {});
      expect(given).toContain('column-missing');
      expect([named(given), acts]).toEqual([[], []]);
    }
  });

  it('by a load that a page began are no act before it asks what was found, which nobody else may', async () => {
    const { acts } = await giving(async () => {
      const { actor } = await identify(
        staffed.office,
        { kind: 'session', token: staffed.tokens.get('statistician') ?? '' },
        { kind: 'page', address: '127.0.0.1' },
      );
      const call = { office: staffed.office, actor, onProgress: () => {}, onJob: () => {} };
      return JSON.stringify(await carryOut('load', headless(), call));
    });
    expect(acts).toEqual([]);
    const asked = await route('statistician', `/api/running/${faultyLoad()}/faults`);
    expect(named(asked.given)).toEqual(['赵小兰']);
    expect(asked.acts).toMatchObject([{ surface: 'page 127.0.0.1', object: 'faults of files', after: { rows: 1 } }]);
    const other = await command('operator', 'load-faults', { id: faultyLoad() });
    expect(other).toEqual({
      given: JSON.stringify('UserFault: nothing is named {id} here').replace('{id}', faultyLoad()),
      acts: [],
    });
  });

  it('come out of no other command or route without a read', { timeout: 180_000 }, async () => {
    for (const who of ['operator', 'statistician', 'region', 'planner']) {
      for (const [name, { input = {} }] of Object.entries(askedCommands)) {
        if (name.startsWith('sign-out')) continue;
        const { given, acts } = await command(who, name, input);
        expect([name, named(given).length > 0 && acts.length === 0]).toEqual([name, false]);
      }
    }
    for (const who of ['statistician', 'region', 'planner']) {
      for (const [asked, { url, last }] of Object.entries(askedRoutes)) {
        const [method, pattern = ''] = asked.split(' ');
        if (method !== 'GET' || last === true || pattern.endsWith('/events')) continue;
        const { given, acts } = await route(who, url ?? pattern);
        expect([asked, named(given).length > 0 && acts.length === 0]).toEqual([asked, false]);
      }
    }
  });
});
