import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HashingApart } from './hash-apart.js';

let folder = '';
const sizes = [0, 1, 1 << 20, 5_000_003];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiheng-hash-'));
  for (const size of sizes) {
    const content = Buffer.alloc(size);
    for (let index = 0; index < size; index += 1) content[index] = (index * 31 + (index >> 8)) & 255;
    await writeFile(fileOf(size), content);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (size: number) => join(folder, `${size}.bin`);
/** The hash of a file read whole. */
const ofWhole = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

describe.each([
  ['the thread', new URL('../dist/hashing-thread.js', import.meta.url)],
  ['the thread that asks, where that one cannot run', new URL('./no-such-program.js', import.meta.url)],
])('files hashed by %s', (_, entry) => {
  it('have the hash of what they hold, asked all at once', async () => {
    const apart = new HashingApart(entry);
    const told = await Promise.all(sizes.map((size) => apart.hash(fileOf(size))));
    expect(told).toEqual(
      await Promise.all(sizes.map(async (size) => ({ sha256: await ofWhole(fileOf(size)), bytes: size }))),
    );
    expect(await apart.hash(fileOf(1))).toEqual({ sha256: await ofWhole(fileOf(1)), bytes: 1 });
  });

  it('fail with the code of the system, and the next are hashed', async () => {
    const apart = new HashingApart(entry);
    const [lost, found] = await Promise.allSettled([apart.hash(join(folder, 'none')), apart.hash(fileOf(1))]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'ENOENT' } });
    expect(found).toMatchObject({ status: 'fulfilled', value: { bytes: 1 } });
    await expect(apart.hash(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
