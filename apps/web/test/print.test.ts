import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, openPage, settled, shoot, tooWide } from './opened-page.js';
import { type RunningPages, startPages } from './running-pages.js';

let pages: RunningPages;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages?.stop());

const paths = {
  overview: '',
  programme: '/programme?clause=5c',
  target: '/targets/2023/T1',
  indicators: '/indicators',
  'figure-published': '/indicators/high-value-inventions?period=2023',
  'figure-synthetic': '/indicators/patent-applications?origin=computed&dataset=synthetic&period=2023',
  'data-checks': '/data?part=checks',
  'data-coverage': '/data?part=coverage',
};

/** The sheet of A4 less its margins at 96 dots an inch. */
const paper = { width: 673, height: 960 };

async function onPaper(path: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const opened = await openPage(pages.browser, `${pages.address}/zh-Hans${path}`, desktop);
  await settled(opened.page);
  return opened;
}

/** As the page stands while the browser lays out its sheets. */
async function makeReady(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
}

const footOf = (page: Page) =>
  page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(),
  );

describe('on A4', () => {
  test.each(Object.entries(paths))(
    '%s: title, vintage and day at the foot, nothing cropped, no controls',
    async (name, path) => {
      const { page, close } = await onPaper(path);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(0);
      for (const [, width, height] of boxes) {
        expect(Number(width)).toBeCloseTo(595.3, -1);
        expect(Number(height)).toBeCloseTo(841.9, -1);
      }
      await makeReady(page);
      const foot = await footOf(page);
      expect(foot).toContain('@bottom-left');
      expect(foot).toContain(await page.title());
      expect(foot).toContain('5c1e5c1e5c1e');
      expect(foot).toContain('2026-10-05');
      expect(await tooWide(page)).toEqual([]);
      const shown = await page
        .locator('.ways, .languages, .tabs, .chart-tools, .quiet, .rail')
        .evaluateAll((list) =>
          list.filter((one) => one.getBoundingClientRect().height > 0).map((one) => one.className),
        );
      expect(shown).toEqual([]);
      await shoot(page, `print-${name}`);
      await close();
    },
  );

  test('the table of values stands below its chart, and synthetic values keep their band', async () => {
    const { page, close } = await onPaper(paths['figure-synthetic']);
    expect(await page.locator('.printed-table').count()).toBe(0);
    await makeReady(page);
    const cells = await page.locator('#trend .printed-table tbody th').allTextContents();
    expect(cells).toEqual(['2023 年', '2022 年', '2021 年', '2020 年', '2019 年', '2018 年']);
    expect(await page.locator('#trend .printed-table').isVisible()).toBe(true);
    for (const band of await page.locator('.synthetic-band').all()) expect(await band.isVisible()).toBe(true);
    expect(await page.locator('#trend svg').textContent()).toContain('模拟数据');
    const widths = await page.locator('.chart-box svg').evaluateAll((list) => list.map((svg) => svg.clientWidth));
    for (const width of widths) expect(width).toBeLessThanOrEqual(paper.width);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed-table').count()).toBe(0);
    await close();
  });
});
