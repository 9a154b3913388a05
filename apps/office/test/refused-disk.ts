import type { FigureRow } from '@zhiheng/indicators';
import { exitCodeOf, reportFault, UserFault } from '@zhiheng/vocabulary';
import { expect } from 'vitest';
import type { SmallOffice } from './small-office.js';
import { type SystemCode, WatchedDisk } from './watched-disk.js';

export const january = { indicator: 'patent-grants', area: ['440000'], period: ['2023-01'], origin: 'computed' };

/**
 * Loads, freezes, computes and loads again, each with the first, second, … write, syncing or renaming of the disk refused until it gets
 * through: what was refused leaves nothing half, and nothing acknowledged is lost.
 */
export async function refuseThroughout(small: SmallOffice, code: SystemCode): Promise<void> {
  const grants = async (): Promise<unknown> => {
    const { json } = await small.run('figure', january);
    return (json as FigureRow[]).map((row) => row.value);
  };
  const first = await refuseUntilDone(small, code, 'load', small.table('a.csv', 1, 5), async () => {
    expect(await small.look()).toEqual({ acts: [], objects: 0, incoming: false, verified: null });
  });
  const { objects: loaded } = await small.look();
  const frozen = await refuseUntilDone(small, code, 'release-create', { name: 'r1' }, async () => {
    expect(await small.look()).toMatchObject({ acts: ['load 1 files'], objects: loaded });
  });
  const whole = { ok: true, faults: [] };
  const computed = await refuseUntilDone(small, code, 'compute', { effective: '2024-01-31' }, async () => {
    const acts = ['load 1 files', 'release r1'];
    // A release is its manifest and what its checks found.
    expect(await small.look('r1')).toMatchObject({ acts, objects: loaded + 2, verified: whole });
  });
  expect(await grants()).toEqual([5]);
  const before = await small.look();
  expect(before.acts).toHaveLength(3);
  const again = await refuseUntilDone(small, code, 'load', small.table('b.csv', 6, 4), async () => {
    expect(await small.look('r1')).toEqual({ ...before, verified: { ...whole, checked: expect.any(Number) } });
  });
  expect(await grants()).toEqual([5]);
  // An object is a syncing of its file, of the two folders that lead to it, and a renaming; a JSON text is written too.
  expect(Math.min(first, frozen, computed, again)).toBeGreaterThanOrEqual(4);
  await small.run('release-create', { name: 'r2' });
  await small.run('compute', { effective: '2024-01-31' });
  expect(await grants()).toEqual([9]);
  for (const name of ['r1', 'r2']) expect((await small.look(name)).verified).toMatchObject(whole);
}

/**
 * Tries a command with the first, second, … act of the disk refused until it gets through; `after` looks at the folder each time it did not.
 * Gives the number of refusals.
 */
async function refuseUntilDone(
  small: SmallOffice,
  code: SystemCode,
  command: string,
  input: object,
  after: () => Promise<void>,
): Promise<number> {
  for (let number = 1; ; number += 1) {
    const watched = new WatchedDisk(small.data);
    watched.refuse(number, code);
    const fault = await small.run(command, input, watched.disk).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault === null).toBe(!watched.refused);
    if (fault === null) return number - 1;
    expect(fault).toBeInstanceOf(UserFault);
    expect(exitCodeOf(fault)).toBe(1);
    expect(reportFault(fault)).toMatchObject({
      code: 'folder-unusable',
      found: code,
      place: { path: expect.stringContaining(small.path) },
    });
    await after();
  }
}
