import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

export interface BuiltPages {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Builds the pages as they are shipped, into a folder of their own. */
export async function buildPages(): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const vite = createRequire(import.meta.url)
    .resolve('vite/package.json')
    .replace(/package\.json$/, 'bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { cwd: root, env });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Gzip weight of built files, in bytes, by name. */
export async function gzipWeights(folder: string): Promise<Map<string, number>> {
  const names = await readdir(join(folder, 'assets'));
  const weights = new Map<string, number>();
  for (const name of names.filter((one) => /\.(js|css)$/.test(one))) {
    weights.set(name, gzipSync(await readFile(join(folder, 'assets', name))).length);
  }
  return weights;
}
