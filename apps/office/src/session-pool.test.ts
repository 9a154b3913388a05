import { emptyHoldings, type LakeSession, nodeDisk, ObjectStore, openLakeSession } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { expect, it } from 'vitest';
import { SessionPool } from './session-pool.js';

const openEmpty = () => openLakeSession(emptyHoldings, new ObjectStore('nowhere', nodeDisk), wholeOffice);
const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

it('never lends one session to two questions at once, and opens no more than it may', async () => {
  const pool = new SessionPool(2);
  let opened = 0;
  let closed = 0;
  const inUse = new Set<LakeSession>();
  const open = async () => {
    opened += 1;
    const session = await openEmpty();
    const close = session.close.bind(session);
    session.close = () => {
      closed += 1;
      close();
    };
    return session;
  };
  const ask = (key: string) =>
    pool.use(key, open, async (session) => {
      expect(inUse.has(session)).toBe(false);
      expect(inUse.size).toBeLessThan(2);
      inUse.add(session);
      await pause(5);
      const [row] = await session.rows<{ one: number }>('SELECT 1 AS one');
      inUse.delete(session);
      return row?.one;
    });
  const answers = await Promise.all(['a', 'b', 'a', 'c', 'a', 'b', 'c', 'a'].map(ask));
  expect(answers).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  await pool.close();
  expect(closed).toBe(opened);
});

it('does not keep a session that could not be opened', async () => {
  const pool = new SessionPool(1);
  await expect(
    pool.use(
      'x',
      () => Promise.reject(new Error('no')),
      async () => 1,
    ),
  ).rejects.toThrow('no');
  expect(await pool.use('x', openEmpty, async () => 2)).toBe(2);
  await pool.close();
});
