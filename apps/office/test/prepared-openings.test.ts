import { nodeDisk } from '@zhiheng/lake';
import { carryOut, type Office, PreparedOpenings, type RecordsAnswer } from '@zhiheng/office';
import { localOperator } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
beforeAll(async () => {
  await small.run('load', small.table('a.csv', 1, 20));
  await small.run('release-create', { name: 'r' });
  await small.run('compute', { effective: '2024-01-31' });
});
afterAll(() => small.remove());

/** Opens a figure in an office of its own moment, after something was done there; how many segments were read for that, and how many for the figure. */
async function readBy(before: (office: Office) => Promise<void>): Promise<readonly [number, number]> {
  const read: string[] = [];
  const whole = (path: string) => {
    if (path.endsWith('.parquet')) read.push(path);
    return nodeDisk.hash(path);
  };
  return small.use(
    async (office) => {
      await before(office);
      const first = read.length;
      const input = { indicator: 'patent-grants', area: '440000', period: '2023-01', origin: 'computed' };
      const { json } = await carryOut('records', input, {
        office,
        actor: localOperator('test'),
        onProgress: () => {},
      });
      expect((json as RecordsAnswer).total).toBe(20);
      return [first, read.length - first];
    },
    { ...nodeDisk, hash: whole },
  );
}

describe('openings that are prepared', () => {
  it('read nothing for the first time when somebody opens a figure of the newest vintage', async () => {
    const [, unprepared] = await readBy(async () => {});
    // The admission and its cards.
    expect(unprepared).toBe(2);
    const [first, then] = await readBy((office) => new PreparedOpenings(office).tick());
    expect(first).toBeGreaterThanOrEqual(2);
    expect(then).toBe(0);
  });

  it('are left as they are when they are stopped', async () => {
    const [stopped] = await readBy(async (office) => {
      const openings = new PreparedOpenings(office);
      openings.stop();
      await openings.tick();
    });
    expect(stopped).toBe(0);
  });
});
