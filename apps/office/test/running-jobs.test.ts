import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, jobsHere, Office, RunningJobs, runningJobs } from '@zhiheng/office';

type Alone = Parameters<RunningJobs['run']>[0]['alone'];

import type { LoadResult } from '@zhiheng/records';
import { scopeOf } from '@zhiheng/rights';
import { type Actor, localOperator, systemClock } from '@zhiheng/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadFaults } from '../src/commands/load-faults.js';

let folder = '';
let office: Office;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhiheng-running-'));
  office = await Office.open({ folder: join(folder, 'data'), clock: systemClock, runJob: jobsHere(nodeDisk) });
});
afterEach(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = () => ({ office, actor: localOperator('test'), onProgress: () => {} });

/** Work that ends when it is told to, or is stopped. */
function heldWork() {
  let finish = () => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  let begun = false;
  const carry = async ({ signal }: { signal: AbortSignal }) => {
    begun = true;
    await new Promise<void>((done, fail) => {
      void finished.then(done);
      const killed = () => fail(new Error('killed'));
      // It may have been stopped before it came to this.
      if (signal.aborted) killed();
      else signal.addEventListener('abort', killed);
    });
    return { json: 'answer', exit: 0 as const };
  };
  return { carry, finish: () => finish(), hasBegun: () => begun };
}

const order = (command: string, alone: Alone) => ({ command, about: ['x'], alone });
const soon = () => new Promise((done) => setTimeout(done, 10));

describe('running work', () => {
  it('is listed with its person, progress and end, the newest first', async () => {
    const jobs = new RunningJobs(office);
    const told: string[] = [];
    jobs.listen(({ state, progress }) => told.push(`${state} ${progress?.stage ?? '-'}`));
    const outcome = await jobs.run(order('compute', null), context(), async ({ onProgress }) => {
      onProgress({ stage: 'computing', done: 1, total: 2, unit: 'steps' });
      expect(jobs.list()).toMatchObject([
        { command: 'compute', person: 'local:test', state: 'running', endedAt: null },
      ]);
      return { json: 7, exit: 0 };
    });
    expect(outcome).toEqual({ json: 7, exit: 0 });
    await expect(jobs.run(order('load', 'loads'), context(), () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(jobs.list()).toMatchObject([
      { command: 'load', state: 'failed', outcome: { json: null, fault: { code: 'own-fault', message: 'no' } } },
      { command: 'compute', state: 'done', outcome: { json: 7, exit: 0, fault: null } },
    ]);
    expect(jobs.list().every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(told.slice(0, 3)).toEqual(['running -', 'running computing', 'done computing']);
  });

  it('lets loads run one after another and says which waits; other work goes on beside them', async () => {
    const jobs = new RunningJobs(office);
    const [first, second, third] = [heldWork(), heldWork(), heldWork()];
    const runs = [
      jobs.run(order('load', 'loads'), context(), first.carry),
      jobs.run(order('load', 'loads'), context(), second.carry),
      jobs.run(order('compute', null), context(), third.carry),
    ];
    await soon();
    expect([first, second, third].map((one) => one.hasBegun())).toEqual([true, false, true]);
    expect(jobs.list()[1]).toMatchObject({ command: 'load', progress: { stage: 'waiting' } });
    first.finish();
    await runs[0];
    await soon();
    expect(second.hasBegun()).toBe(true);
    second.finish();
    third.finish();
    await Promise.all(runs);
  });

  it('lets previews run one after another beside loads; a stopped one leaves the lake as it is', async () => {
    const jobs = new RunningJobs(office);
    const [load, first, second] = [heldWork(), heldWork(), heldWork()];
    const preview = { ...order('indicator-preview', 'previews'), keepsNothing: true } as const;
    const loading = jobs.run(order('load', 'loads'), context(), load.carry);
    const stopped = jobs.run(preview, context(), first.carry);
    const later = jobs.run(preview, context(), second.carry);
    await soon();
    expect([load, first, second].map((one) => one.hasBegun())).toEqual([true, true, false]);
    load.finish();
    await loading;
    // What nothing names yet: another job that is stopped would clear it away.
    const { sha256 } = await office.store.putJson({ not: 'named' });
    const ended = expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    await jobs.cancel(
      jobs.list().findLast(({ state, command }) => state === 'running' && command !== 'load')?.id ?? '',
    );
    await soon();
    second.finish();
    await Promise.allSettled([ended, later]);
    expect(await office.store.getJson(sha256)).toEqual({ not: 'named' });
  });

  it('keeps everything away from work that must be alone, in the order of asking', async () => {
    const jobs = new RunningJobs(office);
    const [before, alone, after] = [heldWork(), heldWork(), heldWork()];
    const runs = [
      jobs.run(order('compute', null), context(), before.carry),
      jobs.run(order('release-collect', 'everything'), context(), alone.carry),
      jobs.run(order('compute', null), context(), after.carry),
    ];
    await soon();
    expect([alone.hasBegun(), after.hasBegun()]).toEqual([false, false]);
    before.finish();
    await runs[0];
    await soon();
    expect([alone.hasBegun(), after.hasBegun()]).toEqual([true, false]);
    alone.finish();
    after.finish();
    await Promise.all(runs);
    expect(after.hasBegun()).toBe(true);
  });

  it('is stopped while it runs and while it waits, and says so to whoever asked for it', async () => {
    const jobs = new RunningJobs(office);
    const [first, second] = [heldWork(), heldWork()];
    const running = jobs.run(order('load', 'loads'), context(), first.carry);
    const waiting = jobs.run(order('load', 'loads'), context(), second.carry);
    const ends = Promise.allSettled([running, waiting]);
    await soon();
    const [newest, oldest] = jobs.list();
    expect(await jobs.cancel(newest?.id ?? '')).toMatchObject({
      state: 'cancelled',
      outcome: { fault: { code: 'cancelled' } },
    });
    expect(second.hasBegun()).toBe(false);
    expect(await jobs.cancel(oldest?.id ?? '')).toMatchObject({ state: 'cancelled' });
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(jobs.cancel('nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect((await jobs.cancel(oldest?.id ?? '')).state).toBe('cancelled');
  });

  it('leaves nothing of a stopped load in the store, and keeps what acts name', async () => {
    writeFileSync(join(folder, 'm.yaml'), 'table: patents\ncolumns: { number: n, kind: k }\n');
    writeFileSync(join(folder, 'a.csv'), 'n,k\n202310000001,invention\n');
    const input = { paths: [join(folder, 'a.csv')], mapping: join(folder, 'm.yaml') };
    await carryOut('load', input, context());
    const objects = async () => {
      const names: string[] = [];
      for await (const { sha256 } of office.store.list()) names.push(sha256);
      return names.sort();
    };
    const before = await objects();
    expect(before.length).toBeGreaterThan(2);
    const jobs = runningJobs(office);
    const held = heldWork();
    const run = jobs.run(order('load', 'loads'), context(), async (effects) => {
      await office.store.putJson({ half: 'written' });
      return held.carry(effects);
    });
    await soon();
    const [job] = jobs.list();
    await Promise.allSettled([run, jobs.cancel(job?.id ?? '')]);
    expect(await objects()).toEqual(before);
  });

  it('remembers fifty jobs', async () => {
    const jobs = new RunningJobs(office);
    for (let index = 0; index < 60; index += 1) {
      await jobs.run({ command: 'x', about: [String(index)], alone: null }, context(), async () => ({
        json: 0,
        exit: 0,
      }));
    }
    expect(jobs.list().map(({ about }) => about[0])).toEqual(
      Array.from({ length: 50 }, (_, index) => String(59 - index)),
    );
  });
});

describe('what was found in the files of a load', () => {
  const load = (table: string, mapping: string) => {
    writeFileSync(join(folder, 'm.yaml'), mapping);
    writeFileSync(join(folder, 'a.csv'), table);
    return carryOut('load', { paths: [join(folder, 'a.csv')], mapping: join(folder, 'm.yaml') }, context());
  };
  const plain = 'table: patents\ncolumns: { number: n, kind: k }\n';
  const wordy = 'table: patents\ncolumns: { number: number, kind: k }\n';
  const faults = (actor: Actor) =>
    carryOut('load-faults', { id: runningJobs(office).list()[0]?.id }, { ...context(), actor });

  it('is told to whoever loaded them, and not listed', async () => {
    const { json } = await load('王小明,numbr\n', wordy);
    expect(json).toMatchObject({ files: [{ error: { found: '王小明, numbr', didYouMean: 'numbr' } }] });
    const listed = runningJobs(office).list()[0]?.outcome;
    expect(listed).toMatchObject({
      withheld: true,
      exit: 1,
      json: { read: 0, files: [{ error: { code: 'column-missing' } }] },
    });
    expect(JSON.stringify(listed)).not.toMatch(/王小明|numbr/);
    expect(await faults(localOperator('test'))).toMatchObject({
      json: { fault: null, files: [{ path: join(folder, 'a.csv'), error: { found: '王小明, numbr' } }] },
    });
    await expect(faults(localOperator('other'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is no part of the fault of a load that failed as a whole', async () => {
    await expect(load('n,k\n', `${plain}王小明: x\n`)).rejects.toMatchObject({ detail: { found: '王小明' } });
    const listed = runningJobs(office).list()[0]?.outcome;
    expect(listed).toMatchObject({
      withheld: true,
      fault: { code: 'mapping-wrong', found: null, message: 'the mapping is wrong' },
    });
    expect(JSON.stringify(listed)).not.toContain('王小明');
    expect(await faults(localOperator('test'))).toMatchObject({ json: { fault: { found: '王小明' }, files: [] } });
  });

  it('is listed where it quotes nothing', async () => {
    await load('n,k\n"202310000001,invention\n', plain);
    expect(runningJobs(office).list()[0]?.outcome).toMatchObject({
      withheld: false,
      json: { files: [{ error: { code: 'quote-open', found: 'a quote that opens a field' } }] },
    });
  });

  it('is masked for whoever sees names masked', async () => {
    const planner: Actor = { ...localOperator('test'), kind: 'account', roles: ['planner'] };
    expect(scopeOf(planner).personal).toBe('masked');
    await load('王小明,numbr\n', wordy);
    const { json } = await loadFaults(
      { id: runningJobs(office).list()[0]?.id ?? '' },
      { ...context(), scope: scopeOf(planner) },
    );
    expect(json).toMatchObject({ files: [{ error: { code: 'column-missing', found: null } }] });
  });
});

describe('two loads at once', () => {
  it('both stand afterwards', async () => {
    writeFileSync(join(folder, 'm.yaml'), 'table: patents\ncolumns: { number: n, kind: k }\n');
    const files = [1, 2].map((number) => {
      const path = join(folder, `${number}.csv`);
      writeFileSync(path, `n,k\n20231000000${number},invention\n`);
      return path;
    });
    const mapping = join(folder, 'm.yaml');
    const results = await Promise.all(files.map((path) => carryOut('load', { paths: [path], mapping }, context())));
    expect(results.map(({ json }) => (json as LoadResult).loaded)).toEqual([1, 1]);
    const holdings = await office.holdings();
    expect([holdings.revision, holdings.tables.patents?.rows]).toEqual([2, 2]);
    const { json } = await carryOut('loads', {}, context());
    expect(json).toMatchObject({
      total: 2,
      sums: { read: 2, loaded: 2 },
      rows: [
        { revision: 2, files: [{ path: files[1] }] },
        { revision: 1, files: [{ path: files[0] }] },
      ],
      next: null,
    });
  });
});
