import { fileURLToPath } from 'node:url';
import { provideBrowser } from './workshop/browser.mjs';
import { build } from './workshop/build.mjs';
import { install } from './workshop/install.mjs';
import { nodeComplaint } from './workshop/node-version.mjs';
import { SetupFault } from './workshop/setup-fault.mjs';

/** Checks the version of Node.js and installs the packages. */
export async function setUpPackages() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== null) throw new SetupFault(complaint, 1);
  await install();
}

/**
 * Runs a command of the workshop; what it gives becomes the exit code, a fault of setting up one plain sentence.
 * @param {() => Promise<number>} work
 */
export async function runWorkshop(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    console.error(error.message);
    process.exitCode = error.code;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runWorkshop(async () => {
    await setUpPackages();
    await build();
    await provideBrowser();
    console.log('Ready: npm start serves, ./zhiheng --help lists the commands.');
    return 0;
  });
}
