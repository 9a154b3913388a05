import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CheckHistoryRow,
  CheckOverviewAnswer,
  CheckRowsAnswer,
  CheckShowAnswer,
  RecordAnswer,
  ReleaseAnswer,
  RunningJob,
} from '@zhiheng/office';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice } from './staffed-office.js';

const shipped = join(import.meta.dirname, '../../../definitions/checks');
/** Finds every holder: what it shows has to be masked where names are. */
const everyHolder = `id: every-holder
severity: error
table: patent_holders
expression: position = 1
shows: [name, address]
names: { zh-Hans: 每个权利人, zh-Hant: 每個權利人, en: Every holder }
introduction: { zh-Hans: 甲, zh-Hant: 甲, en: A }
advice: { zh-Hans: 乙, zh-Hant: 乙, en: B }
`;
const names = ['腾讯科技', '李四光', '清华大学', '欧阳修文'];
const staffed = new StaffedOffice();

beforeAll(async () => {
  await staffed.open();
  const folder = join(staffed.path, 'definitions/checks');
  mkdirSync(folder);
  cpSync(join(shipped, 'patent-granted-before-filed.yaml'), join(folder, 'patent-granted-before-filed.yaml'));
  writeFileSync(join(folder, 'every-holder.yaml'), everyHolder);
});
afterAll(() => staffed.remove());

const overview = (query = '') => staffed.get<CheckOverviewAnswer>('statistician', `/api/checks/overview${query}`);
const stateOf = (answer: CheckOverviewAnswer) =>
  answer.checks.map(({ id, state, count, holdsBack }) => [id, state, count, holdsBack]);
const rows = (who: string, query = '') => staffed.get<CheckRowsAnswer>(who, `/api/checks/every-holder/rows${query}`);
const csv = (who: string, id = 'every-holder') =>
  staffed.ask(who, { method: 'GET', url: `/api/checks/${id}/rows.csv` });

