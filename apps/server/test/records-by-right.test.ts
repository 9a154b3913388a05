import type { RecordsAnswer } from '@zhiheng/office';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice, staffRoles } from './staffed-office.js';

const query = 'indicator=patent-grants&area=ALL&period=2023&origin=computed';
const names = ['腾讯科技', '李四光', '清华大学', '欧阳修文'];
const firsts = ['腾＊＊', '李＊＊', '清＊＊', '欧＊＊'];
/** Roles whose work needs the names, and those who see them masked, from the design. */
const plain = ['statistician', 'screener', 'decider', 'case-officer'];
const masked = ['planner', 'reviewer', 'auditor', 'administrator'];

const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

const records = (who: string) => staffed.get<RecordsAnswer>(who, `/api/records?${query}`);
const csv = async (who: string) => {
  const response = await staffed.ask(who, { method: 'GET', url: `/api/records.csv?${query}` });
  return { status: response.statusCode, text: response.body };
};
const holders = ({ rows }: RecordsAnswer) => rows.map(({ holder }) => holder).sort();

describe('records behind a figure', () => {
  it('knows every role', () => {
    expect([...plain, ...masked, 'region'].sort()).toEqual([...staffRoles].sort());
  });

  it.each(plain)('are shown to a %s with names, in the export too', async (who) => {
    const answer = await records(who);
    expect([answer.total, answer.visible, answer.withheldByRight]).toEqual([4, 4, 0]);
    expect(holders(answer)).toEqual([...names].sort());
    const { status, text } = await csv(who);
    expect(status).toBe(200);
    const rows = parse(text.replace(/^\uFEFF/, ''), { columns: true }) as { holder: string }[];
    expect(rows.map(({ holder }) => holder).sort()).toEqual([...names].sort());
  });

  it.each(masked)('are shown to a %s without names', async (who) => {
    const answer = await records(who);
    expect([answer.total, answer.visible, answer.withheldByRight]).toEqual([4, 4, 0]);
    expect(holders(answer)).toEqual([...firsts].sort());
    const { status, text } = await csv(who);
    expect(status).toBe(who === 'planner' ? 200 : 403);
    for (const word of [...names, '南山路', '珠江路', '清华路']) {
      expect(JSON.stringify(answer) + text).not.toContain(word);
    }
  });

  it('are shown to a region where they are its own; the figure stays whole', async () => {
    const answer = await records('region');
    expect([answer.total, answer.visible, answer.withheldByRight]).toEqual([4, 2, 2]);
    expect(answer.rows.map(({ id }) => id).sort()).toEqual(['CN:202310000011', 'CN:202310000022']);
    expect(holders(answer)).toEqual(['李四光', '腾讯科技'].sort());
    const { text } = await csv('region');
    for (const word of ['202310000033', '202310000044', '清华', '欧阳', '题目丙', '题目丁']) {
      expect(JSON.stringify(answer) + text).not.toContain(word);
    }
    expect(text).toContain('202310000011');
    const figures = await staffed.get<{ rows: { value: number }[] }>(
      'region',
      '/api/figures?indicator=patent-grants&area=ALL&period=2023&origin=computed',
    );
    expect(figures.rows.map(({ value }) => value)).toContain(4);
  });

  it('are shown to no visitor', async () => {
    expect((await staffed.ask('public', { method: 'GET', url: `/api/records?${query}` })).statusCode).toBe(401);
    expect((await csv('public')).status).toBe(401);
  });
});
