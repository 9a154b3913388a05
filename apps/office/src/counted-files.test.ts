import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredObservation } from '@zhiheng/indicators';
import { nodeDisk } from '@zhiheng/lake';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CountedFiles } from './counted-files.js';

const rowsOf = (value: number) =>
  [{ area: 'CN', period: '2022', breakdown: 'kind=invention', value, n: value }] as unknown as StoredObservation[];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiheng-counted-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('rows that were counted when asked for', () => {
  it('are there for whoever asks the same later, and for nobody else', async () => {
    await new CountedFiles(folder, nodeDisk).write('one', rowsOf(3));
    const later = new CountedFiles(folder, nodeDisk);
    expect(await later.read('one')).toEqual(rowsOf(3));
    expect(await later.read('other')).toBeNull();
    await later.write('one', rowsOf(4));
    expect(await later.read('one')).toEqual(rowsOf(4));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are counted anew where a file is not as it was written', async () => {
    const files = new CountedFiles(folder, nodeDisk);
    await files.write('one', rowsOf(3));
    const path = join(folder, readdirSync(folder)[0] ?? '');
    const whole = readFileSync(path, 'utf8');
    for (const damaged of [
      whole.replace('"value":3', '"value":4'),
      whole.slice(0, -9),
      '',
      whole.split('\n')[0] ?? '',
    ]) {
      writeFileSync(path, damaged);
      expect(await files.read('one')).toBeNull();
    }
    writeFileSync(path, whole);
    expect(await files.read('one')).toEqual(rowsOf(3));
  });

  it('make room where they become too many', async () => {
    const files = new CountedFiles(folder, nodeDisk, 400);
    for (const key of ['a', 'b', 'c', 'd', 'e']) await files.write(key, rowsOf(1));
    expect(await files.read('a')).toBeNull();
    expect(await files.read('e')).toEqual(rowsOf(1));
  });

  it('stay away without a fault where the disk takes nothing', async () => {
    const full = { ...nodeDisk, write: () => Promise.reject(new Error('ENOSPC')) };
    const files = new CountedFiles(folder, full);
    await files.write('one', rowsOf(3));
    expect(await files.read('one')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});
