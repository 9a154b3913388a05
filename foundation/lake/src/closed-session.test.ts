import { describe, expect, it } from 'vitest';
import { Session } from './session.js';

/** Takes the engine a while on every machine. */
const long = 'SELECT count(*) AS rows FROM range(3000) AS a (x), range(20000) AS b (y) WHERE (x * y) % 7 <> 8';

describe('a session that is closed', () => {
  it('ends what is under way first, and takes nothing more', async () => {
    const session = await Session.open();
    const running = session.rows(long);
    session.close();
    session.close();
    await expect(session.rows('SELECT 1')).rejects.toThrow('the session is closed');
    await expect(session.run('SELECT 1')).rejects.toThrow('the session is closed');
    expect(await running).toEqual([{ rows: 60_000_000 }]);
    await expect(session.rows('SELECT 1')).rejects.toThrow('the session is closed');
  });

  it('ends a stream first, whether it is read to its end or left', async () => {
    for (const wanted of [1, Number.POSITIVE_INFINITY]) {
      const session = await Session.open();
      const stream = session.stream<{ n: number }>('SELECT range AS n FROM range(10000)');
      const first = await stream.next();
      session.close();
      let rows = first.done === true ? 0 : first.value.length;
      for await (const batch of stream) {
        rows += batch.length;
        if (rows > wanted) break;
      }
      expect(rows).toBeGreaterThan(wanted === 1 ? 1 : 9999);
      await expect(session.rows('SELECT 1')).rejects.toThrow('the session is closed');
    }
  });
});