describe('checks over the interface', () => {
  it('are told as pending until they are run, then as found; the run is listed', async () => {
    const before = await overview();
    expect(before).toMatchObject({ release: null, loaded: true, ranAt: null, running: null });
    expect(stateOf(before)).toEqual([
      ['every-holder', 'pending', null, false],
      ['patent-granted-before-filed', 'pending', null, false],
    ]);
    const { job } = await staffed.send<{ job: string }>('reviewer', 'POST', '/api/checks/runs', {});
    await expect
      .poll(async () => {
        const jobs = await staffed.get<RunningJob[]>('statistician', '/api/running');
        return jobs.find(({ id }) => id === job)?.state;
      })
      .toBe('done');
    const after = await overview();
    expect(stateOf(after)).toEqual([
      ['every-holder', 'ran', 4, true],
      ['patent-granted-before-filed', 'ran', 0, false],
    ]);
    expect(after.ranAt).not.toBeNull();
    // The release was made before there were checks, so nothing is known of it.
    expect(stateOf(await overview('?release=first')).map(([, state]) => state)).toEqual(['pending', 'pending']);
  });

  it('show their rows by right: names to whom they are due, the own area to a region', async () => {
    const plain = await rows('statistician');
    expect([plain.total, plain.visible, plain.withheldByRight]).toEqual([4, 4, 0]);
    expect(plain.rows.map(({ values }) => values.name)).toEqual(names);
    const masked = await rows('planner');
    expect(masked.rows.map(({ values }) => [values.name, values.address])).toEqual([
      ['腾＊＊', null],
      ['李＊＊', null],
      ['清＊＊', null],
      ['欧＊＊', null],
    ]);
    const region = await rows('region');
    expect([region.total, region.visible, region.withheldByRight]).toEqual([4, 2, 2]);
    expect(region.rows.map(({ id }) => id)).toEqual(['CN:202310000011', 'CN:202310000022']);
    const first = await rows('statistician', '?limit=3');
    expect(first.rows).toHaveLength(3);
    const last = await rows('statistician', `?limit=3&after=${encodeURIComponent(first.next ?? '')}`);
    expect([last.rows.map(({ id }) => id), last.next]).toEqual([['CN:202310000044'], null]);
  });

  it('give their rows out as CSV within the same bounds', async () => {
    const lines = async (who: string) => {
      const response = await csv(who);
      expect(response.headers['content-disposition']).toContain('every-holder.csv');
      return parse(response.body.replace(/^\uFEFF/, ''), { columns: true }) as Record<string, string>[];
    };
    expect((await lines('statistician')).map(({ id, position, name, label }) => [id, position, name, label])).toEqual([
      ['CN:202310000011', '1', '腾讯科技', ''],
      ['CN:202310000022', '1', '李四光', ''],
      ['CN:202310000033', '1', '清华大学', ''],
      ['CN:202310000044', '1', '欧阳修文', ''],
    ]);
    expect((await lines('planner')).map(({ name }) => name)).toEqual(['腾＊＊', '李＊＊', '清＊＊', '欧＊＊']);
    expect((await lines('region')).map(({ id }) => id)).toEqual(['CN:202310000011', 'CN:202310000022']);
    expect((await csv('reviewer')).json()).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await csv('public')).json()).toMatchObject({ status: 401, code: 'sign-in-needed' });
    expect((await csv('statistician', 'every-holde')).json()).toMatchObject({ status: 404, code: 'check-unknown' });
  });

  it('open to whole records, masked and withheld as everywhere', async () => {
    const record = (who: string, id: string) =>
      staffed.get<RecordAnswer>(who, `/api/records/${encodeURIComponent(id)}`);
    const rowOf = ({ tables }: RecordAnswer, name: string) => tables.find(({ table }) => table === name)?.rows[0];
    const plain = await record('statistician', 'CN:202310000011');
    expect(rowOf(plain, 'patents')).toMatchObject({
      source: 't.csv',
      number: '202310000011',
      kind: 'invention',
      filed_on: '2022-01-05',
    });
    expect(rowOf(plain, 'patent_holders')).toMatchObject({
      name: '腾讯科技',
      area: '440300',
      address: '深圳南山路一号',
    });
    const masked = await record('planner', 'CN:202310000011');
    expect(rowOf(masked, 'patent_holders')).toMatchObject({ name: '腾＊＊', area: '440300', address: null });
    expect(await record('region', 'CN:202310000033')).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('are accepted by name when a release is made, and the history says who and why', async () => {
    const make = (who: string, body: object) =>
      staffed.ask(who, { method: 'POST', url: '/api/releases', payload: body });
    const accept = [{ check: 'every-holder', reason: '演示' }];
    expect((await make('planner', { name: 'second', accept })).json()).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect((await make('statistician', { name: 'second' })).json()).toMatchObject({
      status: 409,
      code: 'checks-failed',
    });
    expect((await make('statistician', { name: 'second', accept })).json<ReleaseAnswer>().accepted).toEqual([
      { ...accept[0], count: 4 },
    ]);
    const history = await staffed.get<CheckHistoryRow[]>('planner', '/api/checks/every-holder/history');
    expect(history).toMatchObject([
      { release: 'second', count: 4, ran: true, accepted: { by: 'account:statistician', reason: '演示' } },
    ]);
    const shown = await staffed.get<CheckShowAnswer>('planner', '/api/checks/every-holder?release=second');
    expect(shown).toMatchObject({
      expression: 'position = 1',
      file: 'checks/every-holder.yaml',
      text: everyHolder,
      history,
    });
    expect(shown.standing).toMatchObject({ state: 'ran', count: 4, trend: history });
    expect(shown.sql).toContain('FROM patent_holders AS own');
  });

  it('that cannot be read fail at once', async () => {
    writeFileSync(join(staffed.path, 'definitions/checks/broken.yaml'), 'id: broken\n');
    const [broken] = (await overview()).checks;
    expect(broken).toMatchObject({ id: 'broken', state: 'failed', holdsBack: true, severity: 'error', names: null });
    const shown = await staffed.get<CheckShowAnswer>('planner', '/api/checks/broken');
    expect([shown.sql, shown.expression, shown.text]).toEqual([null, null, 'id: broken\n']);
  });
});
