import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import type { LoadResult } from '@zhiheng/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';
import { mapping, writeGrants } from './many-grants.js';

const kills = 20;
const rows = 60_000;

/** Moments spread over a stretch of time, one in each of `count` equal parts, at random within it. */
function moments(count: number, stretch: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.round(((at + Math.random()) / count) * stretch));
}

describe('a command killed at random moments, its processes with it', () => {
  let office: CommandLine;
  beforeEach(() => {
    office = new CommandLine();
    writeFileSync(join(office.path, 'm.yaml'), mapping);
  });
  afterEach(() => office.remove());

  const table = (name: string, first: number) => writeGrants(office.path, name, first, rows);
  const load = (path: string, killAfter?: number) =>
    office.run(['load', path, '--mapping', join(office.path, 'm.yaml')], killAfter);
  const grants = async () => {
    const words = ['figure', 'patent-grants', '--area', '440000', '--period', '2023-01', '--origin', 'computed'];
    return ((await office.run(words)).json as FigureRow[]).map(({ value }) => value);
  };
  /** After `release collect` the lake holds what acts name and nothing on its way in. */
  const collected = async (): Promise<string[]> => {
    expect((await office.run(['release', 'collect'])).exit).toBe(0);
    const files = office.files();
    expect(files.filter((path) => !/^objects\/[0-9a-f]{2}\/[0-9a-f]{64}\.(?:parquet|json)$/.test(path))).toEqual([]);
    return files;
  };

  it(`${kills} kills of load: all or nothing, and the sums are right after the next try`, async () => {
    const first = await table('first.csv', 1);
    const { json, took } = await load(first);
    expect(json as LoadResult).toMatchObject({ read: rows, loaded: rows });
    let held = rows;
    let finished = 0;
    for (const [turn, moment] of moments(kills, took * 1.05).entries()) {
      const before = await collected();
      const path = await table(`turn-${turn}.csv`, held + 1);
      const ending = await load(path, moment);
      if (ending.signal === null) finished += 1;
      else expect(ending.signal).toBe('SIGKILL');
      // Every other time the next try comes while the job of the killed one may still be at work.
      if (turn % 2 === 0) await office.settled();
      const { json: again, exit } = await load(path);
      expect([exit, again]).toMatchObject([0, { read: rows }]);
      await office.settled();
      const { loaded, duplicates } = again as LoadResult;
      // The killed load counts whole or not at all: its act is the last thing it does.
      if (duplicates === 0) expect(loaded).toBe(rows);
      else expect([loaded, duplicates]).toEqual([0, rows]);
      if (ending.signal === null) expect(duplicates).toBe(rows);
      held += rows;
      expect((await collected()).length).toBeGreaterThan(before.length);
    }
    process.stdout.write(`load: ${kills} kills within ${Math.round(took)} ms, ${finished} came too late\n`);
    expect(finished).toBeLessThan(kills / 2);
    const { json: release } = await office.run(['release', 'create', 'all']);
    expect(release).toMatchObject({ tables: { patents: held } });
    expect((await office.run(['release', 'verify', 'all'])).json).toMatchObject({ ok: true });
    expect((await office.run(['compute', '--effective', '2024-01-31'])).exit).toBe(0);
    expect(await grants()).toEqual([held]);
  });

  it(`${kills} kills of release create and compute: each release and vintage is whole or not there`, async () => {
    await load(await table('all.csv', 1));
    const create = (name: string, killAfter?: number) => office.run(['release', 'create', name], killAfter);
    const compute = (effective: string, killAfter?: number) =>
      office.run(['compute', '--effective', effective], killAfter);
    const timed = [await create('timed'), await compute('2024-01-01')];
    const [createTook = 0, computeTook = 0] = timed.map(({ took }) => took);
    const [createAt, computeAt] = [moments(kills, createTook * 1.05), moments(kills, computeTook * 1.05)];
    for (let turn = 0; turn < kills; turn += 1) {
      const name = `r${turn}`;
      await create(name, createAt[turn]);
      if (turn % 2 === 0) await office.settled();
      const retried = await create(name);
      if (retried.exit !== 0) expect(retried.json).toMatchObject({ error: { code: 'name-taken' } });
      expect((await office.run(['release', 'verify', name])).json).toMatchObject({ ok: true, faults: [] });
      const effective = `2024-02-${String(turn + 1).padStart(2, '0')}`;
      await compute(effective, computeAt[turn]);
      if (turn % 2 === 0) await office.settled();
      expect(await compute(effective)).toMatchObject({ exit: 0, json: { effective } });
      expect(await grants()).toEqual([rows]);
      const vintages = (await office.run(['vintage', 'list'])).json as { effective: string }[];
      expect(vintages.filter((one) => one.effective === effective)).toHaveLength(1);
      await office.settled();
    }
    const before = await collected();
    expect(await collected()).toEqual(before);
    const releases = (await office.run(['release', 'list'])).json as { release: string }[];
    expect(releases).toHaveLength(kills + 1);
  });

  it('a job killed under its command is told as a fault of the software, and leaves nothing half', async () => {
    const { took } = await load(await table('first.csv', 1));
    const more = await table('more.csv', rows + 1);
    let told = 0;
    for (const moment of moments(8, took)) {
      const before = await collected();
      const words = ['load', more, '--mapping', join(office.path, 'm.yaml')];
      const { exit, json } = await office.run(words, moment, 'job');
      if (exit === 0) break;
      told += 1;
      expect([exit, json]).toMatchObject([70, { error: { code: 'own-fault' } }]);
      await office.settled();
      expect(await collected()).toEqual(before);
    }
    process.stdout.write(`job: ${told} of 8 kills met it at work\n`);
    expect(told).toBeGreaterThan(2);
    expect((await load(more)).json).toMatchObject({ read: rows });
  });
});
