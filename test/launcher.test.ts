import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../scripts/workshop/root.mjs';

let house: string;

beforeEach(() => {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'launcher ')));
  copyFileSync(join(root, 'zhiheng'), join(house, 'zhiheng'));
  chmodSync(join(house, 'zhiheng'), 0o755);
});

afterEach(() => {
  rmSync(house, { recursive: true, force: true });
});

function install(): void {
  mkdirSync(join(house, 'node_modules'));
}

/** A program in place of the command line: says what it got and ends with code 3. */
function build(): void {
  mkdirSync(join(house, 'apps/cli/bundle'), { recursive: true });
  writeFileSync(
    join(house, 'apps/cli/bundle/main.js'),
    'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)])); process.exitCode = 3;',
  );
}

function run(program: string, parameters: readonly string[] = [], folder = house) {
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the launcher', () => {
  it('says what to run when the packages are missing', () => {
    build();
    const { status, stdout, stderr } = run(join(house, 'zhiheng'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`Run 'npm start' or 'npm run setup' in ${house}`);
  });

  it('says what to run when nothing is built', () => {
    install();
    const { status, stderr } = run(join(house, 'zhiheng'));
    expect(status).toBe(1);
    expect(stderr).toContain("Run 'npm start' or 'npm run setup'");
  });

  it('hands on parameters, folder and exit code', () => {
    install();
    build();
    const elsewhere = realpathSync(tmpdir());
    const { status, stdout } = run(join(house, 'zhiheng'), ['load', 'a b.xml', '--json', '*'], elsewhere);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toEqual([elsewhere, 'load', 'a b.xml', '--json', '*']);
  });

  it('works through symbolic links, absolute and relative', () => {
    install();
    build();
    mkdirSync(join(house, 'bin'));
    symlinkSync(join(house, 'zhiheng'), join(house, 'bin/first'));
    symlinkSync('first', join(house, 'bin/second'));
    expect(run(join(house, 'bin/second'), ['doctor']).stdout).toContain('"doctor"');
    expect(run('./second', ['doctor'], join(house, 'bin')).stdout).toContain('"doctor"');
  });
});
