import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Tried, tryLoad } from './load-with-workers.js';

const rows = 3000;
const mapping = { path: 'm.yaml', text: 'table: patents\ncolumns: { number: n, kind: k, filed_on: f, title: t }\n' };
/** Some megabytes, as long with one title as with another. */
const content = (title: string): string =>
  `n,k,f,t\n${Array.from({ length: rows }, (_, at) => `${202_310_000_000 + at},invention,2023-01-05,${title.repeat(600)}\n`).join('')}`;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each([
  ['in one go', { count: 0 }],
  ['in workers', { count: 2 }],
])('a file that is touched while it is read %s', (_, workers) => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiheng-changed-'));
    file = path.join(folder, 'a.csv');
    writeFileSync(file, content('ab'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Loads a file, and does something when its first bytes were read. */
  async function loadWhile(act: () => void, loaded = file): Promise<Tried> {
    let acts = 0;
    const tried = await tryLoad(
      { paths: [loaded], mappings: [mapping], keepComplete: false },
      workers,
      undefined,
      ({ stage }) => {
        if (stage !== 'reading' || acts > 0) return;
        acts += 1;
        act();
      },
    );
    expect(acts).toBe(1);
    return tried;
  }

  function expectRefused({ load }: Tried, found: string): void {
    expect(load.holdings).toBeNull();
    const error = { code: 'file-changed', found, place: { path: load.result.files[0]?.path } };
    expect(load.result).toMatchObject({ read: 0, loaded: 0, files: [{ error }] });
  }

  it('adds nothing when it is rewritten at the same length, even with its time set back', async () => {
    const before = statSync(file);
    const tried = await loadWhile(() => {
      writeFileSync(file, content('cd'));
      utimesSync(file, before.atime, before.mtime);
    });
    const after = statSync(file);
    expect([after.size, after.ino]).toEqual([before.size, before.ino]);
    expect(Math.abs(after.mtimeMs - before.mtimeMs)).toBeLessThan(1);
    expectRefused(tried, sha256(content('cd')));
  });

  it('adds nothing when another file of the same length takes its place', async () => {
    const other = path.join(folder, 'other.csv');
    writeFileSync(other, content('cd'));
    expectRefused(await loadWhile(() => renameSync(other, file)), sha256(content('cd')));
  });

  it('adds nothing when it is removed', async () => {
    expectRefused(await loadWhile(() => rmSync(file)), 'no such file');
  });

  it('adds nothing when the archive around it is rewritten at the same length', async () => {
    const packed = path.join(folder, 'a.csv.gz');
    const [first, second] = [gzipSync(content('ab'), { level: 0 }), gzipSync(content('cd'), { level: 0 })];
    expect(first.length).toBe(second.length);
    writeFileSync(packed, first);
    const { load } = await loadWhile(() => writeFileSync(packed, second), packed);
    expect(load.holdings).toBeNull();
    // The bytes that are read are partly of the one and partly of the other: no archive at all, or one that has changed.
    expect(['file-changed', 'archive-damaged']).toContain(load.result.files[0]?.error?.code);
  });

  it('loads when only its time changes', async () => {
    const { load } = await loadWhile(() => utimesSync(file, new Date(0), new Date(0)));
    expect(load.result).toMatchObject({ read: rows, loaded: rows });
    expect(load.result.files[0]?.error).toBeUndefined();
    expect(load.holdings?.sources[0]?.sha256).toBe(sha256(readFileSync(file)));
  });
});
