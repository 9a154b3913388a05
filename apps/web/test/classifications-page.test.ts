import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages (`npm run build --workspace @zhiheng/web`). */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 60_000;

const records = `申请号,专利类型,申请日,授权公告日,发明名称,申请人,分类号
202110000001,发明专利,2021.11.15,2023.05.30,一种电池隔膜,甲公司,H01M50/409
202110000002,发明专利,2021.12.01,2023.06.30,图像去噪方法,乙公司,G06T5/70
`;
const mapping = `table: patents
columns:
  number: 申请号
  kind: { from: 专利类型, codes: { 发明专利: invention } }
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  granted_on: { from: 授权公告日, date: YYYY.MM.DD }
  title: 发明名称
  holders: { from: 申请人, split: ";" }
  classes: { from: 分类号, split: ";", scheme: ipc }
covers: { kinds: [invention], filed: [2021-01-01, 2023-12-31], granted: [2021-01-01, 2023-12-31], completeness: full }
`;
const columns = 'classification,version,code,name,rule,mode,pattern,keywords\n';
const shippedTable = readFileSync(
  fileURLToPath(new URL('../../../definitions/classifications/new-three-2024.csv', import.meta.url)),
  'utf8',
);
const ownTable = `${shippedTable}new-three-2024,2024,2.9,隔膜,1,include,H01M50*,\n`;

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
});
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const look = (page: Page, name: string) => lookAt(page, `classifications-${name}`);
const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const file = (text: string) => ({ name: '自有.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('the page of concordance tables over the real server', { timeout: 5 * patience }, () => {
  test('lists every table and slot, and tells what is in doubt', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data');
    await page.getByRole('tab', { name: '分类' }).click();
    await page.locator('.classifications tbody tr').first().waitFor();
    const rows = await page
      .locator('.classifications tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('code, td')].map((cell) => cell.textContent)));
    expect(rows).toEqual([
      ['digital-economy-core-2023', '空位', '0', '0', '0'],
      ['green-low-carbon-2022', '空位', '0', '0', '0'],
      ['green-technology', '随软件提供', '143', '801', '1'],
      ['key-digital-2023', '随软件提供', '527', '4,890', '1'],
      ['new-three-2024', '随软件提供', '49', '317', '1'],
      ['sei-2021', '随软件提供', '40', '2,672', '4'],
      ['wipo-35', '随软件提供', '35', '764', '1'],
    ]);
    await look(page, 'list');
    await page.getByRole('button', { name: /战略性新兴产业分类/ }).click();
    await page.getByRole('heading', { name: '存疑之处' }).waitFor();
    expect(new URL(page.url()).searchParams.get('table')).toBe('sei-2021');
    await page.getByText('54 个分类号不在所用的分类树中').click();
    await page.getByText('40 个代码').click();
    await page.getByText('下一代信息网络产业').waitFor();
    await page.getByText('分类号新旧版本对照', { exact: true }).click();
    await page.getByText('按 58 行的对照表，96 处其他版本的分类号计入。').waitFor();
    await page.getByText('112 处分类号可能属于而未计入').waitFor();
    await look(page, 'opened');
    expect(complaints).toEqual([]);
    await close();
  });

  test('an own table is refused whole, compared, and loaded', async () => {
    const [data, how] = [office.write('记录.csv', records), office.write('映射.yaml', mapping)];
    expect((await office.run('load', data, '--mapping', how)).exit).toBe(0);
    expect((await office.run('release', 'create', 'r1')).exit).toBe(0);
    const { page, complaints, close } = await open('/zh-Hans/data?part=classifications');
    const choose = page.getByLabel('选择对照表文件');
    await choose.setInputFiles(file(`${columns}new-three-2024,2024,1,电,x,include,h01m*,\n`));
    await page.getByRole('button', { name: '装入', exact: true }).click();
    await page.getByText('2 处有误，没有装入。').waitFor();
    expect(await page.locator('.own-table .lines li').count()).toBe(2);
    await look(page, 'refused');
    await choose.setInputFiles(file(ownTable));
    await page.getByRole('button', { name: '看看会改变什么' }).click();
    await page.locator('.memberships tbody tr').first().waitFor();
    // The first record joins 2.9; it stood in none below 2 before.
    expect(
      await page
        .locator('.memberships tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent))),
    ).toEqual([['2.9', '0', '1', '1', '0']]);
    await look(page, 'compared');
    await page.getByRole('button', { name: '装入', exact: true }).click();
    await page.getByText('new-three-2024 已装入，待第二人接受；接受后从下一次计算起生效。').waitFor();
    // It waits for a second person, whom this office does not have: the operator is none.
    const waiting = page.locator('.proposed-tables');
    await waiting.getByText('local:').waitFor();
    expect(await waiting.getByRole('button').allTextContents()).toEqual(['看看会改变什么', '退回', '撤回']);
    await waiting.getByRole('button', { name: '看看会改变什么' }).click();
    await waiting.locator('.memberships tbody tr').first().waitFor();
    expect(await page.locator('.classifications').getByText('本单位').count()).toBe(0);
    await look(page, 'loaded');
    expect(complaints).toEqual([]);
    await close();
  });

  test('says what to do where there is nothing, and where the server does not answer', async () => {
    const { page, close } = await open('/zh-Hans');
    await page.route('**/api/classifications', (route) => route.fulfill({ json: [] }));
    await page.goto(`${office.address}/zh-Hans/data?part=classifications`);
    await page.getByRole('heading', { name: '没有对照表' }).waitFor();
    await page.route('**/api/classifications', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/api/classifications');
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.classifications').waitFor();
    await close();
  });

  test.each(['zh-Hant', 'en'])('reads in %s', async (language) => {
    const { page, complaints, close } = await open(`/${language}/data?part=classifications&table=green-technology`);
    await page.locator('.told li').first().waitFor();
    await look(page, language);
    expect(complaints).toEqual([]);
    await close();
  });
});
