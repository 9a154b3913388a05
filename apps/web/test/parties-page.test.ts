import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages. */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 120_000;

/** Two pairs of names one character apart, at different addresses: neither is joined without somebody's decision. */
const rows = `n,k,f,g,t,h,b,c
202310000011,invention,2023-01-05,2023-09-01,一种显示面板,深圳市华星光电技术有限公司,广东省深圳市光明区塘明大道9-2号,91440300708461136T
202310000022,invention,2023-01-05,2023-09-01,一种背光模组,深圳市华星光电技术有限公司,广东省深圳市光明区塘明大道9-2号,91440300708461136T
202310000033,invention,2023-01-05,2023-09-01,一种驱动电路,深圳市华星光申技术有限公司,广东省深圳市光明区松白路88号,
202310000055,invention,2023-01-05,2023-09-01,一种电池,北京清能动力科技有限公司,北京市海淀区清华园1号,
202310000066,invention,2023-01-05,2023-09-01,一种电堆,北京青能动力科技有限公司,北京市海淀区上地路22号,
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, granted_on: g, title: t, holders: { from: h, split: ";" }, holder_addresses: { from: b, split: "|" }, holder_codes: { from: c, split: ";" } }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const look = (page: Page, name: string) => lookAt(page, `parties-${name}`);
const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const focusedForm = (page: Page) => page.locator('form.pair:focus');

describe('parties on the Data page, over the real server', { timeout: 5 * patience }, () => {
  test('before the first release there are none', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=parties');
    await page.getByRole('heading', { name: '还没有主体' }).waitFor();
    await look(page, 'empty');
    for (const list of ['待判断', '已判断']) {
      await page.getByRole('button', { name: list }).click();
      await page.getByRole('heading', { name: list === '待判断' ? '还没有主体' : '还没有判断过' }).waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('pairs are decided by keys, and the next release has it', async () => {
    await office.run('load', office.write('t.csv', rows), '--mapping', office.write('m.yaml', mapping));
    await office.run('release', 'create', 'first');
    const { page, complaints, close } = await open('/zh-Hans/data?part=parties');
    await page.getByRole('heading', { name: /4 个主体/ }).waitFor();
    await look(page, 'list');
    await page.getByRole('button', { name: '待判断' }).click();
    await page.getByRole('heading', { name: '2 对待判断' }).waitFor();
    await focusedForm(page).waitFor();
    const first = (await page.locator('form.pair').getAttribute('aria-label')) ?? '';
    expect(await page.locator('.differs').allTextContents()).toHaveLength(2);
    // Left for later: the other pair comes.
    await page.keyboard.press('3');
    await expect.poll(() => page.locator('form.pair').getAttribute('aria-label')).not.toBe(first);
    await page.keyboard.press('1');
    await page.keyboard.type('同一家，错字');
    await look(page, 'pair');
    await page.keyboard.press('Enter');
    await page.getByText(/已判为同一主体，下一批次起生效。/).waitFor();
    await page.getByRole('heading', { name: '1 对待判断' }).waitFor();
    await page.getByRole('button', { name: '从头再看' }).click();
    await focusedForm(page).waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('理由').fill('两家公司，地址不同');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '没有待判断的主体' }).waitFor();

    await page.getByRole('button', { name: '已判断' }).click();
    await page.getByText(/^下一批次新采用 2 项、不再采用 0 项/).waitFor();
    await look(page, 'decided');
    await office.run('release', 'create', 'second');
    const listed = await office.run<{ total: number }>('parties', 'list');
    expect(listed.json.total).toBe(3);
    const merged = await office.run<{ rows: { kind: string; standing: string }[] }>('parties', 'decided');
    expect(merged.json.rows.map(({ kind, standing }) => `${kind} ${standing}`)).toEqual([
      'apart in-release',
      'merge in-release',
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a party has its page, with its names, its alias and what was decided, taken back there', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=parties&list=decided');
    await page.locator('.party-rulings tbody tr').nth(1).getByRole('link').last().click();
    await page.getByRole('heading', { name: '记录中的写法' }).waitFor();
    await page.getByText('同一主体：前者并入后者').waitFor();
    expect(await page.locator('.party-names tbody tr').count()).toBe(2);
    await look(page, 'party');
    await page.getByRole('button', { name: /^撤回/ }).click();
    await page.getByLabel('理由').fill('核实后不是一家');
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('下一批次不再采用').waitFor();
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByText(/^下一批次新采用 0 项、不再采用 1 项/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('is found by name in English, and from a record behind a figure', async () => {
    await office.run('compute', '--effective', '2024-01-31');
    const { page, complaints, close } = await open('/en/data?part=parties');
    await page.getByLabel('Name, credit code or id').fill('华星');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.party-table tbody tr').count()).toBeLessThan(3);
    await look(page, 'en');
    await page.goto(`${office.address}/en/indicators/patent-grants?area=CN&period=2023&origin=computed`);
    const holder = page.locator('.record-holder a').first();
    await holder.waitFor();
    const name = await holder.textContent();
    await holder.click();
    await page.getByRole('heading', { name: name ?? '', exact: false }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
