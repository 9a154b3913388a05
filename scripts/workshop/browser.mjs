import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { SetupFault } from './setup-fault.mjs';
import { step } from './step.mjs';

const systemBrowser = '/usr/bin/chromium';

/**
 * The browser for tests of pages: `CHROMIUM_PATH`, else the system's, else the one inside an npm package, unpacked once beside its own
 * libraries and fonts. Gives the path of a program that starts it.
 * @returns {Promise<string>}
 */
export async function provideBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  if (existsSync(systemBrowser)) return systemBrowser;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const home = join(cacheFolder, `chromium-${version}`);
  const launcher = join(home, 'run');
  if (!existsSync(launcher)) await step('Unpacking the browser for the tests', () => unpack(home));
  return launcher;
}

/**
 * Unpacks aside and renames, so that an interrupted attempt leaves nothing that looks whole.
 * @param {string} home
 */
async function unpack(home) {
  mkdirSync(dirname(home), { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  try {
    const code = await runCommand(process.execPath, [fileURLToPath(import.meta.url), 'unpack'], {
      // The package unpacks into the folder for temporary files, its libraries only where it takes itself to be in a cloud function.
      environment: { TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    if (code !== 0) throw new SetupFault('The browser for the tests could not be unpacked.', code);
    writeFileSync(join(aside, 'fonts/fonts.conf'), fontsText);
    writeFileSync(join(aside, 'run'), launcherText);
    chmodSync(join(aside, 'run'), 0o755);
    rmSync(home, { recursive: true, force: true });
    renameSync(aside, home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const launcherText = `#!/bin/sh
home=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$home/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="\${FONTCONFIG_PATH:-$home/fonts}"
exec "$home/chromium" "$@"
`;

// The one in the package names folders of a cloud function.
const fontsText = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'unpack') {
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
}
