import { fileURLToPath } from 'node:url';
import type { GuidelineAnswer } from '@zhiheng/office';
import type { ProgrammeComparison } from '@zhiheng/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage, phone, seriousFindings, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';

const office = new ServedOffice();
let running: RunningBrowser;
const drafts: string[] = [];
let compared: ProgrammeComparison;
const patience = 120_000;
const plan = (name: string) =>
  fileURLToPath(new URL(`../../../engines/programme/test/guideline/${name}.txt`, import.meta.url));

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = (path: string) => openPage(running.browser, office.address + path, desktop, 'zh-CN');

describe('two guidelines compared', { timeout: patience }, () => {
  test('needs two, and says how to have another', async () => {
    const { page, close } = await open('/en/programme');
    await page.getByRole('link', { name: 'Compare with another guideline' }).click();
    await page.waitForURL('**/en/programme/compare?before=2023');
    await page.goto(`${office.address}/en/programme/compare`);
    await page.getByText('Only one to compare').waitFor();
    await close();
  });

  test('shows what the command line tells, both texts beside each other', async () => {
    for (const name of ['plan-before', 'plan-after']) {
      drafts.push((await office.run<GuidelineAnswer>('programme', 'import', plan(name))).json.draft);
    }
    const [before = '', after = ''] = drafts;
    compared = (await office.run<ProgrammeComparison>('programme', 'compare', before, after)).json;
    expect(compared.items).toHaveLength(8);
    const { page, complaints, close } = await open(`/zh-Hans/programme/compare?before=${before}&after=${after}`);
    await page.locator('.compared-item').first().waitFor();
    expect(await page.locator('.compared-name').allTextContents()).toEqual(
      compared.items.map(({ before: was, after: is }) => `${(is ?? was)?.number} ${(is ?? was)?.title}`),
    );
    const marks = await page.locator('.compared-item .compared-marks').allTextContents();
    expect(marks).toEqual(['改写', '相同', '负责单位变化', '改写', '取消', '移动', '相同', '新增']);
    expect(await page.locator('.compared-targets tbody .compared-marks').allTextContents()).toEqual([
      ...['收紧期限变化', '期限变化', '放宽期限变化', '取消', '数值变化期限变化', '计量单位变化数值变化期限变化'],
      ...['期限变化', '新增'],
    ]);
    const reworded = page.locator('.compared-item').nth(3);
    expect(await reworded.locator('del').allTextContents()).toEqual(['三']);
    expect(await reworded.locator('ins').allTextContents()).toEqual(['五']);
    expect(await page.locator('.compared-item').nth(2).textContent()).toContain('不再负责：服务处');
    expect(await seriousFindings(page)).toEqual([]);
    await lookAt(page, 'programme-compare');
    await page.setViewportSize(phone);
    expect(await tooWide(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('is narrowed by the keyboard, turned round, and opens what is the same', async () => {
    const [before = '', after = ''] = drafts;
    const { page, close } = await open(`/en/programme/compare?before=${before}&after=${after}`);
    const shown = page.getByLabel('Show');
    await shown.waitFor();
    expect(await shown.locator('option').allTextContents()).toEqual([
      ...['All (8)', 'Changed (6)', 'same (2)', 'new (1)', 'gone (1)', 'moved (1)', 'reworded (2)', 'other owners (1)'],
    ]);
    await shown.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL('**&show=same');
    const first = page.locator('.compared-item').first();
    expect(await page.locator('.compared-item').count()).toBe(2);
    expect(await first.locator('.compared-text').first().isVisible()).toBe(false);
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    await first.locator('.compared-text').first().waitFor();
    await page.getByRole('button', { name: 'Turn round' }).click();
    await page.waitForURL(`**/en/programme/compare?before=${after}&after=${before}`);
    await page.locator('.change-loosened').first().waitFor();
    expect(await page.locator('.compared-targets tbody tr').first().locator('.change').first().textContent()).toBe(
      'loosened',
    );
    await close();
  });

  test('of a programme in force says that words are not compared; one that is not there is told', async () => {
    const [before = ''] = drafts;
    const { page, close } = await open(`/zh-Hant/programme/compare?before=2023&after=${before}`);
    await page.locator('.remark').waitFor();
    expect(await page.locator('.remark').textContent()).toContain('不判斷文字是否改寫');
    expect(await page.locator('ins, del').count()).toBe(0);
    expect(await page.locator('option[value=same]').textContent()).toMatch(/^對應（\d+）$/);
    await page.goto(`${office.address}/zh-Hant/programme/compare?before=2023&after=g0`);
    await page.getByRole('alert').waitFor();
    await page.goto(`${office.address}/zh-Hant/programme/compare?before=2023&after=2023`);
    await page.getByText('請選擇兩份不同的指引。').waitFor();
    await close();
  });
});
