import { get } from 'node:http';
import type { RecordsAnswer } from '@zhiheng/office';
import { afterAll, describe, expect, it } from 'vitest';
import { OfficeFolder } from './office-folder.js';

/** Status of a request that names a host of its own: a page elsewhere must not reach the office. */
function statusWithHost(address: string, host: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const sent = get(`${address}/api/health`, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sent.on('error', fail);
  });
}

interface Failure {
  readonly error: { readonly code: string; readonly found: string | null; readonly expected: string | null };
}

describe('the command line as a contract', () => {
  const office = new OfficeFolder();
  afterAll(() => office.remove());

  it('exits with 2 on wrong usage, with JSON', async () => {
    expect(await office.run<Failure>('figure')).toMatchObject({ exit: 2, json: { error: { code: 'usage' } } });
    expect((await office.run('no-such-command')).exit).toBe(2);
  });

  it('exits with 1 and says what would be right when the state is at fault', async () => {
    expect(await office.run<Failure>('compute')).toMatchObject({
      exit: 1,
      json: { error: { code: 'release-missing' } },
    });
    expect(await office.run<Failure>('release', 'create', 'x')).toMatchObject({
      exit: 1,
      json: { error: { code: 'nothing-loaded' } },
    });
    const misspelt = await office.run<Failure>('figure', 'patent-grant');
    expect(misspelt).toMatchObject({
      exit: 1,
      json: { error: { code: 'indicator-unknown', didYouMean: 'patent-grants' } },
    });
    const area = await office.run<Failure>('figure', 'patent-grants', '--area', '999999');
    expect(area).toMatchObject({ exit: 1, json: { error: { code: 'area-unknown', found: '999999' } } });
    const period = await office.run<Failure>('figure', 'patent-grants', '--period', '2023-13');
    expect(period).toMatchObject({ exit: 1, json: { error: { code: 'period-wrong', found: '2023-13' } } });
  });

  it('exits with 4 for a person it does not know', async () => {
    expect(await office.run<Failure>('doctor', '--as', 'somebody')).toMatchObject({
      exit: 4,
      json: { error: { code: 'sign-in-needed' } },
    });
  });

  it('reports a missing file among the files and exits with 1', async () => {
    const answer = await office.run('load', `${office.path}/nothing.xml`);
    expect(answer).toMatchObject({ exit: 1, json: { read: 0, files: [{ error: { code: 'file-missing' } }] } });
  });

  it('judges the programme before anything is loaded', async () => {
    const { exit, json } =
      await office.run<{ target: string; part: string | null; verdict: string; basis: string | null }[]>('verdicts');
    expect(exit).toBe(0);
    expect(Object.fromEntries(json.map((row) => [row.target, row.verdict]))).toEqual({
      T1: 'met',
      T2: 'met',
      T3: 'met',
      T4: 'met',
      T5: 'met',
      T6: 'cannot-tell',
      'T5-6': 'cannot-tell',
      T7: 'met',
      T8: 'cannot-tell',
      T9: 'met',
      T10: 'cannot-tell',
      T11: 'cannot-tell',
      T12: 'cannot-tell',
      T13: 'cannot-tell',
    });
    expect(json.find((row) => row.target === 'T1')?.basis).toBe('published-precision');
  });

  it('tells a publication in the language that is asked for', async () => {
    const asked = ['records', 'gi-products', '--area', 'ALL', '--period', '2025'];
    expect(await office.told(...asked, '--language', 'zh-Hans')).toBe(
      'published: 国家知识产权局新闻发布 2026-01-23, 2026-01-23\nnote: 口径变化，不是增长\n',
    );
    expect(await office.told(...asked, '--language', 'en')).toBe(
      'published: CNIPA press 2026-01-23, 2026-01-23\nnote: scope changed: not growth\n',
    );
  });

  it('tells editions in that language too, and keeps what a program reads', async () => {
    const history = ['vintage', 'history', 'patent-grants', '--by', 'kind=invention'];
    const of2022 = ['--area', 'ALL', '--period', '2022'];
    expect(await office.told(...history, ...of2022, '--language', 'zh-Hant')).toMatch(
      /798347 件 +false +《知識產權統計年報2022》表a1/,
    );
    const asked = ['records', 'gi-products', '--area', 'ALL', '--period', '2025'];
    expect((await office.run<Failure>(...asked, '--language', 'fr')).json.error.code).toBe('usage');
    const { json } = await office.run<RecordsAnswer>(...asked);
    expect(json.publication).toMatchObject({ source: 'CNIPA press 2026-01-23', note: 'scope changed: not growth' });
  });
});

describe('a server that owns the folder', () => {
  it('carries out commands through its socket, refuses a second server, and dies without a trace', async () => {
    const office = new OfficeFolder();
    const server = await office.serve();
    const mapping = office.write('m.yaml', 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n');
    const rows = office.write(
      'rows.csv',
      'n,k,f\n202310000001,invention,2023-01-05\n202310000001,invention,2023-02-30\n',
    );
    expect((await office.run('load', rows, '--mapping', mapping)).json).toMatchObject({
      read: 2,
      loaded: 1,
      quarantined: 1,
    });
    const list = await office.run<{ field: string; code: string; line: number; found: string }[]>('quarantine', 'list');
    expect(list.json).toMatchObject([{ field: 'filed_on', code: 'date-wrong', line: 3, found: '2023-02-30' }]);
    expect((await office.run('start', '--port', '0')).exit).toBe(3);
    const health = await fetch(`${server.address}/api/health`);
    expect(await health.json()).toEqual({ ok: true });
    expect(await statusWithHost(server.address, 'evil.example')).toBe(403);
    expect(await statusWithHost(server.address, 'localhost')).toBe(200);
    const unknown = await fetch(`${server.address}/api/indicators/nothing`);
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    server.kill('SIGKILL');
    await server.ended;
    expect((await office.run('release', 'create', 'after')).json).toMatchObject({ tables: { patents: 1 } });
    office.remove();
  });
});

describe('several mappings of one load', () => {
  it('are named one after the other; a file that none is for is refused alone', async () => {
    const office = new OfficeFolder();
    const marks = office.write('marks.csv', 'n,t\n1,山水\n');
    const other = office.write('other.csv', 'n,t\n202310000001,甲\n');
    const mapping = office.write(
      'a.yaml',
      'table: trademarks\nfiles: [marks.csv]\ncolumns: { number: n, mark_text: t }\n',
    );
    const second = office.write('b.yaml', 'table: patents\nfiles: [none.csv]\ncolumns: { number: n }\n');
    const { exit, json } = await office.run<{ files: { error?: { code: string } }[] }>(
      ...['load', marks, other, '--mapping', mapping, '--mapping', second],
    );
    expect([exit, json]).toMatchObject([1, { read: 1, loaded: 1 }]);
    expect(json.files.map(({ error }) => error?.code)).toEqual([undefined, 'mapping-missing']);
  });
});
