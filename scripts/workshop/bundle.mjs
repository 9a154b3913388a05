import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Where the program lies that `./zhiheng` starts: as deep as the compiled files of a room, since some find others by where they lie. */
const folder = 'apps/cli/bundle';

/** Where a process or a thread begins. They lie side by side in the bundle, so that each is found beside the one that starts it. */
const entries = {
  main: 'apps/cli/dist/main.js',
  'measure-process': 'apps/cli/dist/bench/measure-process.js',
  'indicator-process': 'apps/cli/dist/bench/indicator-process.js',
  'job-process': 'apps/office/dist/jobs/job-process.js',
  'near-worker': 'engines/screening/dist/near/near-worker.js',
  'hashing-thread': 'foundation/lake/dist/hashing-thread.js',
  'block-worker': 'engines/records/dist/loading/block-worker.js',
  'pdf-thread': 'foundation/texts/dist/pdf/pdf-thread.js',
};

/** What holds compiled programs, or reads files of its own package, stays where it is installed. */
const installed = /^@duckdb\/node-bindings|^(?:@libsql|@node-rs)\/|^(?:libsql|pdfjs-dist|pg-native)(?:\/|$)/;

/** What a command asks of the office before it knows whether a server carries it out: its own file, so that the rest is not read for it. */
const beforeTheOffice = 'apps/office/dist/office-paths.js';

/**
 * The room of the SQL engine asks Node.js for it when it is needed. Asked of the bundler instead, its 182 files come into the bundle, and are
 * still run only then.
 * @type {import('rolldown').Plugin}
 */
const engineInside = {
  name: 'engine-inside',
  transform: {
    filter: { id: /foundation\/lake\/dist\/engine\.js$/ },
    handler(code) {
      const own = /^const require = createRequire\(import\.meta\.url\);$/m;
      if (!own.test(code)) throw new Error('foundation/lake/dist/engine.js asks for the SQL engine in another way');
      return code.replace(own, '');
    },
  },
};

/**
 * Puts the compiled rooms and the packages that they use into few files: to find and read some 2,500 small ones takes each process longer
 * than most commands take. Files of the last bundle that are in use no more are removed. Gives 0, or throws what is wrong.
 */
export async function bundle() {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    platform: 'node',
    external: (id) => installed.test(id),
    plugins: [engineInside],
    treeshake: { moduleSideEffects: (id) => id !== join(root, 'apps/office/dist/index.js') },
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: join(root, folder),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'office-paths', test: (id) => id === join(root, beforeTheOffice) }] },
  });
  await build.close();
  const kept = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(join(root, folder))) if (!kept.has(name)) rmSync(join(root, folder, name));
  return 0;
}

/** Paths of what the last bundling made. */
export function bundled() {
  if (!existsSync(join(root, folder))) return [`${folder}/main.js`];
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}
