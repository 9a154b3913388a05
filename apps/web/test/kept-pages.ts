import type { Browser, Page } from 'playwright-core';

/** A page that nobody else has, and everything it said on the console that it should not have. */
export interface LentPage {
  readonly page: Page;
  readonly complaints: string[];
  /** Takes away what a browser keeps of its reader, and what was heard and answered in the place of the server. */
  readonly giveBack: () => Promise<void>;
}

const heard = ['console', 'pageerror'] as const;

/**
 * Pages that are used again. Each looks at an address as for the first time, but its browser has read scripts and faces already, which takes
 * as long as half of the pages take in all.
 */
export class KeptPages {
  readonly #free = new WeakMap<Browser, Map<string, Page[]>>();

  /** `locale` is what the browser asks for. */
  async lend(browser: Browser, locale: string): Promise<LentPage> {
    const free = this.#freeOf(browser, locale);
    const page = free.pop() ?? (await newPage(browser, locale));
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning' || message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const giveBack = async () => {
      await cleaned(page);
      free.push(page);
    };
    return { page, complaints, giveBack };
  }

  #freeOf(browser: Browser, locale: string): Page[] {
    const byLocale = this.#free.get(browser) ?? new Map<string, Page[]>();
    this.#free.set(browser, byLocale);
    const free = byLocale.get(locale) ?? [];
    byLocale.set(locale, free);
    return free;
  }
}

async function newPage(browser: Browser, locale: string): Promise<Page> {
  // Scripts of the tests (axe) are injected, which the page's own policy rightly forbids.
  const context = await browser.newContext({ locale, bypassCSP: true });
  return context.newPage();
}

async function cleaned(page: Page): Promise<void> {
  for (const event of heard) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.context().clearCookies();
  await page.emulateMedia({ media: null });
  await page.goto('about:blank');
}
