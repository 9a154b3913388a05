import type { LoadsAnswer, QuarantineAnswer, QuarantinePage, ReleaseAnswer, RunningJob } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeServer, officeServer, own } from './office-server.js';

const mapping = { path: 'm.yaml', text: 'table: patents\ncolumns: { number: n, kind: k, filed_on: f, title: t }\n' };

describe('the way of a file through the interface', () => {
  let one: OfficeServer;
  beforeAll(async () => {
    one = await officeServer(1_000_000);
  });
  afterAll(() => one.remove());

  const get = async <T>(url: string) => (await one.server.inject({ url, headers: { host: own.host } })).json<T>();
  const post = (url: string, payload: object) => one.server.inject({ method: 'POST', url, headers: own, payload });
  const upload = async (name: string, text: string) => {
    const headers = { ...own, 'content-type': 'application/octet-stream' };
    const sent = await one.server.inject({ method: 'POST', url: `/api/uploads?name=${name}`, headers, payload: text });
    return sent.json<{ upload: string }>().upload;
  };
  const load = async (name: string, text: string) => {
    const response = await post('/api/loads', { uploads: [await upload(name, text)], mapping });
    expect(response.statusCode).toBe(202);
    const { job: id } = response.json<{ job: string }>();
    for (;;) {
      const job = (await get<RunningJob[]>('/api/running')).find((listed) => listed.id === id);
      if (job?.endedAt != null) return job;
      await new Promise((again) => setTimeout(again, 20));
    }
  };

  it('loads, sums, corrects, freezes, verifies, compares', async () => {
    const rows = 'n,k,f,t\n202310000001,invention,2023-01-05,甲\n202310000002,invention,2023-02-30,乙\n';
    const job = await load('rows.csv', rows);
    expect(job).toMatchObject({
      command: 'load',
      state: 'done',
      outcome: { json: { read: 2, loaded: 1, quarantined: 1 }, fault: null },
    });
    const loads = await get<LoadsAnswer>('/api/loads');
    expect(loads).toMatchObject({ total: 1, sums: { read: 2, loaded: 1, quarantined: 1 }, next: null });
    expect(loads.rows[0]).toMatchObject({ revision: 1, person: 'local:test', corrects: null });

    const page = await get<QuarantinePage>('/api/quarantine');
    expect(page).toMatchObject({ open: 1, resolved: 0, next: null, files: [{ open: 1 }] });
    const id = page.rows[0]?.id ?? '';
    const shown = await get<QuarantineAnswer>(`/api/quarantine/${id}`);
    expect(shown).toMatchObject({ format: 'table', correctable: true, record: { field: 'filed_on', line: 3 } });
    expect(shown.columns?.map(({ column, field, value }) => [column, field, value])).toEqual([
      ['n', 'number', '202310000002'],
      ['k', 'kind', 'invention'],
      ['f', 'filed_on', '2023-02-30'],
      ['t', 'title', '乙'],
    ]);
    expect((await post('/api/releases', { name: 'first' })).statusCode).toBe(201);

    const again = await post(`/api/quarantine/${id}/fix`, { set: { f: '2023-02-31' } });
    expect(again.json()).toMatchObject({ resolved: false, fault: { code: 'date-wrong', found: '2023-02-31' } });
    expect(await get<LoadsAnswer>('/api/loads')).toMatchObject({ total: 1 });
    const fixed = await post(`/api/quarantine/${id}/fix`, { set: { f: '2023-02-28' } });
    expect(fixed.json()).toMatchObject({ resolved: true, load: { read: 1, loaded: 1 }, fault: null });
    const twice = await post(`/api/quarantine/${id}/fix`, { set: { f: '2023-02-27' } });
    expect([twice.statusCode, twice.json()]).toMatchObject([400, { code: 'correction-wrong' }]);
    expect(await get<QuarantinePage>('/api/quarantine')).toMatchObject({ open: 0, resolved: 1, rows: [] });
    const all = await get<QuarantinePage>('/api/quarantine?all=true');
    expect(all.rows).toMatchObject([{ id, resolved: { by: 'local:test' } }]);
    expect(await get<LoadsAnswer>('/api/loads')).toMatchObject({
      total: 2,
      sums: { read: 3, loaded: 2, quarantined: 1 },
      rows: [{ revision: 2, corrects: id }, { revision: 1 }],
    });

    expect((await post('/api/releases', { name: 'second' })).json()).toMatchObject({ tables: { patents: 2 } });
    expect((await post('/api/releases', { name: 'second' })).json()).toMatchObject({ code: 'name-taken' });
    const releases = await get<ReleaseAnswer[]>('/api/releases');
    expect(releases.map(({ release }) => release)).toEqual(['first', 'second']);
    expect(await get('/api/releases/second/verify')).toMatchObject({ ok: true, faults: [] });
    expect(await get('/api/releases/diff?a=first&b=second')).toMatchObject({
      added: 1,
      removed: 0,
      changed: 0,
      unchanged: 1,
      examples: { added: ['CN:202310000002'] },
    });
    expect(await get('/api/coverage?release=first')).toEqual([]);
    expect(await get('/api/coverage?release=none')).toMatchObject({ code: 'not-found' });
  });

  it('loads files of several tables, each by the mapping that names it, and corrects a row of one', async () => {
    const several = [
      {
        path: 'deeds.yaml',
        text: 'table: deeds\nfiles: [deeds.csv]\ncolumns: { number: n, kind: k, patents: p, to_parties: t }\n',
      },
      { path: 'marks.yaml', text: 'table: trademarks\nfiles: ["marks-*.csv"]\ncolumns: { number: n, mark_text: t }\n' },
    ];
    const uploads = [
      await upload('deeds.csv', 'n,k,p,t\nD1,transfer,202310000001,乙\nD2,transfer,202310000001,\n'),
      await upload('marks-1.csv', 'n,t\n1,山水\n'),
    ];
    const response = await post('/api/loads', { uploads, mapping: several });
    const { job: id } = response.json<{ job: string }>();
    const ended = async () =>
      (await get<RunningJob[]>('/api/running')).find((job) => job.id === id && job.endedAt != null);
    let job = await ended();
    for (; job === undefined; job = await ended()) await new Promise((again) => setTimeout(again, 20));
    expect(job).toMatchObject({ outcome: { json: { read: 3, loaded: 2, quarantined: 1 }, fault: null } });
    const { rows } = await get<QuarantinePage>('/api/quarantine');
    const held = rows.find(({ field }) => field === 'to_parties');
    expect(held).toMatchObject({ code: 'field-missing' });
    const fixed = await post(`/api/quarantine/${held?.id}/fix`, { set: { t: '丙' } });
    expect(fixed.json()).toMatchObject({ resolved: true, load: { loaded: 1 } });
    const wrong = await post('/api/loads', { uploads: [], mapping: [] });
    expect(wrong.statusCode).toBe(400);
  });

  it('pages the quarantine by key, within a file too', async () => {
    const bad = Array.from({ length: 7 }, (_, index) => `20231000010${index},invention,2023-02-30,x`);
    await load('bad.csv', `n,k,f,t\n${bad.join('\n')}\n`);
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page: QuarantinePage = await get(`/api/quarantine?limit=3${after}`);
      seen.push(...page.rows.map((row) => row.raw?.slice(0, 12) ?? ''));
      expect(page.open).toBe(7);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual(bad.map((row) => row.slice(0, 12)));
    const [file] = (await get<QuarantinePage>('/api/quarantine')).files;
    const query = `file=${encodeURIComponent(file?.file ?? '')}`;
    expect((await get<QuarantinePage>(`/api/quarantine?${query}&limit=2`)).rows.length).toBe(2);
    expect(await get<QuarantinePage>('/api/quarantine?file=none')).toMatchObject({ open: 0, rows: [] });
  });

  it('tells of jobs as events while they run', async () => {
    const address = await one.server.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${address}/api/running/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? new ReadableStream()).getReader();
    const decoder = new TextDecoder();
    let told = '';
    const loading = load('more.csv', 'n,k,f,t\n202310000300,invention,2023-01-05,丙\n');
    while (!told.includes('"state":"done"')) told += decoder.decode((await reader.read()).value, { stream: true });
    const job = await loading;
    const states = told
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)) as RunningJob)
      .filter(({ id }) => id === job.id);
    expect(states[0]).toMatchObject({ state: 'running', outcome: null });
    expect(new Set(states.map(({ progress }) => progress?.stage))).toEqual(
      new Set([undefined, 'reading', 'settling', 'writing']),
    );
    await reader.cancel();
  });

  it('answers 404 for what is not there', async () => {
    const remove = await one.server.inject({ method: 'DELETE', url: '/api/running/none', headers: own });
    expect([remove.statusCode, remove.json()]).toMatchObject([404, { code: 'not-found' }]);
    expect(await get('/api/quarantine/Q9-1-1')).toMatchObject({ code: 'not-found', status: 404 });
    const load = await post('/api/loads', { uploads: ['none'] });
    expect([load.statusCode, load.json()]).toMatchObject([404, { code: 'not-found' }]);
    expect((await post('/api/loads', { uploads: [], other: 1 })).json()).toMatchObject({ code: 'usage', status: 400 });
  });
});
