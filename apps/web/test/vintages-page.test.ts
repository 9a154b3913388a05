import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { putFewDefinitions } from './few-definitions.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder with two releases, and the built pages. */
const office = new ServedOffice(true);
let running: RunningBrowser;
/** Commands run as processes of their own; on a busy machine each takes a while to begin. */
const patience = 120_000;
const password = 'quiet harbour seven lamps';
const vintages = '/zh-Hans/data?part=vintages';

const head = '号,题,申请人,地,申请日,授权日\n';
const first = `${head}${[
  '202210000001,一种电池隔膜,甲公司,广东省深圳市,2022-01-05,2023-01-10',
  '202210000002,图像去噪方法,乙公司,广东省广州市,2022-01-06,2023-01-11',
  '202210000003,水杯,丙公司,北京市海淀区,2022-02-05,2023-02-12',
].join('\n')}\n`;
/** 2 was granted in the year before; 3 moves to Shenzhen; 4 is new and granted. */
const second = `${head}${[
  '202210000002,图像去噪方法,乙公司,广东省广州市,2022-01-06,2022-12-30',
  '202210000003,水杯,丙公司,广东省深圳市,2022-02-05,2023-02-12',
  '202310000004,雨伞,丁公司,广东省深圳市,2023-01-05,2023-06-06',
].join('\n')}\n`;
const mapping = `table: patents
columns: { number: 号, title: 题, holders: { from: 申请人, split: ; }, holder_addresses: { from: 地, split: ; }, filed_on: 申请日, granted_on: 授权日 }
defaults: { kind: invention }
covers: { filed: [2022-01-01, 2023-12-31], granted: [2022-01-01, 2023-12-31], completeness: full }
`;
let [one, two] = ['', ''];

async function release(name: string, rows: string): Promise<string> {
  const file = office.write(`${name}.csv`, rows);
  await office.run('load', file, '--mapping', office.write('m.yaml', mapping));
  await office.run('release', 'create', name);
  return (await office.run<{ vintage: string }>('compute', '--effective', '2024-03-01')).json.vintage;
}

