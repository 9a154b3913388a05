import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findJava } from './java.mjs';
import { cacheFolder } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './step.mjs';

const version = '476';
const artifact = `io.trino:trino-server:${version}:tar.gz`;
const oldestJava = 25;
/** Of some fifty plugins: tables over files, tables in memory, and what the server does not start without. */
const plugins = ['hive', 'memory', 'geospatial'];

/** Why Trino cannot be had on this machine, in a sentence. */
export class TrinoAbsent extends Error {}

/**
 * A Java and the unpacked server, fetched by Maven and kept in the cache of the workshop. Throws `TrinoAbsent`.
 * @returns {Promise<{ java: string, home: string, version: string }>}
 */
export async function provideTrinoParts() {
  if (process.env.ZHIHENG_WITHOUT_TRINO === '1') throw new TrinoAbsent('ZHIHENG_WITHOUT_TRINO is 1');
  const java = findJava(oldestJava, { named: process.env.JAVA_HOME, versions: '/usr/lib/jvm' });
  if (java === null) {
    throw new TrinoAbsent(`no Java ${oldestJava} or later: neither JAVA_HOME nor a folder in /usr/lib/jvm holds one`);
  }
  const home = join(cacheFolder, `trino-${version}`);
  if (!existsSync(home)) await step(`Fetching and unpacking Trino ${version} (820 MB, once)`, () => unpack(home, java));
  return { java, home, version };
}

/**
 * Unpacks aside and renames, so that an interrupted attempt leaves nothing that looks whole.
 * @param {string} home
 * @param {string} java
 */
async function unpack(home, java) {
  mkdirSync(cacheFolder, { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  try {
    await fetchArtifact(aside, java);
    const top = `trino-server-${version}`;
    // Whole at first: files of the plugins that are kept are links to those of others.
    const code = await runCommand('tar', ['-xzf', `${top}.tar.gz`], { folder: aside });
    if (code !== 0) throw new TrinoAbsent(`its archive could not be unpacked: tar ended with exit code ${code}`);
    for (const name of readdirSync(join(aside, top, 'plugin'))) {
      if (!plugins.includes(name)) rmSync(join(aside, top, 'plugin', name), { recursive: true });
    }
    renameSync(join(aside, top), home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * Maven takes what it has fetched before from its own store, and checks sums.
 * @param {string} folder
 * @param {string} java
 */
async function fetchArtifact(folder, java) {
  if (spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new TrinoAbsent('no Maven to fetch it with: mvn does not run');
  }
  for (const goal of [
    ['get', `-Dartifact=${artifact}`, '-Dtransitive=false'],
    ['copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`],
  ]) {
    const code = await runCommand('mvn', ['-B', '-q', '-C', `dependency:${goal[0]}`, ...goal.slice(1)], {
      environment: { JAVA_HOME: java },
      folder,
    });
    if (code !== 0) throw new TrinoAbsent(`Maven could not fetch ${artifact}: exit code ${code}, see above`);
  }
}
