import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import { builtPages } from './built-pages.js';
import { serveFixtures } from './fixture-server.js';

/** The built pages behind the fixture server, and a browser. */
export interface RunningPages {
  readonly folder: string;
  readonly address: string;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

export async function startPages(): Promise<RunningPages> {
  const folder = await builtPages();
  const server = await serveFixtures(folder);
  const running = await startBrowser();
  return {
    folder,
    address: server.address,
    browser: running.browser,
    stop: async () => {
      await running.close();
      await server.close();
    },
  };
}
