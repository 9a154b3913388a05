import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '@zhiheng/lake';
import { carryOut, collectObjects, jobsHere, Office } from '@zhiheng/office';
import type { LoadResult } from '@zhiheng/records';
import { systemClock, wholeOffice } from '@zhiheng/vocabulary';
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
      const context = { office: one, person: 'local:test', scope: wholeOffice, onProgress: () => {} };
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
        const context = { office: one, person: 'local:test', scope: wholeOffice, onProgress: () => {} };
        await carryOut('release-create', { name: 'r' }, context);
      }
      const verified = await carryOut(
        'release-verify',
        { name: 'r' },
        { office: one, person: 'local:test', scope: wholeOffice, onProgress: () => {} },
      );
      expect(verified).toMatchObject({ exit: 0, json: { ok: true, faults: [] } });
    });
  });
});
