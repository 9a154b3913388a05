import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeServer, officeServer, own } from './office-server.js';

let one: OfficeServer;
beforeAll(async () => {
  one = await officeServer(1000);
});
afterAll(() => one.remove());

const create = (headers: Record<string, string>) =>
  one.server.inject({ method: 'POST', url: '/api/releases', headers, payload: { name: 'x' } });

describe('a changing request', () => {
  it.each([
    ['without Origin', { host: own.host, 'x-zhiheng': '1' }, 'Origin'],
    ['from another page', { ...own, origin: 'http://elsewhere.example' }, 'Origin'],
    ['from another port of this machine', { ...own, origin: 'http://127.0.0.1:9999' }, 'Origin'],
    ['from a page of no origin', { ...own, origin: 'null' }, 'Origin'],
    ['without the header of the pages', { host: own.host, origin: own.origin }, 'x-zhiheng'],
    ['with another value in it', { ...own, 'x-zhiheng': 'yes' }, 'x-zhiheng'],
    ['for another host', { ...own, host: 'office.example', origin: 'http://office.example' }, 'Host'],
  ])('%s is refused', async (_, headers, field) => {
    const response = await create(headers);
    expect(response.statusCode).toBe(403);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'not-allowed', place: { field } });
    expect(await one.office.ledger.acts()).toEqual([]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('by %s is refused on every path', async (method) => {
    const response = await one.server.inject({ method, url: '/api/anything', headers: { host: own.host } });
    expect(response.statusCode).toBe(403);
  });

  it('from the served pages is carried out', async () => {
    const response = await create(own);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([409, 'nothing-loaded']);
  });
});

describe('an upload', () => {
  const upload = (name: string, payload: string | Buffer) =>
    one.server.inject({
      method: 'POST',
      url: `/api/uploads?name=${encodeURIComponent(name)}`,
      headers: { ...own, 'content-type': 'application/octet-stream' },
      payload,
    });
  const folder = () => join(one.office.paths.work, 'uploads');
  const waiting = () => (existsSync(folder()) ? readdirSync(folder()) : []);

  it('keeps its name without leaving its folder', async () => {
    const response = await upload('../../..\\rows\u0000.csv', 'n,k\n');
    expect(response.statusCode).toBe(201);
    const { upload: id, name, bytes } = response.json<{ upload: string; name: string; bytes: number }>();
    expect([name, bytes]).toEqual(['rows_.csv', 4]);
    expect(readdirSync(join(folder(), id))).toEqual(['rows_.csv']);
    const removed = await one.server.inject({ method: 'DELETE', url: `/api/uploads/${id}`, headers: own });
    expect([removed.statusCode, waiting()]).toEqual([204, []]);
  });

  it('over the limit is refused and leaves nothing', async () => {
    const response = await upload('big.csv', Buffer.alloc(1001));
    expect([response.statusCode, response.json()]).toMatchObject([413, { code: 'upload-too-large' }]);
    expect(waiting()).toEqual([]);
  });

  it('is shown with a proposed mapping, and with one that is given', async () => {
    const response = await upload('a.csv', '申请号,申请日,旁\n202310000001,2023.01.05,x\n202310000002,2023.01.06,y\n');
    const { upload: id } = response.json<{ upload: string }>();
    const preview = (mapping?: string) =>
      one.server.inject({
        method: 'POST',
        url: `/api/uploads/${id}/preview`,
        headers: own,
        payload: mapping === undefined ? {} : { mapping },
      });
    const proposed = (await preview()).json<{ proposal: { yaml: string }; table: { fields: unknown[] } }>();
    expect(proposed.table.fields).toEqual(['number', 'filed_on', null]);
    expect(proposed.proposal.yaml).toContain('table: patents');
    const given = await preview(proposed.proposal.yaml);
    expect(given.json()).toMatchObject({
      format: 'table',
      table: { header: ['申请号', '申请日', '旁'], rows: [{ 0: '202310000001' }, { 1: '2023.01.06' }] },
      proposal: null,
    });
    const wrong = await preview('table: patents\ncolumns: { number: 号 }\n');
    expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { code: 'column-missing', expected: '号' }]);
    const lines = await upload('a.ndjson', '{"申请号":"202310000001","旁":1}\n{"申请号":"202310000002"}\n');
    const { upload: other } = lines.json<{ upload: string }>();
    const ndjson = await one.server.inject({
      method: 'POST',
      url: `/api/uploads/${other}/preview`,
      headers: own,
      payload: { mapping: 'table: patents\ncolumns: { number: 申请号, title: 名称 }\n' },
    });
    expect(ndjson.json()).toMatchObject({
      format: 'ndjson',
      table: { header: ['申请号', '旁'], fields: ['number', null] },
    });
    const unknown = await preview('table: nothing\n');
    expect(unknown.json()).toMatchObject({ code: 'mapping-wrong' });
  });
});
