import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, collectObjects, jobsHere, Office } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { localOperator, systemClock } from '@zhiheng/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'killed-office.mjs');

interface Ending {
  readonly signal: string | null;
  readonly output: string;
}

function run(...words: string[]): Promise<Ending> {
  return new Promise((done) => {
    execFile(process.execPath, [script, ...words], (error, stdout, stderr) => {
      done({ signal: error?.signal ?? null, output: error === null ? stdout : stderr });
    });
  });
}

describe('a process killed while it writes', () => {
  let folder = '';
  let load = '';
  const table = (rows: string) => `n,k,f\n${rows}`;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiheng-killed-'));
    writeFileSync(join(folder, 'm.yaml'), 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n');
    writeFileSync(
      join(folder, 'a.csv'),
      table('202310000001,invention,2023-01-05\n202310000002,invention,2023-01-06\n'),
    );
    load = JSON.stringify({ paths: [join(folder, 'a.csv')], mapping: join(folder, 'm.yaml') });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const office = () => Office.open({ folder: join(folder, 'data'), clock: systemClock, runJob: jobsHere(nodeDisk) });
  const reopened = async <T>(use: (one: Office) => Promise<T>): Promise<T> => {
    const one = await office();
    try {
      return await use(one);
    } finally {
      await one.close();
    }
  };

  it.each([
    ['after-write', 1],
    ['before-rename', 1],
    ['before-rename', 3],
    ['after-rename', 2],
    ['before-act', 1],
  ])('at %s (%i) of a load leaves nothing half, and the load can be done again', async (point, count) => {
    expect((await run(join(folder, 'data'), point, String(count), 'load', load)).signal).toBe('SIGKILL');
    await reopened(async (one) => {
      expect(await one.ledger.acts()).toEqual([]);
      expect((await one.holdings()).revision).toBe(0);
      expect(existsSync(join(one.paths.lake, 'incoming'))).toBe(false);
      await collectObjects(one);
      for await (const object of one.store.list()) throw new Error(`an orphan stayed: ${object.sha256}`);
      const context = { office: one, actor: localOperator('test'), onProgress: () => {} };
      const { json } = await carryOut('load', JSON.parse(load) as object, context);
      expect(json as LoadResult).toMatchObject({ read: 2, loaded: 2 });
    });
  });

  it('after the act keeps what was acknowledged', async () => {
    expect((await run(join(folder, 'data'), 'after-act', '1', 'load', load)).signal).toBe('SIGKILL');
    await reopened(async (one) => {
      expect((await one.ledger.acts('load')).length).toBe(1);
      expect((await one.holdings()).tables.patents?.rows).toBe(2);
    });
  });

  it.each([
    ['after-write', 0],
    ['before-rename', 0],
    ['after-rename', 0],
    ['before-act', 0],
    ['after-act', 1],
  ])('at %s of a release leaves %i releases, each whole', async (point, releases) => {
    expect((await run(join(folder, 'data'), 'never', '1', 'load', load)).signal).toBeNull();
    const create = await run(join(folder, 'data'), point, '1', 'release-create', '{"name":"r"}');
    expect(create.signal).toBe('SIGKILL');
    await reopened(async (one) => {
      expect((await one.ledger.acts('release')).length).toBe(releases);
      await collectObjects(one);
      if (releases === 0) {
        const context = { office: one, actor: localOperator('test'), onProgress: () => {} };
        await carryOut('release-create', { name: 'r' }, context);
      }
      const verified = await carryOut(
        'release-verify',
        { name: 'r' },
        { office: one, actor: localOperator('test'), onProgress: () => {} },
      );
      expect(verified).toMatchObject({ exit: 0, json: { ok: true, faults: [] } });
    });
  });

  it.each([
    ['after-write', 1, 1],
    ['before-rename', 2, 1],
    ['after-rename', 5, 1],
    ['before-rename', 7, 1],
    ['before-act', 1, 1],
    ['after-act', 1, 2],
  ])(
    'at %s (%i) of a screening leaves %i runs, each whole, and the next begins with what the last one kept',
    {
      timeout: 120_000,
    },
    async (point, count, whole) => {
      const data = join(folder, 'data');
      const text = (at: number) => `一种水泵，包括壳体与叶轮，所述壳体的第${at}侧设有进水口，叶轮与电机的轴相连。`;
      const rows = (from: number, to: number) =>
        Array.from(
          { length: to - from },
          (_, at) => `20231000000${from + at},invention,2023-01-05,${text(from + at)}\n`,
        );
      writeFileSync(
        join(folder, 't.yaml'),
        'table: patents\ncolumns: { number: n, kind: k, filed_on: f, abstract: t }\ncovers: { kinds: [invention], filed: [2023-01-01, 2023-01-31], completeness: full }\n',
      );
      await reopened(async (one) => {
        const call = { office: one, actor: localOperator('test'), onProgress: () => {} };
        for (const [name, from, to] of [
          ['one', 0, 5],
          ['two', 5, 8],
        ] as const) {
          writeFileSync(join(folder, `${name}.csv`), `n,k,f,t\n${rows(from, to).join('')}`);
          await carryOut('load', { paths: [join(folder, `${name}.csv`)], mapping: join(folder, 't.yaml') }, call);
          await carryOut('release-create', { name, accept: [] }, call);
        }
        await carryOut('screen-run', { release: 'one' }, call);
      });
      expect((await run(data, point, String(count), 'screen-run', '{"release":"two"}')).signal).toBe('SIGKILL');
      await reopened(async (one) => {
        expect((await one.ledger.acts('screening')).length).toBe(whole);
        expect(existsSync(join(one.paths.lake, 'incoming'))).toBe(false);
        await collectObjects(one);
        const call = { office: one, actor: localOperator('test'), onProgress: () => {} };
        const { json } = await carryOut('screen-run', { release: 'two' }, call);
        expect(json).toMatchObject({
          documents: 8,
          texts:
            whole === 1 ? { taken: 3, kept: 5, left: 0, remade: null } : { taken: 0, kept: 8, left: 0, remade: null },
        });
        expect((await one.ledger.acts('screening')).length).toBe(2);
      });
    },
  );
});
