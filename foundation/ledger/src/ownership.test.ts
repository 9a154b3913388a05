import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger, takeOwnership } from './index.js';

const folder = () => mkdtempSync(join(tmpdir(), 'zhiheng-ledger-'));
const act = (object: string) => ({ time: '2023-12-01T00:00:00Z', person: 'local', kind: 'load', object, hash: 'ab' });

describe('the ledger', () => {
  it('numbers acts in order and keeps them over a reopening', async () => {
    const path = join(folder(), 'ledger.sqlite');
    const first = await Ledger.open({ engine: 'sqlite', path });
    expect((await first.append(act('a'))).number).toBe(1);
    expect((await first.append({ ...act('b'), kind: 'release' })).number).toBe(2);
    await first.close();
    const second = await Ledger.open({ engine: 'sqlite', path });
    expect((await second.append(act('c'))).number).toBe(3);
    expect((await second.acts('load')).map((one) => one.object)).toEqual(['a', 'c']);
    expect(await second.last('release')).toMatchObject({ number: 2, object: 'b' });
    expect(await second.last('release', 'a')).toBeNull();
    expect(await second.faults()).toEqual([]);
    await second.close();
  });

  it('tells of a folder in which nothing can be written by name', async () => {
    const path = join(folder(), 'no-such-folder/ledger.sqlite');
    const fault = { code: 'folder-unusable', detail: { place: { path }, found: 'SQLITE_CANTOPEN' } };
    await expect(Ledger.open({ engine: 'sqlite', path })).rejects.toMatchObject(fault);
    await expect(async () => takeOwnership(path, 0)).rejects.toMatchObject(fault);
  });
});

describe('ownership of a folder', () => {
  it('is refused while another process holds it and free after that process is killed', async () => {
    const path = join(folder(), 'owner.sqlite');
    const script = `const D=require('libsql');const d=new D(${JSON.stringify(path)});d.exec('BEGIN EXCLUSIVE');console.log('held');setInterval(()=>{},1000)`;
    const holder = spawn(process.execPath, ['-e', script], { cwd: import.meta.dirname });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(takeOwnership(path, 0)).toBeNull();
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await gone;
    const ownership = takeOwnership(path, 0);
    expect(ownership).not.toBeNull();
    ownership?.release();
  });
});
