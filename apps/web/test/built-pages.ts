import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { oncePerRun } from './once-per-run.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** The pages built as they are shipped, in a folder that every file of the tests reads. */
export function builtPages(): Promise<string> {
  return oncePerRun('pages', async (folder) => {
    const vite = createRequire(import.meta.url)
      .resolve('vite/package.json')
      .replace(/package\.json$/, 'bin/vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    await run(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { cwd: root, env });
  });
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
