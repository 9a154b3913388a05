import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** Settings of the packaged browser that readers' browsers do not have: without web security no request tells its origin. */
const unwanted = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
]);

/** A headless browser and what closes it. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Starts `CHROMIUM_PATH`, else an installed Chromium, else the one inside `@sparticuz/chromium`. */
export async function startBrowser(): Promise<RunningBrowser> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (installed !== undefined) {
    const browser = await chromium.launch({ executablePath: installed, args: ['--no-sandbox', ...quiet] });
    return { browser, close: () => browser.close() };
  }
  return startPackagedBrowser();
}

/** The packaged browser brings its libraries when it takes the machine for the service it was made for. */
async function startPackagedBrowser(): Promise<RunningBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'));
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  await pointAtFonts(join(folder, 'fonts'), folder);
  const args = [...packaged.args.filter((one) => !unwanted.has(one)), ...quiet];
  const browser = await chromium.launch({ executablePath, args, headless: true });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The packaged font configuration looks in one fixed folder; this one looks where the fonts were unpacked. */
async function pointAtFonts(fonts: string, folder: string): Promise<void> {
  const settings = join(folder, 'font-settings');
  await mkdir(settings);
  const lines = [
    '<fontconfig>',
    `<dir>${fonts}</dir>`,
    `<cachedir>${join(folder, 'font-cache')}</cachedir>`,
    '</fontconfig>',
  ];
  await writeFile(join(settings, 'fonts.conf'), lines.join('\n'));
  process.env.FONTCONFIG_PATH = settings;
}
