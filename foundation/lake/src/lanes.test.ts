import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { Lanes } from './lanes.js';
import { Session } from './session.js';

/** Connections that only say which they are. */
function numbered() {
  const closed: number[] = [];
  let opened = 0;
  const connection = () => {
    opened += 1;
    const number = opened;
    return { number, closeSync: () => closed.push(number) } as unknown as DuckDBConnection;
  };
  return { connection, closed, opened: () => opened };
}

/** Statements that end when they are told to, and the order in which they began. */
function statements(lanes: Lanes) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string) =>
    lanes.use(async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.set(name, end));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((turn) => setImmediate(turn));
  };
  return { begun, ask, end };
}

describe('connections of a session', () => {
  it('runs statements over one connection in their turn', async () => {
    const { connection, opened } = numbered();
    const { begun, ask, end } = statements(new Lanes(connection(), async () => connection(), 1));
    const all = ['a', 'b', 'c'].map(ask);
    await end('');
    expect(begun).toEqual(['a']);
    await end('a');
    await end('b');
    await end('c');
    await Promise.all(all);
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(opened()).toBe(1);
  });

  it('runs as many at once as there may be connections, then the newest first', async () => {
    const { connection, opened, closed } = numbered();
    const lanes = new Lanes(connection(), async () => connection(), 2);
    const { begun, ask, end } = statements(lanes);
    const all = ['a', 'b', 'c', 'd'].map(ask);
    await end('');
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'd']);
    await end('a');
    expect(begun).toEqual(['a', 'b', 'd', 'c']);
    await end('c');
    await end('d');
    await Promise.all(all);
    expect(opened()).toBe(2);
    lanes.close();
    expect(closed).toEqual([1, 2]);
  });

  it('lends a connection again after a statement failed, and opens another after one could not be opened', async () => {
    const { connection } = numbered();
    let refused = 1;
    const lanes = new Lanes(
      connection(),
      async () => {
        if (refused-- > 0) throw new Error('no further connection');
        return connection();
      },
      2,
    );
    const { begun, ask, end } = statements(lanes);
    const failing = lanes.use(async () => {
      throw new Error('a wrong statement');
    });
    const second = lanes.use(async () => undefined);
    await expect(failing).rejects.toThrow('a wrong statement');
    await expect(second).rejects.toThrow('no further connection');
    const all = ['a', 'b'].map(ask);
    await end('');
    expect(begun.toSorted()).toEqual(['a', 'b']);
    await end('a');
    await end('b');
    await Promise.all(all);
  });

  it('shows over every connection what a statement over another one made', async () => {
    const session = await Session.open({ atOnce: 3, threads: 1 });
    const made = Array.from({ length: 12 }, (_, number) =>
      session.run(`CREATE TABLE made_${number} AS SELECT * FROM range(${number * 1000})`),
    );
    await Promise.all(made);
    const counts = Array.from({ length: 12 }, (_, number) =>
      session.rows<{ n: number }>(`SELECT count(*) AS n FROM made_${number}`),
    );
    const counted = (await Promise.all(counts)).map(([row]) => row?.n);
    expect(counted).toEqual(Array.from({ length: 12 }, (_, number) => number * 1000));
    session.close();
  });
});
