import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipWeights } from './built-pages.js';
import { desktop, openPage, settled } from './opened-page.js';
import { type RunningPages, startPages } from './running-pages.js';

let pages: RunningPages;

beforeAll(async () => {
  pages = await startPages();
});

afterAll(() => pages?.stop());

const open = (path: string, locale?: string) => openPage(pages.browser, pages.address + path, desktop, locale);
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Files of script and style that had come before the first value stood on the page, by the clock of the browser. */
async function fetchedBeforeNumbers(path: string, values = '.quantity'): Promise<string[]> {
  const context = await pages.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      seen.disconnect();
      performance.mark('numbers');
    });
    seen.observe(document, { childList: true, subtree: true });
  }, values);
  await page.goto(pages.address + path);
  await page.waitForSelector(values);
  const fetched = await page.evaluate(() => {
    const at = performance.getEntriesByName('numbers')[0]?.startTime ?? Number.NaN;
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return files.filter(({ responseEnd }) => responseEnd <= at).map(({ name }) => new URL(name).pathname);
  });
  const names = fetched.flatMap((name) => (/\.(js|css)$/.test(name) ? [name.replace('/assets/', '')] : []));
  await context.close();
  return names;
}

describe('weight', () => {
  test.each([
    ['overview', '/zh-Hans'],
    ['figure', '/zh-Hans/indicators/high-value-inventions'],
    ['target', '/zh-Hans/targets/2023/T1'],
  ])('%s: script and style stay under 150 KB of gzip before the numbers', async (name, path) => {
    const weights = await gzipWeights(pages.folder);
    const faces = /^(simplified|traditional)-/;
    const names = (await fetchedBeforeNumbers(path)).filter((file) => !faces.test(file));
    const sum = names.reduce((total, file) => total + (weights.get(file) ?? 0), 0);
    console.info(`${name}: ${(sum / 1000).toFixed(1)} kB gzip in ${names.length} files before the numbers`);
    expect(names.length).toBeGreaterThan(2);
    expect(sum).toBeGreaterThan(20_000);
    expect(sum).toBeLessThanOrEqual(150_000);
  });

  test.each([
    ['data', '/zh-Hans/data', '.loads td'],
    ['sign-in', '/zh-Hans/sign-in', '.narrow-form input'],
    ['my-work', '/zh-Hans/my-work', '.lines li'],
    ['account', '/zh-Hans/account', '.facts dd'],
    ['administration', '/zh-Hans/administration', '.account'],
    ['definition', '/zh-Hans/indicators/high-value-inventions/edit', '.definition-editor'],
  ])(
    '%s: a page of the staff stays under 450 KB, and nothing of it is sent to readers of figures',
    async (name, path, values) => {
      const weights = await gzipWeights(pages.folder);
      const faces = /^(simplified|traditional)-/;
      const names = (await fetchedBeforeNumbers(path, values)).filter((file) => !faces.test(file));
      const sum = names.reduce((total, file) => total + (weights.get(file) ?? 0), 0);
      console.info(`${name}: ${(sum / 1000).toFixed(1)} kB gzip in ${names.length} files before the numbers`);
      expect(sum).toBeLessThanOrEqual(450_000);
      const own = names.filter((file) => /^(\w+Page|staff)-/.test(file));
      expect(own.length).toBeGreaterThanOrEqual(3);
      const read = await fetchedBeforeNumbers('/zh-Hans/indicators/high-value-inventions');
      expect(read.filter((file) => own.includes(file))).toEqual([]);
    },
  );

  test('the first document carries no script or style of its own', async () => {
    const html = await readFile(join(pages.folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style="|\son\w+="/);
    expect(html).not.toContain('simplified');
  });

  test('readable time at 10 Mbit/s and 40 ms is told', async () => {
    const context = await pages.browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const speed = 10_000_000 / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: speed,
      uploadThroughput: speed,
    });
    await page.goto(`${pages.address}/zh-Hans`, { waitUntil: 'commit' });
    await page.waitForSelector('.target .quantity');
    const readable = await page.evaluate(() => performance.now());
    console.info(`overview: numbers readable after ${Math.round(readable)} ms at 10 Mbit/s`);
    expect(readable).toBeGreaterThan(0);
    await context.close();
  });
});

describe('language', () => {
  test('the start goes to the language the browser asks for, then to the one chosen before', async () => {
    const { page, close } = await open('/', 'zh-TW');
    await page.waitForURL('**/zh-Hant');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en');
    await page.getByRole('heading', { name: 'Targets of 2023' }).waitFor();
    await page.goto(pages.address);
    await page.waitForURL('**/en');
    await close();
    const english = await open('/', 'en-GB');
    await english.page.waitForURL('**/en');
    await english.close();
  });

  test('an address without language gets one, and a change of language keeps page and state', async () => {
    const { page, close } = await open('/indicators/invention-pendency?area=440000&origin=computed', 'zh-CN');
    await page.waitForURL('**/zh-Hans/indicators/invention-pendency?**');
    await page.getByRole('link', { name: '繁體' }).click();
    await page.waitForURL('**/zh-Hant/indicators/invention-pendency?**');
    expect(query(page)).toEqual({ area: '440000', origin: 'computed' });
    await page.getByRole('heading', { level: 1, name: '發明專利審查週期' }).waitFor();
    expect(await page.title()).toBe('發明專利審查週期 · 知衡');
    await close();
  });

  test('without Chinese system fonts the bundled faces are used', async () => {
    const { page, close } = await open('/zh-Hant');
    await settled(page);
    const faces = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')),
    );
    expect(new Set(faces)).toEqual(
      expect.toSatisfy(
        (names: Set<string>) => names.has('Noto Sans TC Variable') && names.has('Noto Serif TC Variable'),
      ),
    );
    await close();
  });
});

