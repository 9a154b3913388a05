import { readFileSync } from 'node:fs';
import type { TableAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';
import { putSyntheticOffice } from './synthetic-office.js';

/** The real server over the synthetic office of the pages. */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 60_000;

beforeAll(async () => {
  running = await startBrowser();
  await putSyntheticOffice(office);
  await office.start();
}, 10 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop);
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const answerOf = async (query: string) =>
  (await (await fetch(`${office.address}/api/tables/${query}`)).json()) as TableAnswer;

describe('the page of reports over the real server', { timeout: 5 * patience }, () => {
  test('lists the tables, and one opens with the values of its answer', async () => {
    const { page, complaints, close } = await open('/zh-Hans/reports');
    await page.locator('.reports h2').first().waitFor();
    expect(await page.locator('.reports h2 a').allTextContents()).toEqual([
      '营商环境评估知识产权数据包',
      '知识产权统计月报',
      '国家绩效考核专利质量统计表',
      '知识产权统计年报：专利',
    ]);
    await lookAt(page, 'reports');
    await page.getByRole('link', { name: '知识产权统计年报：专利' }).click();
    await page.locator('.sheet tbody tr').first().waitFor();
    const { filled, provenance } = await answerOf('yearly');
    expect(filled.dataset).toBe('synthetic');
    const shown = await page
      .locator('.sheet tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    // The Corps and what is left of a total open to what they are made of, in which their values stand first.
    expect(shown.map(([name, ...values]) => [name, ...values.map((text) => /^[\d,]+/.exec(text ?? '')?.[0])])).toEqual(
      filled.sheets[0]?.rows.map(({ names, cells }) => [
        names['zh-Hans'],
        ...cells.map(({ value }) => value?.toLocaleString('zh-CN')),
      ]),
    );
    expect(await page.locator('.synthetic-band').count()).toBe(1);
    await lookAt(page, 'report-yearly');
    await page.locator('.row-rest summary').first().click();
    await page.locator('.row-rest details a').first().waitFor();
    await page.locator('.sheet .row-part td a').first().click();
    await page.waitForURL('**/indicators/patent-applications?**');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...{
        area: '110000',
        period: filled.period,
        origin: 'computed',
        dataset: 'synthetic',
        vintage: provenance.vintage,
      },
    });
    await page.locator('.sentence').waitFor();
    const beijing = filled.sheets[0]?.rows.find(({ id }) => id === '110000')?.cells[0]?.value;
    expect(await page.locator('.figure-value').textContent()).toContain(String(beijing));
    expect(complaints).toEqual([]);
    await close();
  });

  test('period, vintage and sheet stand in the address; slots say so, and files are given out', async () => {
    const { page, complaints, close } = await open('/en/reports/monthly-bulletin?period=2022-05');
    await page.getByRole('link', { name: 'Trade marks, geographical indications and use' }).click();
    await page
      .getByText('There is no monthly indicator of pledges yet', { exact: false })
      .or(page.getByText('Published by half-year', { exact: false }))
      .first()
      .waitFor();
    expect(await page.locator('.sheet tbody td').first().textContent()).toContain('–');
    await page.getByRole('combobox', { name: 'Period' }).selectOption('2022-06');
    await page.waitForURL('**period=2022-06**');
    await page.getByRole('link', { name: 'Grants by region' }).click();
    await page.locator('.sheet .group', { hasText: 'January to June 2022' }).waitFor();
    expect(await page.locator('.sheet .group').count()).toBe(1);
    // On a phone no head stands above: a cell carries that of its group too.
    const heads = page.locator('.sheet tbody tr').first().locator('td');
    expect(await heads.first().getAttribute('data-column')).toMatch(/^January to June 2022 · \S/);
    expect(await heads.last().getAttribute('data-column')).not.toContain(' · ');
    const state = new URL(page.url()).searchParams;
    expect([state.get('period'), state.get('sheet')]).toEqual(['2022-06', 'grants-by-region']);
    await lookAt(page, 'report-monthly');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download XLSX' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^monthly-bulletin-2022-06-v[0-9a-f]{11}-en-模拟数据\.xlsx$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(complaints).toEqual([]);
    await close();
  });

  test('the longest heads of groups stand within a phone, in English', async () => {
    const { page, complaints, close } = await open('/en/reports/performance-evaluation');
    await page.locator('.sheet tbody tr').first().waitFor();
    await lookAt(page, 'report-performance');
    expect(complaints).toEqual([]);
    await close();
  });

  test('says what is wrong with an address, and lists nothing where there is nothing', async () => {
    const { page, close } = await open('/zh-Hant/reports/no-such-table');
    await page.getByText('table-unknown').waitFor();
    await lookAt(page, 'report-unknown');
    await page.route('**/api/tables', (route) => route.fulfill({ json: { tables: [] } }));
    await page.goto(`${office.address}/zh-Hant/reports`);
    await page.getByRole('heading', { name: '還沒有統計表' }).waitFor();
    await lookAt(page, 'reports-none');
    await close();
  });

  test('a table whose parts do not add up is shown with the cell, and not given out', async () => {
    const { page, close } = await open('/zh-Hans/reports');
    const answer = await answerOf('yearly');
    const wrong = [{ ...answer.filled.sheets[0]?.sums[0], sheet: 'applications', state: 'differs', difference: 3 }];
    await page.route('**/api/tables/yearly', (route) => route.fulfill({ json: { ...answer, wrong } }));
    await page.goto(`${office.address}/zh-Hans/reports/yearly`);
    await page.locator('.wrong-sums li').waitFor();
    expect(await page.locator('.wrong-sums li').allTextContents()).toEqual(['总计（合计）：合计减各部分为 3']);
    expect(await page.locator('.report-files a').count()).toBe(0);
    await lookAt(page, 'report-wrong');
    await close();
  });
});
