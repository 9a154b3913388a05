import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DecideAnswer, GuidelineAnswer, ReviewAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeServer, officeServer, own } from './office-server.js';

const text = `某市知识产权工作计划（2026年）
2026年2月5日
一、重点任务
（一）提升质量。商标抽检合格率达到97%以上。（商标局负责）
二、工作要求
各单位于2026年12月1日前将总结以电子件形式报送运用促进司。
`;

describe('a guideline through the interface', () => {
  let one: OfficeServer;
  beforeAll(async () => {
    one = await officeServer(100_000);
  });
  afterAll(() => one.remove());

  const get = async <T>(url: string) => (await one.server.inject({ url, headers: { host: own.host } })).json<T>();
  const post = (url: string, payload: object = {}) => one.server.inject({ method: 'POST', url, headers: own, payload });
  const bring = (name: string, payload: string | Buffer) =>
    one.server.inject({
      ...{ method: 'POST', url: `/api/guidelines?name=${encodeURIComponent(name)}`, payload },
      headers: { ...own, 'content-type': 'application/octet-stream' },
    });
  const waiting = () => readdirSync(join(one.office.paths.work, 'uploads')).length;

  it('is brought, gone through, accepted and rolled over', async () => {
    const brought = await bring('计划.txt', text);
    expect(brought.statusCode).toBe(201);
    const { draft, file } = brought.json<GuidelineAnswer>();
    expect([file, waiting()]).toEqual(['计划.txt', 0]);
    expect(await get('/api/guidelines')).toMatchObject([{ draft, kind: 'guideline', programme: null }]);
    expect(await get(`/api/guidelines/${draft}`)).toMatchObject({ draft, targets: [{ kind: 'floor' }] });
    const decided = await post(`/api/guidelines/${draft}/decisions`, {
      ...{ field: 'target-T1', decision: 'correct', value: { limit: 98 }, note: '上调', version: 0 },
    });
    expect(decided.json<DecideAnswer>()).toMatchObject({
      changed: [{ id: 'target-T1', state: 'corrected', value: { limit: 98 } }],
    });
    const late = await post(`/api/guidelines/${draft}/decisions`, {
      field: 'target-T1',
      decision: 'reject',
      version: 0,
    });
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'state-changed' }]);
    const early = await post(`/api/guidelines/${draft}/accept`);
    expect([early.statusCode, early.json()]).toMatchObject([409, { code: 'review-waiting' }]);
    expect((await post(`/api/guidelines/${draft}/decisions`, { decision: 'accept' })).json()).toMatchObject({
      counts: { waiting: 0 },
    });
    const accepted = await post(`/api/guidelines/${draft}/accept`);
    expect([accepted.statusCode, accepted.json()]).toMatchObject([201, { programme: '2026', corrected: 1 }]);
    expect(await get('/api/programmes')).toMatchObject([{ id: '2026' }, { id: '2023' }]);
    expect(await get('/api/programmes/2026/verdicts')).toMatchObject([
      { target: 'T1', limit: 98, verdict: 'cannot-tell' },
    ]);
    expect((await get<ReviewAnswer>(`/api/guidelines/${draft}/review`)).programme).toBe('2026');
    const rolled = await post('/api/programmes/2026/roll');
    expect([rolled.statusCode, rolled.json()]).toMatchObject([201, { kind: 'roll', year: 2027 }]);
  });

  it.each([
    ['a.docx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'document-refused', 400],
    ['a.txt', Buffer.alloc(100_001, 65), 'upload-too-large', 413],
  ])('is refused by name, and nothing stays: %s', async (name, bytes, code, status) => {
    const refused = await bring(name, bytes);
    expect([refused.statusCode, refused.json()]).toMatchObject([status, { code }]);
    expect(waiting()).toBe(0);
  });

  it('decisions that are none are refused', async () => {
    const refused = await post('/api/guidelines/none/decisions', { decision: 'keep' });
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'usage' }]);
    expect((await post('/api/guidelines/none/accept')).json()).toMatchObject({ code: 'not-found', status: 404 });
  });
});
