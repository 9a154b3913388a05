import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Session } from './session.js';

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-spill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a session that needs more memory than it has', () => {
  it('spills into a folder none of whose parents was there', async () => {
    const session = await Session.open({
      spillFolder: join(folder, 'work/of/one'),
      memoryLimit: '40MB',
      threads: 1,
    });
    // 2,000,000 numbers as texts of 40 characters are 80 MB: sorted, they do not fit.
    const [row] = await session.rows<{ last: string }>(
      `SELECT last(word) AS last FROM (
  SELECT lpad(CAST((i * 7919) % 2000003 AS VARCHAR), 40, '0') AS word FROM range(2000000) AS numbers(i) ORDER BY word OFFSET 10
)`,
    );
    session.close();
    expect(row?.last).toBe('2000002'.padStart(40, '0'));
  });
});
