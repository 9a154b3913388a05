import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../scripts/workshop/free-port.mjs';
import { spawnGuarded } from '../scripts/workshop/guarded.mjs';
import { findJava } from '../scripts/workshop/java.mjs';
import { root } from '../scripts/workshop/root.mjs';
import { provideTrino } from '../scripts/workshop/trino.mjs';
import { nodeFiles } from '../scripts/workshop/trino-node.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trino-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the Java that Trino runs on', () => {
  const java = (name: string, version: string) => {
    mkdirSync(join(folder, name, 'bin'), { recursive: true });
    writeFileSync(join(folder, name, 'bin/java'), '');
    writeFileSync(join(folder, name, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
    return join(folder, name);
  };

  it('is the earliest that is new enough, JAVA_HOME before all others', () => {
    java('eight', '1.8.0_402');
    java('seventeen', '17.0.9');
    const last = java('a-hundred', '100');
    const right = java('right', '25.0.3');
    mkdirSync(join(folder, 'no-java'));
    expect(findJava(25, { versions: folder })).toBe(right);
    expect(findJava(25, { versions: folder, named: last })).toBe(last);
    expect(findJava(25, { versions: folder, named: join(folder, 'seventeen') })).toBe(right);
  });

  it('is none where all are too old, or no folder is there', () => {
    java('seventeen', '17.0.9');
    expect(findJava(25, { versions: folder, named: '' })).toBeNull();
    expect(findJava(25, { versions: join(folder, 'nothing') })).toBeNull();
  });
});

it('Trino is left out with the reason where that is asked', async () => {
  process.env.ZHIHENG_WITHOUT_TRINO = '1';
  try {
    expect(await provideTrino()).toEqual({ absent: 'ZHIHENG_WITHOUT_TRINO is 1' });
  } finally {
    delete process.env.ZHIHENG_WITHOUT_TRINO;
  }
});

it('its nodes know one coordinator, and no address but the loopback', () => {
  const common = { name: 'x', coordinatorPort: 8001, secret: 'shared', folder, warehouse: '/tables' };
  const coordinator = nodeFiles({ ...common, port: 8001 })['etc/config.properties'];
  const worker = nodeFiles({ ...common, port: 8002 })['etc/config.properties'];
  expect(coordinator).toContain('coordinator=true');
  expect(worker).toContain('coordinator=false');
  for (const lines of [coordinator, worker]) expect(lines).toContain('discovery.uri=http://127.0.0.1:8001');
  expect(worker).toContain('http-server.http.port=8002');
});

it('a free port can be listened on', async () => {
  expect(await freePort()).toBeGreaterThan(1023);
});

describe('a guarded program', () => {
  const staying = "require('node:fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);";
  const runs = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  /** Its number, once it runs. */
  const started = async () => {
    for (;;) {
      const pid = existsSync(join(folder, 'pid')) ? Number(readFileSync(join(folder, 'pid'), 'utf8')) : 0;
      if (pid > 0) return pid;
      await pause(20);
    }
  };

  it('ends when it is stopped, and tells when it ends by itself', async () => {
    const output = openSync(join(folder, 'log'), 'w');
    const options = { folder, output, environment: process.env };
    const program = spawnGuarded(process.execPath, ['-e', staying], options);
    const pid = await started();
    expect(runs(pid)).toBe(true);
    await program.stop();
    expect(runs(pid)).toBe(false);
    expect(await spawnGuarded(process.execPath, ['-e', 'console.log("said"); process.exit(7)'], options).ended).toBe(7);
    closeSync(output);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('said');
  });

  it('ends with whoever started it, even when that one is killed', async () => {
    const guarded = pathToFileURL(join(root, 'scripts/workshop/guarded.mjs')).href;
    writeFileSync(
      join(folder, 'parent.mjs'),
      `import { spawnGuarded } from ${JSON.stringify(guarded)};
      spawnGuarded(process.execPath, ['-e', ${JSON.stringify(staying)}], { folder: '.', output: 1, environment: process.env });
      setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, ['parent.mjs'], { cwd: folder, stdio: 'ignore' });
    const pid = await started();
    expect(runs(pid)).toBe(true);
    parent.kill('SIGKILL');
    // Left running, it would keep this waiting until the test fails.
    while (runs(pid)) await pause(20);
  });
});
