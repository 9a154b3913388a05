import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { UserFault } from '@zhiheng/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Uploads } from './uploads.js';

const hour = 3_600_000;
let folder: string;
let time: number;
let uploads: Uploads;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiheng-uploads-'));
  time = Date.UTC(2026, 0, 5);
  const room = { files: 3, bytes: 100, stay: 24 * hour };
  uploads = new Uploads(folder, { bytes: 60, quiet: 60_000, room }, { now: () => new Date(time) });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bring = (person: string, bytes: number) => uploads.take('a.csv', person, Readable.from([Buffer.alloc(bytes)]));
const faultOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => (error instanceof UserFault ? [error.code, error.detail.expected] : error),
  );
const waiting = () => readdirSync(folder).length;

describe('files that wait for a load', () => {
  it('have so many places a person, which a removed one gives back', async () => {
    const first = await bring('zhang', 1);
    await bring('zhang', 1);
    await bring('zhang', 1);
    expect(await faultOf(bring('zhang', 1))).toEqual(['uploads-waiting', 'at most 3 files']);
    expect(waiting()).toBe(3);
    await bring('li', 1);
    await uploads.remove([first.id, first.id]);
    await bring('zhang', 1);
    expect(await faultOf(bring('zhang', 1))).toEqual(['uploads-waiting', 'at most 3 files']);
  });

  it('count while they are on their way', async () => {
    const slow = new Readable({ read: () => {} });
    const coming = uploads.take('slow.csv', 'zhang', slow);
    await bring('zhang', 1);
    await bring('zhang', 1);
    expect(await faultOf(bring('zhang', 1))).toEqual(['uploads-waiting', 'at most 3 files']);
    slow.destroy(new Error('gone'));
    await expect(coming).rejects.toThrow('gone');
    await bring('zhang', 1);
  });

  it('have so many bytes altogether; a broken one gives its own back', async () => {
    await bring('zhang', 60);
    expect(await faultOf(bring('li', 41))).toEqual(['uploads-waiting', 'at most 100 bytes']);
    expect(await faultOf(bring('li', 61))).toEqual(['upload-too-large', 'at most 60 bytes']);
    expect(waiting()).toBe(1);
    await bring('li', 40);
    expect(await faultOf(bring('wang', 1))).toEqual(['uploads-waiting', 'at most 100 bytes']);
  });

  it('give way after a day, but not while a load has asked for them', async () => {
    const forgotten = await bring('zhang', 30);
    const claimed = await bring('zhang', 30);
    uploads.claim(claimed.id, 'zhang');
    time += 24 * hour;
    await bring('li', 10);
    expect(existsSync(forgotten.path)).toBe(true);
    time += 1;
    await bring('li', 10);
    expect([existsSync(forgotten.path), existsSync(claimed.path)]).toEqual([false, true]);
    expect(await faultOf(Promise.resolve().then(() => uploads.get(forgotten.id, 'zhang')))).toEqual([
      'not-found',
      'an uploaded file',
    ]);
    await uploads.remove([claimed.id]);
    await bring('zhang', 60);
  });
});
