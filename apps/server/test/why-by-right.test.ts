import type { WhyAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffedOffice } from './staffed-office.js';

const query = 'indicator=patent-grants&area=ALL&period=2023-01';
const staffed = new StaffedOffice();
beforeAll(async () => {
  await staffed.open();
});
afterAll(() => staffed.remove());

const why = (who: string, id: string, more = '') => staffed.get<WhyAnswer>(who, `/api/why?${query}&id=CN:${id}${more}`);
const status = async (who: string, id: string) =>
  (await staffed.ask(who, { method: 'GET', url: `/api/why?${query}&id=CN:${id}` })).statusCode;

describe('why a record counts', () => {
  it('is told with the names to whoever sees them, by the admission of the vintage as by the records', async () => {
    const told = await why('statistician', '202310000022');
    expect(told).toMatchObject({
      ...{ admitted: true, leftOutBy: null, holder: '李四光', countedOn: '2023-01-11', release: 'first' },
      holders: [{ position: 1, name: '李四光', area: '440100' }],
      countsIn: [{ area: '440100', within: ['440100', '440000', 'CN-ML', 'CN', 'ALL'] }],
      sql: { admitted: true, agrees: true },
    });
    expect(await why('statistician', '202310000022', '&by=kind%3Ddesign')).toMatchObject({
      ...{ admitted: false, leftOutBy: "kind = 'design'" },
      sql: { agrees: true },
    });
  });

  it('is told without names to whoever sees them masked', async () => {
    const told = await why('planner', '202310000022');
    expect(told).toMatchObject({ admitted: true, holder: '李＊＊', sql: { agrees: true } });
    expect(JSON.stringify(told)).not.toContain('李四光');
  });

  it('is told to a region of its own records; others are not there for it', async () => {
    expect(await why('region', '202310000011')).toMatchObject({ admitted: true, sql: { agrees: true } });
    expect([await status('region', '202310000033'), await status('region', '209910000033')]).toEqual([404, 404]);
  });

  it('is told to no visitor', async () => {
    expect(await status('public', '202310000011')).toBe(401);
  });
});
