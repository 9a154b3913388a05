import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFiles } from './disk-files.js';

describe('files on the disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synthesis-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('bear their name once they are whole, in a folder made for them', async () => {
    const file = await diskFiles.create(join(folder, 'new/office/rows.csv'));
    await file.write('申请号\n');
    await file.write('1\n');
    expect(await readdir(join(folder, 'new/office'))).toEqual(['rows.csv.part']);
    await file.close();
    expect(await readdir(join(folder, 'new/office'))).toEqual(['rows.csv']);
    expect(await readFile(join(folder, 'new/office/rows.csv'), 'utf8')).toBe('申请号\n1\n');
  });
});
