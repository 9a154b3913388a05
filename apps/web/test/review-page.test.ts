import type { ProgrammeRow } from '@zhiheng/office';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages (`npm run build --workspace @zhiheng/web`). */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 60_000;

/** `strays`: characters that a copying page put in. */
const plan = (year: number) => `某市知识产权工作计划（${year}年）
市知〔${year}〕3号
${year}年2月5日
一、工作目标
（一）主要指标。年底前发明专利审查周期压减到15个月，商标抽检合格率达到97%以上。
二、重点任务
（一）提升质量。各单位要持续加强质量檢抽櫻喇立检查，认真做好统计分析和预测工作。（保护司负责）组织专题培训。（商标局负责）
三、工作要求
各单位于${year}年12月1日前将总结以电子件形式报送运用促进司。
`;
const file = (year: number, text = plan(year)) => ({
  name: `计划-${year}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
});
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = async (path: string, locale: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, locale);
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.head ?? null);
const states = (page: Page) =>
  page.locator('.field').evaluateAll((all) => all.map((one) => one.className.split(' ')[1] ?? ''));
/** Goes on by key until a field has the focus. */
async function walkTo(page: Page, field: string): Promise<void> {
  for (let steps = 0; steps < 60 && (await focused(page)) !== field; steps += 1) {
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.querySelector('.field.current') !== null);
  }
  expect(await focused(page)).toBe(field);
}
async function walkBackTo(page: Page, field: string): Promise<void> {
  for (let steps = 0; steps < 60 && (await focused(page)) !== field; steps += 1) await page.keyboard.press('k');
  expect(await focused(page)).toBe(field);
}
const decided = (page: Page, field: string, state: string) =>
  page.locator(`.field.${state} [data-head="${field}"]`).waitFor();

describe.each([
  {
    ...{
      language: 'zh-Hans',
      locale: 'zh-CN',
      year: 2031,
      choose: '选择工作指引文件',
      limit: /^限值/,
      save: '保存更正',
    },
    ...{ rest: /接受其余/, act: /其余/, force: '定为年度方案', inForce: '已定为方案 2031' },
  },
  {
    ...{
      language: 'en',
      locale: 'en-GB',
      year: 2032,
      choose: 'Choose the file of a guideline',
      limit: /^Limit/,
      save: 'Save the correction',
    },
    ...{
      rest: /Accept the remaining/,
      act: /remaining/,
      force: 'Put in force as a programme',
      inForce: 'In force as programme 2032',
    },
  },
])('a guideline is gone through by keyboard in $language', { timeout: 5 * patience }, (words) => {
  test('imported, two fields corrected, accepted', async () => {
    const { page, complaints, close } = await open(`/${words.language}/guidelines`, words.locale);
    await page.getByLabel(words.choose).waitFor();
    await lookAt(page, `guidelines-${words.language}`);
    await page.getByLabel(words.choose).setInputFiles(file(words.year));
    await page.locator('[data-head="title"]').waitFor();
    await lookAt(page, `review-${words.language}`);

    await page.locator('[data-head="title"]').focus();
    await page.keyboard.press('a');
    await decided(page, 'title', 'accepted');
    expect(await focused(page)).toBe('number');
    await page.keyboard.press('k');
    await page.keyboard.press('u');
    await decided(page, 'title', 'waiting');

    // An item with all beneath it by one key, and the whole back by another.
    await walkTo(page, 'item-2.1');
    await page.keyboard.press('Shift+A');
    await decided(page, 'clause-2.1.1', 'accepted');
    await walkBackTo(page, 'item-2.1');
    await lookAt(page, `review-beneath-${words.language}`);
    await page.keyboard.press('u');
    await decided(page, 'clause-2.1.1', 'waiting');
    await walkBackTo(page, 'title');

    await walkTo(page, 'target-T1');
    // The other side shows where it was read.
    expect(await page.locator('.source .current').textContent()).toBe('年底前发明专利审查周期压减到15个月');
    await page.keyboard.press('e');
    await page.getByLabel(words.limit).fill('14');
    await lookAt(page, `review-form-${words.language}`);
    await page.getByLabel(words.limit).press('Enter');
    await decided(page, 'target-T1', 'corrected');
    await walkTo(page, 'noise-1');
    await page.keyboard.press('r');
    await decided(page, 'noise-1', 'rejected');
    await page
      .getByText(/櫻喇立检查/)
      .first()
      .waitFor();
    await walkTo(page, 'clause-2.1.2');
    await page.keyboard.press('e');
    await page.locator('.field-form textarea').first().fill('分两批组织专题培训。');
    await page.getByRole('button', { name: words.save }).press('Enter');
    await decided(page, 'clause-2.1.2', 'corrected');

    // From the source to the field.
    await page.locator('.source .span.current').press('ArrowRight');
    expect(await page.locator('.field.current [data-head]').getAttribute('data-head')).not.toBe('clause-2.1.2');

    const rest = page.getByRole('button', { name: words.rest });
    await rest.press('Enter');
    await page.locator('.asked').getByRole('button', { name: words.act }).press('Enter');
    await page.waitForFunction(() => document.querySelector('.field.waiting') === null);
    expect((await states(page)).filter((one) => one === 'corrected')).toHaveLength(2);
    await page.getByRole('button', { name: words.force }).press('Enter');
    await page.getByText(words.inForce).waitFor();
    await lookAt(page, `review-accepted-${words.language}`);
    const { json } = await office.run<ProgrammeRow[]>('programme', 'list');
    expect(json.find(({ id }) => id === String(words.year))).toMatchObject({ targets: 2, year: words.year });
    const verdicts = await office.run('verdicts', '--programme', String(words.year));
    expect(verdicts.json).toMatchObject([
      { target: 'T1', limit: 14, verdict: 'cannot-tell' },
      { target: 'T2', limit: 97 },
    ]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the pages of guidelines', { timeout: 5 * patience }, () => {
  test('refuse a file in words, and make the draft of a next year', async () => {
    const { page, complaints, close } = await open('/zh-Hant/guidelines', 'zh-TW');
    await page.getByLabel('選擇工作指引檔案').setInputFiles({
      ...{ name: '掃描.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) },
    });
    await page.getByText('未能匯入 掃描.pdf：').waitFor();
    await page.getByText('不接收這種檔案').waitFor();
    await lookAt(page, 'guidelines-refused');
    await page.getByRole('button', { name: /產生 2024 年草稿/ }).press('Enter');
    await page.locator('[data-head="target-T1"]').waitFor();
    await page.locator('[data-head="target-T1"]').focus();
    await page.getByText('上年已達到').first().waitFor();
    expect(await page.locator('.field').count()).toBeGreaterThan(100);
    await lookAt(page, 'review-roll');
    await page.getByLabel('顯示').selectOption('corrected');
    expect(new URL(page.url()).searchParams.get('show')).toBe('corrected');
    // Refused requests are told by the browser too.
    expect(complaints.filter((one) => !one.includes('status of 400'))).toEqual([]);
    await close();
  });

  test('tell another person who came first', async () => {
    const path = office.write('甲.txt', plan(2033));
    const { json } = await office.run<{ draft: string }>('programme', 'import', path);
    const { page, close } = await open(`/zh-Hans/guidelines/${json.draft}`, 'zh-CN');
    await page.locator('[data-head="number"]').waitFor();
    expect((await office.run('programme', 'decide', json.draft, 'number', '--reject')).exit).toBe(0);
    await page.locator('[data-head="number"]').focus();
    await page.keyboard.press('a');
    await page.getByText('已有他人先作了决定').waitFor();
    await decided(page, 'number', 'rejected');
    await close();
  });
});