beforeAll(async () => {
  putFewDefinitions(office, ['invention-application-share', 'patent-applications', 'patent-grants']);
  running = await startBrowser();
  await office.start();
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const look = (page: Page, name: string) => lookAt(page, `vintages-${name}`);
async function open(path: string) {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience / 2);
  return opened;
}

async function signedIn(name: string, address: string) {
  const opened = await open(`/zh-Hans/sign-in?back=${encodeURIComponent(address)}`);
  await opened.page.getByLabel('账户名').fill(name);
  await opened.page.getByLabel('密码').fill(password);
  await opened.page.getByRole('button', { name: '登录' }).click();
  await opened.page.getByRole('button', { name: '退出' }).waitFor();
  return opened;
}

/** Chooses a password by a one-time link. */
async function chooseByLink(token: string): Promise<void> {
  const response = await fetch(`${office.address}/api/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: office.address, 'x-zhiheng': '1' },
    body: JSON.stringify({ token, password }),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

const cellsOf = (page: Page, table: string) =>
  page
    .locator(`${table} tbody tr:not(.explained)`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    );

describe('vintages on the Data page, over the real server', { timeout: 10 * patience }, () => {
  test('an office without any says what to do', async () => {
    const { page, complaints, close } = await open(vintages);
    await page.getByRole('heading', { name: '还没有版本' }).waitFor();
    await look(page, 'empty');
    expect(complaints).toEqual([]);
    await close();
  });

  test('two are compared, and a difference is explained down to its records', async () => {
    [one, two] = [await release('first', first), await release('second', second)];
    const { page, complaints, close } = await open(vintages);
    await page.locator('.compared tbody tr').first().waitFor();
    expect((await cellsOf(page, '.vintages')).map(([name, of]) => [name?.slice(0, 17), of])).toEqual([
      [two, 'second'],
      [one, 'first'],
    ]);
    await page.getByRole('button', { name: two, exact: true }).click();
    await page.getByText('操作记录位置').waitFor();
    await look(page, 'list');
    await page.getByRole('button', { name: two, exact: true }).click();

    const choice = (label: string) => page.locator('.compare .choice', { has: page.getByText(label, { exact: true }) });
    await choice('指标').locator('select').selectOption('patent-grants');
    await page.waitForFunction(() => location.search.includes('indicator='));
    await choice('地区').locator('select').selectOption('440000');
    await page.waitForFunction(() => location.search.includes('area='));
    await choice('时期').locator('input').fill('2023');
    await choice('时期').locator('input').press('Enter');
    await page.waitForFunction(() => location.search.includes('period=2023'));
    await page.waitForFunction(() => document.querySelector('.compared[aria-busy="false"]') !== null);
    await page.waitForFunction(() => document.querySelectorAll('.compared tbody tr').length < 10);
    const rows = await cellsOf(page, '.compared');
    // In Guangdong 1 and 2 were granted in 2023; then 1, 3 and 4.
    const total = rows.find(([figure]) => figure === '专利授权量');
    expect(total?.slice(1, 6)).toEqual(['广东', '2023 年', '2 件', '3 件', '+1']);
    await page.getByRole('button', { name: '为何 专利授权量 广东 2023', exact: true }).click();
    await page.locator('.record-sum').waitFor();
    const sum = await page.locator('.record-sum dd').evaluateAll((all) => all.map((one) => one.textContent?.trim()));
    expect(sum.map((text) => Number(/^\d+/.exec(text ?? '')?.[0]))).toEqual([2, 2, 1, 3, 1]);
    expect(await page.locator('.explanation').textContent()).toContain('新增记录 1 件、记录变动 2 件');
    await page.locator('.record-sum').getByRole('button', { name: '新计入' }).press('Enter');
    await page.getByRole('cell', { name: '雨伞' }).waitFor();
    expect((await cellsOf(page, '.paired-records .records')).map((cells) => [cells[0], cells[6]])).toEqual([
      ['202210000003', '不属于该地区、该部分，或无权查看'],
      ['202310000004', '前一批次没有'],
    ]);
    await look(page, 'explained');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出为 CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(lines.length).toBe(rows.length + 1);
    expect(
      lines.filter((line) => /^patent-grants,CN,440000,2023,(?:\{\})?,,2,3,1,/.test(line)),
      lines[1],
    ).toHaveLength(1);
    // The address holds the whole of it.
    await page.reload();
    await page.locator('.record-sum').waitFor();
    await choice('后').locator('select').selectOption(one);
    await page.getByText('请选择两个不同的版本。').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('one is published by two persons, and the next with a correction notice', async () => {
    await chooseByLink((office.signInLink ?? '').split('#link=')[1] ?? '');
    for (const [name, role] of [
      ['wang', 'statistician'],
      ['li', 'planner'],
    ] as const) {
      const person = ['--organisation', 'planning', '--name', name === 'wang' ? '王敏' : '李强'];
      await chooseByLink((await office.run<{ token: string }>('account', 'create', name, ...person)).json.token);
      const given = ['account', 'role', 'give', name, role, '--areas', 'everywhere', '--from', '2026-01-01'];
      expect((await office.run<{ state: string }>(...given)).json.state).toBe('granted');
    }
    const visitor = await open(vintages);
    await visitor.page.getByRole('heading', { name: '请先登录' }).waitFor();
    await look(visitor.page, 'visitor');
    await visitor.close();
    const wang = await signedIn('wang', vintages);
    const li = await signedIn('li', '/zh-Hans/my-work');
    const rowOf = (page: Page, name: string) => page.locator('.vintages tbody tr', { hasText: name });
    const propose = async (name: string, reason: string) => {
      const row = rowOf(wang.page, name);
      await row.getByRole('button', { name: '提议发布' }).click();
      await row.getByLabel('理由').fill(reason);
      await row.getByRole('button', { name: '提议发布' }).click();
      await row.getByText('待签发').waitFor();
    };
    await wang.page.locator('.vintages tbody tr').first().waitFor();
    await propose(one, '首次发布');
    expect(await rowOf(wang.page, one).getByRole('button', { name: '签发' }).count()).toBe(0);
    await look(wang.page, 'proposed');
    await li.page.reload();
    await li.page.getByRole('heading', { name: '待签发的版本' }).waitFor();
    await look(li.page, 'to-sign');
    await li.page.locator('a', { hasText: one }).click();
    const sign = async (name: string) => {
      const row = rowOf(li.page, name);
      await row.getByRole('button', { name: '签发' }).click();
      await row.getByLabel('理由').fill('已核对');
      await row.getByRole('button', { name: '签发' }).click();
      await row.getByText('已发布，现行').waitFor();
    };
    const returning = rowOf(li.page, one);
    await returning.getByRole('button', { name: '退回' }).click();
    await returning.getByLabel('理由').fill('请写明截至日');
    await returning.getByRole('button', { name: '退回' }).click();
    await returning.getByText('请写明截至日').waitFor();
    await wang.page.reload();
    const again = rowOf(wang.page, one);
    await again.getByRole('button', { name: '再次提议' }).click();
    await again.getByLabel('理由').fill('截至 2024-03-01');
    await again.getByRole('button', { name: '再次提议' }).click();
    await again.getByText('截至 2024-03-01').waitFor();
    await li.page.reload();
    await sign(one);
    await wang.page.reload();
    await propose(two, '2 号专利改为上年授权');
    await li.page.reload();
    await sign(two);
    await rowOf(li.page, one).getByText('已发布，已被替代').waitFor();
    await li.page.locator('.corrections li', { hasText: '2 号专利改为上年授权' }).waitFor();
    await look(li.page, 'published');
    expect([...wang.complaints, ...li.complaints]).toEqual([]);

    await li.page.goto(`${office.address}/zh-Hans/indicators/patent-grants?area=440000&period=2023&origin=computed`);
    await li.page.getByRole('button', { name: '查看各版本数值' }).click();
    await li.page.locator('.was tbody tr').first().waitFor();
    expect((await cellsOf(li.page, '.was')).slice(0, 2).map((cells) => [cells[0], cells[4]])).toEqual([
      ['3 件', '新增记录 1 件、记录变动 2 件'],
      ['2 件', '首次计算'],
    ]);
    await look(li.page, 'history');
    await li.close();
    await wang.close();
  });
});
