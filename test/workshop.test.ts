import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fingerprint, isStamped, writeStamp } from '../scripts/workshop/fingerprint.mjs';
import { packagesToInstall } from '../scripts/workshop/install.mjs';
import { nodeComplaint } from '../scripts/workshop/node-version.mjs';
import { repositoryFiles } from '../scripts/workshop/repository-files.mjs';
import { runCommand } from '../scripts/workshop/run-command.mjs';
import makeRunFolder from '../scripts/workshop/run-folder.mjs';
import { rankOf } from '../scripts/workshop/slow-first.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the version of Node.js', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeComplaint(version)).toBeNull();
  });

  it.each(['18.20.4', '20.9.0', '20.18.3'])('%s is refused with a plain sentence', (version) => {
    expect(nodeComplaint(version)).toContain(`needs Node.js 20.19 or later; this is ${version}`);
  });
});

describe('what is left to install', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/other-system': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };

  it('is nothing when the installation holds the same', () => {
    expect(packagesToInstall(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toEqual(
      [],
    );
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
    ['other content', { 'node_modules/a': { version: '1.0.0', integrity: 'z' } }],
    ['a missing package', {}],
  ])('is the package when the installation holds %s', (_, packages) => {
    expect(packagesToInstall(lock, { packages })).toEqual(['node_modules/a']);
  });

  it('is an optional package that is there in another version', () => {
    const packages = { ...lock.packages, 'node_modules/other-system': { version: '2.0.0', integrity: 'y' } };
    expect(packagesToInstall(lock, { packages })).toEqual(['node_modules/other-system']);
  });
});

describe('a fingerprint', () => {
  it('changes when a file is written, touched, added or removed, and not otherwise', () => {
    const path = join(folder, 'a.ts');
    writeFileSync(path, 'one');
    const before = fingerprint(folder, ['a.ts']);
    expect(fingerprint(folder, ['a.ts'])).toBe(before);
    expect(fingerprint(folder, ['a.ts', 'b.ts'])).not.toBe(before);
    utimesSync(path, 1, 1);
    const touched = fingerprint(folder, ['a.ts']);
    expect(touched).not.toBe(before);
    rmSync(path);
    expect(fingerprint(folder, ['a.ts'])).not.toBe(touched);
  });

  it('is known again from its stamp', () => {
    const stamp = join(folder, 'deep/stamp');
    expect(isStamped(stamp, 'f')).toBe(false);
    writeStamp(stamp, 'f');
    expect(isStamped(stamp, 'f')).toBe(true);
    expect(isStamped(stamp, 'g')).toBe(false);
  });
});

describe('a command', () => {
  const node = (program: string) => runCommand(process.execPath, ['-e', program]);

  it('gives its exit code', async () => {
    expect(await node('process.exit(7)')).toBe(7);
  });

  it('gives 128 and the number of the signal that ended it', async () => {
    expect(await node('process.kill(process.pid, "SIGTERM")')).toBe(143);
  });

  it('says nothing of its own before its end when it runs beside others', async () => {
    const said: string[] = [];
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    });
    const program = 'console.log("one"); console.error("two"); process.exit(3)';
    const code = await runCommand(process.execPath, ['-e', program], { gathered: true });
    written.mockRestore();
    expect([code, said.join('').split('\n').toSorted()]).toEqual([3, ['', 'one', 'two']]);
  });

  it('that cannot be run is a fault', async () => {
    await expect(runCommand(join(folder, 'nothing'), [])).rejects.toThrow('ENOENT');
  });
});

describe('a run of the tests', () => {
  it('writes into one folder, which its processes are told as that of temporary files', () => {
    const run = process.env.ZHIHENG_RUN_FOLDER ?? '';
    expect(existsSync(run)).toBe(true);
    expect(tmpdir()).toBe(run);
    expect(folder.startsWith(join(run, 'workshop-'))).toBe(true);
    // The second project of the runner finds it there.
    expect(makeRunFolder()).toBeUndefined();
  });

  it('removes its folder and puts back what it found', () => {
    const { ZHIHENG_RUN_FOLDER: run } = process.env;
    delete process.env.ZHIHENG_RUN_FOLDER;
    const remove = makeRunFolder();
    const made = process.env.ZHIHENG_RUN_FOLDER ?? '';
    expect([made === run, existsSync(made), tmpdir() === made]).toEqual([false, true, true]);
    remove?.();
    expect([existsSync(made), tmpdir(), process.env.ZHIHENG_RUN_FOLDER]).toEqual([false, run, undefined]);
    process.env.ZHIHENG_RUN_FOLDER = run;
  });

  it('removes what a run left that was ended before it could', () => {
    const { ZHIHENG_RUN_FOLDER: run = '' } = process.env;
    // A process that has ended, so that its number is nobody's.
    const ended = spawnSync(process.execPath, ['-e', '0']).pid;
    const left = mkdtempSync(join(dirname(run), `zhiheng-run-${ended}-`));
    delete process.env.ZHIHENG_RUN_FOLDER;
    const { TMPDIR } = process.env;
    process.env.TMPDIR = dirname(run);
    const remove = makeRunFolder();
    expect([existsSync(left), existsSync(run)]).toEqual([false, true]);
    remove?.();
    process.env.TMPDIR = TMPDIR;
    process.env.ZHIHENG_RUN_FOLDER = run;
  });

  it('begins with what takes longest', () => {
    const paths = [
      'test/a.test.ts',
      'apps/cli/test/a.test.ts',
      'apps/web/test/pages.test.ts',
      'apps/web/test/a.test.ts',
    ];
    expect(paths.map(rankOf).toSorted((one, other) => one - other)).toEqual([
      rankOf('apps/web/test/pages.test.ts'),
      rankOf('apps/web/test/a.test.ts'),
      rankOf('apps/cli/test/a.test.ts'),
      rankOf('test/a.test.ts'),
    ]);
    expect(new Set(paths.map(rankOf)).size).toBe(4);
  });
});

describe('the files of the repository', () => {
  it('leave out what is made, fetched or private', () => {
    const files = repositoryFiles();
    expect(files).toContain('test/workshop.test.ts');
    expect(files.filter((path) => /(?:^|\/)(?:node_modules|dist|\.git)\/|^data\//.test(path))).toEqual([]);
  });
});
