import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureRow } from '@zhiheng/indicators';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';
import { mapping, writeGrants } from './many-grants.js';

const rows = 40_000;

/** A real disk in memory that fills up, under the SQL engine and the ledger too. */
describe.skipIf(process.getuid?.() !== 0)('an office on a disk that is full (needs root for the disk)', () => {
  let office: CommandLine;
  const mount = (words: string[]) => execFileSync('mount', words);
  beforeEach(() => {
    office = new CommandLine();
    mkdirSync(office.data);
    mount(['-t', 'tmpfs', '-o', 'size=256k', 'none', office.data]);
    writeFileSync(join(office.path, 'm.yaml'), mapping);
  });
  afterEach(() => {
    execFileSync('umount', [office.data]);
    office.remove();
  });
  const resize = (kibibytes: number) => mount(['-o', `remount,size=${kibibytes}k`, office.data]);

  it('says so by name at every size too small, and loads at the first that is not', async () => {
    const path = await writeGrants(office.path, 'a.csv', 1, rows);
    const words = ['load', path, '--mapping', join(office.path, 'm.yaml')];
    let refused = 0;
    let room = 256;
    for (; ; room = Math.round(room * 1.3)) {
      resize(room);
      const { exit, json } = await office.run(words);
      if (exit === 0) {
        expect(json).toMatchObject({ read: rows, loaded: rows });
        break;
      }
      refused += 1;
      expect([exit, json]).toMatchObject([1, { error: { code: 'folder-unusable', found: expect.any(String) } }]);
      const listed = await office.run(['release', 'list']);
      // A disk without any room cannot even be asked, and that is said by name too.
      if (listed.exit === 0) expect(listed.json).toEqual([]);
      else expect(listed.json).toMatchObject({ error: { code: 'folder-unusable' } });
    }
    process.stdout.write(`refused at ${refused} sizes; ${room} KiB are enough\n`);
    expect(refused).toBeGreaterThan(3);
    resize(room + 65_536);
    expect((await office.run(['release', 'create', 'r'])).exit).toBe(0);
    expect((await office.run(['release', 'verify', 'r'])).json).toMatchObject({ ok: true, faults: [] });
    expect((await office.run(['compute', '--effective', '2024-01-31'])).exit).toBe(0);
    const words2 = ['figure', 'patent-grants', '--area', '440000', '--period', '2023-01', '--origin', 'computed'];
    expect(((await office.run(words2)).json as FigureRow[]).map(({ value }) => value)).toEqual([rows]);
  });
});
