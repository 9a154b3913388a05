import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, openPage, phone, seriousFindings, settled, tooWide } from './opened-page.js';
import { type RunningPages, startPages } from './running-pages.js';

let pages: RunningPages;

beforeAll(async () => {
  pages = await startPages();
});

afterAll(() => pages?.stop());

const open = (path: string, size = desktop) => openPage(pages.browser, `${pages.address}/en${path}`, size);
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const synthetic = 'origin=computed&dataset=synthetic';

describe('the list of indicators', () => {
  test('is narrowed by words and conditions, which stand in the address', async () => {
    const { page, complaints, close } = await open('/indicators');
    await settled(page);
    await page.getByRole('searchbox').fill('審查週期');
    await page.getByText('1 of', { exact: false }).waitFor();
    expect(await page.locator('.indicators th a').allTextContents()).toEqual(['Invention examination pendency']);
    expect(query(page)).toEqual({ words: '審查週期' });
    await page.getByRole('button', { name: 'Clear all conditions' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('growth');
    await page.getByRole('link', { name: 'Growth of grants' }).waitFor();
    expect(await page.locator('.indicators th a').count()).toBe(1);
    expect(query(page)).toEqual({ kind: 'growth' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('shows the latest value with what it is of, and lines of years', async () => {
    const { page, close } = await open('/indicators?words=high-value-inventions');
    await settled(page);
    const row = page.locator('.indicators tbody tr').filter({ hasText: 'High-value inventions in force' }).first();
    expect(await row.textContent()).toMatch(/\d+\.\d × 10,000 patents/);
    expect(await row.textContent()).toContain('Published');
    expect(await row.locator('svg.sparkline').getAttribute('aria-label')).toMatch(/2022: .*2023: /);
    await close();
  });

  test('is walked through by keyboard from the field', async () => {
    const { page, close } = await open('/indicators');
    await settled(page);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').textContent()).toBe('Patent applications');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator(':focus').getAttribute('type')).toBe('search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/indicators/patent-applications');
    await close();
  });

  test('stays usable where the values cannot be read', async () => {
    const { page, close } = await open('/');
    await settled(page);
    await page.route('**/api/indicators/values', (route) => route.abort());
    await page.getByRole('link', { name: 'Indicators', exact: true }).first().click();
    await page.getByText('The latest values could not be read.').waitFor({ timeout: 10_000 });
    expect(await page.locator('.indicators th a').count()).toBeGreaterThan(10);
    await page.unroute('**/api/indicators/values');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.indicators .quantity').first().waitFor();
    await close();
  });
});

describe('breakdowns', () => {
  test('by type of holder: names, shares, and a value that opens its records', async () => {
    const { page, complaints, close } = await open(`/indicators/patent-grants?${synthetic}&period=2023`);
    await settled(page);
    await page.getByRole('combobox', { name: 'By', exact: true }).selectOption('holder_type');
    const row = page.locator('#breakdowns tbody tr').filter({ hasText: 'University' });
    await row.waitFor();
    expect(await row.textContent()).toContain('20.0 %');
    const asked = page.waitForRequest((request) => request.url().includes('/api/records?'));
    await row.getByRole('button').click();
    expect(new URL((await asked).url()).searchParams.get('by')).toBe('holder_type=university');
    await page.getByText('Only: University').waitFor();
    expect(query(page)).toMatchObject({ by: 'holder_type', part: 'holder_type=university' });
    expect(await page.locator(':focus').getAttribute('id')).toBe('made-of');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('Only: University').waitFor({ state: 'detached' });
    const untold = page.waitForRequest((request) => request.url().includes('by=holder_type%3Dnot-told'));
    await page.locator('#breakdowns tbody tr').filter({ hasText: 'Not stated' }).getByRole('button').click();
    await untold;
    await page.getByText('Only: Not stated').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('of a figure that is one of the parts: without shares', async () => {
    // Published for inventions, beside which utility models would be one and a half of the whole.
    const { page, close } = await open(
      '/indicators/patent-grants?area=ALL&period=2025&origin=published&kind=invention',
    );
    await settled(page);
    const table = page.locator('#breakdowns table');
    await table.locator('tbody tr').first().waitFor();
    expect(await table.locator('tbody th').allTextContents()).toEqual(['Invention', 'Design']);
    expect(await table.locator('thead th').allTextContents()).toEqual(['Kind', 'Value', 'Bar']);
    await close();
  });

  test('by two together, inside a chosen kind', async () => {
    const { page, close } = await open(`/indicators/patent-grants?${synthetic}&kind=invention&by=ipc_section,route`);
    const asked = page.waitForRequest((request) => request.url().includes('by=kind%3Dinvention%2Cipc_section%2Croute'));
    await asked;
    await settled(page);
    const table = page.locator('.combination');
    expect(await table.locator('thead').textContent()).toContain('PCT national phase');
    expect(await table.locator('tbody th').first().textContent()).toBe('G Physics');
    expect(await page.locator('#breakdowns').textContent()).toContain('parts can add up to more than the total');
    await table.locator('tbody tr').first().getByRole('button').first().click();
    await page.getByText('Only: G Physics').waitFor();
    await close();
  });
});

describe('why a record counts', () => {
  test('every test with its answer and what it looked at, single ones below those that join them', async () => {
    const { page, complaints, close } = await open(`/indicators/patent-grants?${synthetic}&period=2023`);
    await settled(page);
    const button = page.getByRole('button', { name: 'CN:202310000137' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.why .tests').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(query(page).why).toBe('CN:202310000137');
    const why = page.locator('.why');
    expect(await why.locator('tr.part').count()).toBe(2);
    expect(await why.textContent()).toContain('Amount 2000000');
    expect(await why.textContent()).toContain('15.90 months');
    // The fixture makes the SQL of a record that ends with 7 say otherwise.
    expect(await why.getByRole('alert').textContent()).toContain('This is a fault of this software');
    expect(await seriousFindings(page)).toEqual([]);
    await button.click();
    await why.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('the cohort of a survival median: how long a case is followed, and where it is censored', async () => {
    const path = `/indicators/invention-pendency?${synthetic}&area=440000&period=2023&statistic=survival-median`;
    const { page, complaints, close } = await open(path);
    const asked = page.waitForRequest((request) => request.url().includes('/api/records?'));
    await settled(page);
    expect(new URL((await asked).url()).searchParams.get('statistic')).toBe('survival-median');
    await page.getByRole('button', { name: 'CN:202310000137' }).click();
    await page.getByRole('heading', { name: 'In the cohort: all 6 tests hold' }).waitFor();
    const text = await page.locator('.why .facts').textContent();
    for (const told of ['Ended otherwise on 2023-05-30', '15.90 months', 'from 2021-01-01 to 2023-12-31']) {
      expect(text).toContain(told);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('which conditions of a stock each record meets', async () => {
    const { page, close } = await open(`/indicators/high-value-in-force?${synthetic}`, phone);
    await settled(page);
    await page.getByRole('columnheader', { name: 'Conditions met' }).waitFor({ state: 'attached' });
    const cells = await page.locator('.records .record-conditions').allTextContents();
    expect(cells.slice(0, 4)).toEqual([
      'Maintained more than ten years',
      'Pledged for a considerable amount',
      'Maintained more than ten years, Pledged for a considerable amount',
      '–',
    ]);
    expect(await tooWide(page)).toEqual([]);
    await close();
  });

  test('the test that left a record out, on a phone too', async () => {
    const path = `/indicators/patent-grants?${synthetic}&rows=left-out&why=CN:202310000000`;
    const { page, close } = await open(path, phone);
    await settled(page);
    await page.getByRole('heading', { name: /^Left out: Granted/ }).waitFor();
    expect(await page.locator('.why .failed').count()).toBe(1);
    expect(await page.locator('.why').getByRole('alert').count()).toBe(0);
    expect(await tooWide(page)).toEqual([]);
    await close();
  });
});

test('the lengths behind a duration, each bar opened to its records', async () => {
  const { page, complaints, close } = await open(`/indicators/invention-pendency?${synthetic}&area=440000&period=2023`);
  await settled(page);
  const chart = page.locator('#lengths svg');
  for (const mark of ['Mean', 'Median', 'Target 16.0']) expect(await chart.textContent()).toContain(mark);
  await page.locator('#lengths summary').click();
  const asked = page.waitForRequest((request) => request.url().includes('months=16..17'));
  await page.locator('#lengths tbody tr').filter({ hasText: '16 to under 17' }).getByRole('button').click();
  await asked;
  await page.getByText('Only: 16 to under 17').waitFor();
  expect(query(page).months).toBe('16..17');
  await page.locator('#lengths rect[data-from="12"]').click();
  await page.getByText('Only: 12 to under 13').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

describe('how a figure is made', () => {
  test('definition and SQL stand beside one another, below one another on a phone', async () => {
    const { page, close } = await open(`/indicators/high-value-in-force?${synthetic}`);
    await settled(page);
    const boxes = () =>
      page.locator('.beside > *').evaluateAll((list) => list.map((one) => one.getBoundingClientRect().x));
    const [definition = 0, sql = 0] = await boxes();
    expect(sql).toBeGreaterThan(definition + 300);
    await page.getByRole('tab', { name: 'Trino' }).click();
    expect(await page.locator('.expressions').textContent()).toContain('/* Trino */');
    await page.getByText('The whole statement').click();
    expect(await page.locator('.whole-sql pre').textContent()).toContain('-- Trino');
    await page.getByRole('tab', { name: 'PostgreSQL' }).click();
    expect(await page.locator('.whole-sql pre').textContent()).toContain('-- PostgreSQL');
    const text = await page.locator('#made').textContent();
    for (const told of [
      '$least_pledge',
      '1000000',
      'No text was seen that settles it',
      'Pledged for a considerable amount',
    ]) {
      expect(text).toContain(told);
    }
    await page.setViewportSize(phone);
    const [above, below] = await boxes();
    expect(above).toBe(below);
    await close();
  });

  test('a ratio opens its parts, and their records', async () => {
    const { page, close } = await open(`/indicators/invention-share?${synthetic}&area=ALL&period=2023`);
    await settled(page);
    const rows = page.locator('.made-parts tbody tr');
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/^NumeratorPatent applications Kind Invention 20238,200$/),
      expect.stringMatching(/^DenominatorPatent applications 202320,500$/),
    ]);
    const asked = page.waitForRequest((request) => request.url().includes('part=denominator'));
    await page.getByRole('combobox', { name: 'Opened' }).selectOption('denominator');
    await asked;
    await rows.first().getByRole('link').click();
    await page.waitForURL('**/indicators/patent-applications?**');
    expect(query(page)).toMatchObject({ area: 'ALL', period: '2023', kind: 'invention', dataset: 'synthetic' });
    await close();
  });
});
