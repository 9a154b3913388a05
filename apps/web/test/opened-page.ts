import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { KeptPages } from './kept-pages.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.ZHIHENG_SHOTS;

export interface Widths {
  readonly width: number;
  readonly height: number;
}

export const desktop: Widths = { width: 1280, height: 900 };
export const phone: Widths = { width: 390, height: 844 };

/** A page and everything it said on the console that it should not have. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

const kept = new KeptPages();

/** Opens an address as a reader who was never there. `locale` is what the browser asks for. */
export async function openPage(browser: Browser, address: string, size: Widths, locale = 'zh-CN'): Promise<OpenedPage> {
  const { page, complaints, giveBack } = await kept.lend(browser, locale);
  page.setDefaultTimeout(30_000);
  await page.setViewportSize(size);
  await page.goto(address);
  return { page, complaints, close: giveBack };
}

/** Waits until nothing is being fetched: values are there, fonts too. A page that listens to the server never gets there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await drawn(page);
}

/** Waits until what has been fetched stands where it stays: no skeleton, fonts in use, charts drawn for the width there is. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton') === null && document.fonts.size > 0);
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    await document.fonts.ready;
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.chart-box')].every((box) => {
      const width = Number(box.querySelector('svg')?.getAttribute('width') ?? Number.NaN);
      return width <= box.clientWidth;
    }),
  );
}

/** Waits until no colour or place is on its way to another: what is read between the two stands nowhere. Motion without end is left out. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = () =>
      document.getAnimations().filter((one) => {
        const end = one.effect?.getComputedTiming().endTime;
        return one.playState !== 'finished' && end !== undefined && end !== Number.POSITIVE_INFINITY;
      });
    for (let motions = ending(); motions.length > 0; motions = ending()) {
      await Promise.allSettled(motions.map((one) => one.finished));
    }
  });
}

/**
 * Serious and critical findings of axe, one line each, once nothing moves; rules that find only lesser ones are not run. Colours take most
 * of its time, and are the same in every language: `colours` false leaves their contrast out.
 */
export async function seriousFindings(page: Page, { colours = true } = {}): Promise<string[]> {
  await still(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (enabled) => {
    const { axe } = window as unknown as {
      axe: {
        run: (context: Document, options: object) => Promise<{ violations: Finding[] }>;
        _audit: { rules: readonly { readonly id: string; readonly impact: string }[] };
      };
    };
    interface Finding {
      readonly id: string;
      readonly impact: string;
      readonly nodes: { readonly html: string; readonly failureSummary: string }[];
    }
    const lesser = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { ...Object.fromEntries(lesser.map(({ id }) => [id, { enabled: false }])), 'color-contrast': { enabled } },
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      );
  }, colours);
}

/** Writes a picture of the whole page when `ZHIHENG_SHOTS` names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await still(page);
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Elements that make the page wider than its window, by their box or by what stands in it; those inside a scrolling box do not count. */
export async function tooWide(page: Page): Promise<string[]> {
  await still(page);
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const text = document.createRange();
      text.selectNodeContents(one);
      return [one, text].some((placed) => placed.getBoundingClientRect().right > width);
    });
    return ['page', ...wide.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)];
  });
}

/** Takes the picture at both widths and demands that nothing is wider than the window and nothing serious to axe; the page is left at desktop width. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const [size, width] of [
    ['phone', phone],
    ['desktop', desktop],
  ] as const) {
    await page.setViewportSize(width);
    await drawn(page);
    expect(await tooWide(page), name).toEqual([]);
    expect(await seriousFindings(page), name).toEqual([]);
    await shoot(page, `${name}-${size}`);
  }
}