describe('opening', () => {
  test('from a target to its figure to its publication', async () => {
    const { page, close } = await open('/zh-Hans');
    await page.locator('.target .target-value a').first().click();
    await page.waitForURL('**/indicators/invention-pendency?**');
    expect(query(page)).toEqual({ area: 'ALL', period: '2023', origin: 'published' });
    expect(await page.locator('.sentence').textContent()).toContain('16.0 个月，比上年少 0.5 个月');
    await page.locator('.figure-value').click();
    expect(new URL(page.url()).hash).toBe('#made-of');
    expect(await page.locator('#made-of').textContent()).toContain('国家知识产权局新闻发布 2024-01-04');
    expect(await page.locator('#made-of').textContent()).not.toContain('CNIPA');
    await close();
  });

  test('a publication is told in the language of the page; what has no wording in its own', async () => {
    const told = [
      ['zh-Hans', '国家知识产权局新闻发布 2026-01-23', '口径变化，不是增长'],
      ['zh-Hant', '國家知識產權局新聞發布 2026-01-23', '口徑變化，不是增長'],
      ['en', 'CNIPA press 2026-01-23', 'scope changed: not growth'],
    ];
    for (const [language, source, note] of told) {
      const { page, close } = await open(`/${language}/indicators/gi-products?period=2025&origin=published`);
      await page.locator('#made-of .facts').waitFor();
      expect(await page.locator('.sentence .remark').textContent()).toBe(note);
      expect(await page.locator('#trend').textContent()).toContain(note);
      const facts = await page.locator('#made-of').textContent();
      expect(facts).toContain(source);
      expect(facts).toContain(note);
      await close();
    }
    const { page, close } = await open('/zh-Hans/indicators/patent-applications?origin=published&kind=invention');
    const source = page.locator('#made-of dd span[lang="en"]');
    expect(await source.textContent()).toBe('China IP Statistical Yearbook');
    await close();
  });

  test('choices stand in the address and come back from it', async () => {
    const { page, close } = await open('/en/indicators/patent-applications?origin=computed');
    await page.getByRole('combobox', { name: 'Area', exact: true }).selectOption('440000');
    await page.getByRole('combobox', { name: 'Length of period' }).selectOption('quarter');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('invention');
    await page.getByRole('tab', { name: 'Left out' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Page 2').waitFor();
    const state = {
      origin: 'computed',
      area: '440000',
      period: '2023-Q4',
      kind: 'invention',
      rows: 'left-out',
      page: '20',
    };
    expect(query(page)).toEqual(state);
    const sentence = await page.locator('.sentence').textContent();
    await page.reload();
    await page.getByText('Page 2').waitFor();
    await settled(page);
    expect(await page.locator('.sentence').textContent()).toBe(sentence);
    expect(await page.getByRole('tab', { name: 'Left out' }).getAttribute('aria-selected')).toBe('true');
    await close();
  });

  test('synthetic values are labelled at every part, published ones nowhere', async () => {
    const { page, close } = await open('/en/indicators/patent-applications?origin=computed');
    await settled(page);
    expect(await page.locator('.figure-body > .synthetic-band').count()).toBe(1);
    expect(await page.locator('#trend svg').textContent()).toContain('Synthetic data');
    expect(await page.locator('#regions svg').textContent()).toContain('Synthetic data');
    for (const block of ['#regions', '#breakdowns', '#made-of'])
      expect(await page.locator(`${block} .synthetic-band`).count()).toBe(1);
    const names = await page
      .locator('a[download]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('download')));
    expect(names.length).toBe(4);
    for (const name of names) expect(name).toContain('Synthetic-data');
    await page.getByRole('radio', { name: 'Published' }).check();
    await settled(page);
    expect(await page.locator('.synthetic-band').count()).toBe(0);
    await close();
  });

  test('a chart is saved as SVG and as PNG under the policy of the server', async () => {
    const context = await pages.browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`${pages.address}/en/indicators/patent-applications?origin=computed`);
    for (const kind of ['SVG', 'PNG']) {
      const waiting = page.waitForEvent('download');
      await page
        .locator('#trend')
        .getByRole('button', { name: `Save ${kind}` })
        .click();
      const saved = await (await waiting).path();
      const start = (await readFile(saved)).subarray(0, 8).toString('latin1');
      expect(start).toContain(kind === 'SVG' ? '<?xml' : 'PNG');
    }
    expect(refused).toEqual([]);
    await context.close();
  });
});

describe('states', () => {
  test('a server that does not answer is told with advice, and asked again on demand', async () => {
    const { page, close } = await open('/en/indicators');
    await settled(page);
    await page.route('**/api/indicators/pledge-amount', (route) => route.abort());
    await page.getByRole('link', { name: 'Pledge finance', exact: true }).click();
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor({ timeout: 10_000 });
    await page.unroute('**/api/indicators/pledge-amount');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pledge finance' }).waitFor();
    await close();
  });

  test('the skip link is the first stop of the keyboard and the focus is visible', async () => {
    const { page, close } = await open('/en');
    await settled(page);
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toBe('Skip to the content');
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    await close();
  });
});
