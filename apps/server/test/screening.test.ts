import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  carryOut,
  type PairRow,
  type RunningJob,
  type ScreenClue,
  type ScreenGroup,
  type ScreenGroupShown,
  type ScreenOverview,
  type ScreenShowAnswer,
} from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OfficeServer, officeServer, own } from './office-server.js';

const claim =
  '一种离心泵，其特征在于包括壳体，所述壳体内设有可转动的叶轮，所述叶轮与电机的输出轴相连，所述壳体底部设有进水口。';
const mapping = `table: patents
columns: { number: number, kind: kind, filed_on: filed, holders: holder, address: address, first_claim: claim }
defaults: { office: CN }
covers: { kinds: [invention], filed: [2022-01-01, 2023-12-31], completeness: full }
`;
const id = (at: number) => `CN:20221000000${at}`;

let served: OfficeServer;
beforeAll(async () => {
  served = await officeServer(1000);
  const { office } = served;
  const rows = [1, 2].map((at) => `20221000000${at},invention,2022-05-0${at},甲泵业有限公司,广东省深圳市,${claim}\n`);
  const [table, map] = ['t.csv', 'm.yaml'].map((name) => join(office.paths.folder, name));
  writeFileSync(table ?? '', `number,kind,filed,holder,address,claim\n${rows.join('')}`);
  writeFileSync(map ?? '', mapping);
  const context = { office, actor: localOperator('test'), onProgress: () => {} };
  await carryOut('load', { paths: [table], mapping: map }, context);
  await carryOut('release-create', { name: 'one' }, context);
});
afterAll(() => served.remove());

const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
  served.server.inject({ method, url, headers: own, ...(payload && { payload }) });
const get = async <Answer>(url: string) => (await ask('GET', url)).json<Answer>();

it('screens as a job, whose clues and pairs are then pages of lists', async () => {
  expect((await ask('GET', '/api/screening/clues')).json()).toMatchObject({ code: 'screening-missing', status: 409 });
  const begun = await ask('POST', '/api/screening/runs', {});
  expect(begun.statusCode).toBe(202);
  const job = begun.json<{ job: string }>().job;
  const state = async () => (await get<RunningJob[]>('/api/running')).find((one) => one.id === job);
  await expect.poll(async () => (await state())?.state, { timeout: 30_000 }).toBe('done');
  expect((await state())?.outcome?.json).toMatchObject({ release: 'one', documents: 2, pairs: 1, groups: 1, clues: 2 });
  const overview = await get<ScreenOverview>('/api/screening/overview');
  expect(overview).toMatchObject({ job: { id: job, state: 'done', fault: null }, run: { release: 'one' } });
  expect(overview.job).not.toHaveProperty('person');
  const clues = await get<ScreenClue[]>('/api/screening/clues?ground=411-1');
  expect(clues.map(({ application, family }) => [application, family])).toEqual([
    [id(1), 'near-copy'],
    [id(2), 'near-copy'],
  ]);
  const [place, behind] = [`${id(1)} 411-1 near-copy`, encodeURIComponent(`1 ${id(1)} 411-1 near-copy`)];
  expect(await get('/api/screening/clues?limit=1')).toEqual([clues[0]]);
  expect(await get(`/api/screening/clues?limit=1&after=${behind}`)).toEqual([clues[1]]);
  const byApplication = `/api/screening/clues?limit=1&order=application&after=${encodeURIComponent(place)}`;
  expect(await get(byApplication)).toEqual([clues[1]]);
  expect(await get<PairRow[]>('/api/screening/pairs?field=claim&min=1')).toMatchObject([
    { a: id(1), b: id(2), jaccard: 1 },
  ]);
  expect(await get('/api/screening/groups')).toMatchObject([{ core: id(1), members: [id(1), id(2)] }]);
  const shown = await get<ScreenShowAnswer>(`/api/screening/${clues[0]?.id}`);
  expect(shown.clues).toEqual([clues[0]]);
  expect(shown.seen).toHaveLength(1);
});

it('takes clues and members out as files', async () => {
  const clues = (await ask('GET', '/api/screening/clues.csv?family=near-copy')).body;
  const lines = clues.trim().split('\r\n');
  expect(lines[0]).toContain(
    'clue,application,filed,ground,family,rule,strength,word,statistic,others,run,release,label',
  );
  expect(lines.slice(1).map((line) => line.split(',').slice(1, 5))).toEqual([
    [id(1), '2022-05-01', '411-1', 'near-copy'],
    [id(2), '2022-05-02', '411-1', 'near-copy'],
  ]);
  const [group] = await get<ScreenGroup[]>('/api/screening/groups');
  const members = await ask('GET', `/api/screening/groups/${group?.id}/members.csv`);
  expect(members.headers['content-disposition']).toContain(`${group?.id}-S-`);
  expect(
    members.body
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 4)),
  ).toEqual([
    [group?.id, id(1), '1', '2022-05-01'],
    [group?.id, id(2), '0', '2022-05-02'],
  ]);
  // Neither file names a holder.
  expect(clues + members.body).not.toContain('泵业');
  const shown = await get<ScreenGroupShown>(`/api/screening/groups/${group?.id}`);
  expect(shown.members.map(({ holder }) => holder)).toEqual(['甲＊＊', '甲＊＊']);
});

it('refuses what is no question', async () => {
  expect((await ask('GET', '/api/screening/pairs?min=2')).statusCode).toBe(400);
  expect((await ask('GET', '/api/screening/clues?after=x')).json()).toMatchObject({ code: 'usage' });
  for (const file of ['', '.csv'])
    expect((await ask('GET', `/api/screening/clues${file}?order=day`)).statusCode).toBe(400);
  expect((await ask('GET', '/api/screening/none')).statusCode).toBe(404);
});
