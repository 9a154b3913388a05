import { languages } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { type BuiltPages, buildPages } from './built-pages.js';
import { type FixtureServer, serveFixtures } from './fixture-server.js';
import { desktop, openPage, phone, seriousFindings, settled, shoot } from './opened-page.js';

let pages: BuiltPages;
let server: FixtureServer;
let running: RunningBrowser;

beforeAll(async () => {
  pages = await buildPages();
  server = await serveFixtures(pages.folder);
  running = await startBrowser();
});

afterAll(async () => {
  await running?.close();
  await server?.close();
  await pages?.remove();
});

const paths = {
  overview: '',
  indicators: '/indicators',
  'figure-published': '/indicators/high-value-inventions?period=2023',
  'figure-synthetic': '/indicators/patent-applications?origin=computed&dataset=synthetic&period=2023',
  'figure-duration':
    '/indicators/invention-pendency?origin=computed&dataset=synthetic&area=440000&made=sql&rows=left-out',
  'not-found': '/nowhere',
  'figure-unknown': '/indicators/no-such-thing',
};

describe.each(languages)('every page in %s', (language) => {
  test.each(Object.entries(paths))('%s: no serious finding of axe, nothing on the console', async (name, path) => {
    const { page, complaints, close } = await openPage(
      running.browser,
      `${server.address}/${language}${path}`,
      desktop,
    );
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect((await page.locator('h1, h2').first().boundingBox())?.width).toBeGreaterThan(40);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `${name}-${language}-desktop`);
    await page.setViewportSize(phone);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `${name}-${language}-phone`);
    const expected = name === 'figure-unknown' ? complaints.filter((one) => !one.includes('404')) : complaints;
    expect(expected).toEqual([]);
    await close();
  });
});
