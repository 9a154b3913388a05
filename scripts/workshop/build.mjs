import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../package-aliases.mjs';
import { bundle, bundled } from './bundle.mjs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { repositoryFiles } from './repository-files.mjs';
import { cacheFolder, root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { SetupFault } from './setup-fault.mjs';
import { step } from './step.mjs';

/**
 * @typedef {object} Building
 * @property {string} title
 * @property {string} stamp
 * @property {() => string[]} files what it reads and what it makes; any change means to build again
 * @property {() => Promise<number>} run
 */

const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];
const isCode = (/** @type {string} */ path) => /\.(?:ts|json)$/.test(path) && !path.endsWith('.test.ts');
const serverRooms = () => packageFolders().filter((folder) => !folder.endsWith('/web'));

/** @type {Building} */
const bundling = {
  title: 'Bundling the program',
  stamp: join(cacheFolder, 'bundle.stamp'),
  files: () => [
    ...shared,
    'scripts/workshop/bundle.mjs',
    ...serverRooms().flatMap((folder) => made(folder)),
    ...bundled(),
  ],
  run: bundle,
};

/** @type {readonly Building[]} */
const buildings = [
  {
    title: 'Building the packages',
    stamp: join(cacheFolder, 'packages.stamp'),
    files: () => [
      ...shared,
      ...['foundation', 'engines', 'apps'].flatMap((floor) => repositoryFiles(floor)).filter(isCode),
      ...serverRooms().flatMap((folder) => made(folder)),
    ],
    run: () => {
      for (const folder of serverRooms()) forgetLostOutput(folder);
      return runCommand(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-b']);
    },
  },
  bundling,
  {
    title: 'Building the pages',
    stamp: join(cacheFolder, 'pages.stamp'),
    // The pages take types only from other packages; the two that they name most are watched.
    files: () => [
      ...shared,
      ...['apps/web', 'apps/office/src', 'foundation/vocabulary/src'].flatMap((folder) => repositoryFiles(folder)),
      ...made(join(root, 'apps/web')),
    ],
    run: () =>
      runCommand('npm', ['run', '--silent', 'build', '--workspace', '@zhiheng/web', '--', '--logLevel', 'warn']),
  },
];

/** Builds what changed since the last building; a part whose files are as they were left is not touched. */
export async function build() {
  for (const building of buildings) await buildWhatChanged(building);
}

/** Bundles what the compiler made since the last bundle. */
export async function bundleWhatChanged() {
  await buildWhatChanged(bundling);
}

/** @param {Building} building */
async function buildWhatChanged({ title, stamp, files, run }) {
  if (isStamped(stamp, fingerprint(root, files()))) return;
  await step(title, async () => {
    const code = await run();
    if (code !== 0) throw new SetupFault(`${title} failed: see above.`, code);
  });
  writeStamp(stamp, fingerprint(root, files()));
}

/**
 * Paths of what a package's last building made.
 * @param {string} folder
 */
function made(folder) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(dist, name).slice(root.length + 1));
}

/**
 * The compiler trusts its own notes: with the notes there and the output gone it would make nothing.
 * @param {string} folder
 */
function forgetLostOutput(folder) {
  if (!existsSync(join(folder, 'dist/index.js'))) rmSync(join(folder, 'dist/.tsbuildinfo'), { force: true });
}
