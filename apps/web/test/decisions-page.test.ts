import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { putFewDefinitions } from './few-definitions.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages. */
const office = new ServedOffice(true);
let running: RunningBrowser;
const patience = 120_000;

const rows = `n,k,f,h,b
${[1, 2, 3]
  .map((at) => `20231000001${at},invention,2023-01-05,深圳市华星光电技术有限公司,广东省深圳市光明区塘明大道9-2号`)
  .join('\n')}
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, holders: h, holder_addresses: b }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;
const list = `号,通知日,依据,结果,结果日
202310000012,2023-03-03,一,主动撤回,2023-04-04
202310000013,2023-03-03,一,维持,2023-02-04
`;
const listMapping = `table: decisions
columns:
  number: 号
  notified_on: 通知日
  ground: { from: 依据, codes: { 一: 411-1 } }
  outcome: { from: 结果, codes: { 主动撤回: withdrawn-after-notice, 维持: maintained } }
  effective_on: 结果日
`;

beforeAll(async () => {
  putFewDefinitions(office, ['patent-applications', 'patent-applications-net']);
  running = await startBrowser();
  await office.start();
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const look = (page: Page, name: string) => lookAt(page, `decisions-${name}`);
const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const net = async () => {
  const { json } = await office.run<{ value: number | null }[]>(
    ...['figure', 'patent-applications-net', '--area', 'ALL', '--period', '2023-01', '--dataset', 'real'],
  );
  return json[0]?.value ?? null;
};

describe('decisions on the Data page, over the real server', { timeout: 5 * patience }, () => {
  test('are made by hand, for one application on one ground, and taken back', async () => {
    await office.run('load', office.write('t.csv', rows), '--mapping', office.write('m.yaml', mapping));
    await office.run('release', 'create', 'first');
    await office.run('compute');
    expect(await net()).toBeNull();
    const { page, complaints, close } = await open('/zh-Hans/data?part=decisions');
    await page.getByRole('heading', { name: '还没有任何决定' }).waitFor();
    await page.getByText('依据与扣除口径').click();
    expect(await page.locator('.decision-rules tbody tr').count()).toBe(17);
    await look(page, 'empty');

    await page.locator('summary', { hasText: '作出决定' }).click();
    const form = page.locator('details.decide form').first();
    await form.getByLabel('申请号，多件以逗号分开').fill('202310000011');
    await form.getByLabel('依据').selectOption('411-3');
    await form.getByLabel('结果').selectOption('refused');
    await form.getByLabel('生效日').fill('2023-08-01');
    await form.getByLabel('理由').fill('与研发能力明显不符');
    await look(page, 'form');
    await form.getByRole('button', { name: '决定 1 件' }).click();
    await page.getByText(/已记录 1 件/).waitFor();
    await page.getByText('最新版本之后有 1 次决定，下一次计算时计入。').waitFor();
    await office.run('compute');
    expect(await net()).toBe(2);

    await page.getByRole('button', { name: '查看 CN:202310000011 的决定' }).click();
    await page.getByText('CN:202310000011 自 2023-08-01 起依据 411-3 扣除。').waitFor();
    await look(page, 'one');
    await page.getByRole('button', { name: /^撤回/ }).click();
    const undo = page.locator('form.undo');
    await undo.getByLabel('理由').fill('核实后正常');
    await undo.getByRole('button', { name: '撤回', exact: true }).click();
    await page.locator('tr.taken-back').waitFor();
    await office.run('compute');
    expect(await net()).toBe(3);
    expect(complaints).toEqual([]);
    await close();
  });

  test('come in as a list; a row at fault refuses it, and its place is told', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=decisions');
    await page.locator('summary', { hasText: '导入他处的决定名单' }).click();
    const form = page.locator('details.decide form').last();
    const files = [office.write('list.csv', list), office.write('list.yaml', listMapping)];
    await form.locator('input[type="file"]').setInputFiles(files);
    await form.getByText('名单：list.csv').waitFor();
    await form.getByLabel('理由').fill('国家局通报');
    await look(page, 'list');
    await form.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText(/正在导入 list.csv/).waitFor();
    const { json } = await office.run<{ rows: unknown[] }>('decisions', 'list', '--application', '202310000012');
    expect(json.rows).toEqual([]);

    await form.locator('input[type="file"]').setInputFiles(files);
    await form.getByLabel('理由').fill('国家局通报');
    await form.getByLabel('有错的行除外，其余照收').check();
    await form.getByRole('button', { name: '导入', exact: true }).click();
    await expect
      .poll(
        async () =>
          (await office.run<{ rows: unknown[] }>('decisions', 'list', '--application', '202310000012')).json.rows
            .length,
        { timeout: patience, interval: 1000 },
      )
      .toBe(2);
    await page.reload();
    await page.locator('summary', { hasText: '已导入的名单（1）' }).click();
    await look(page, 'taken-over');
    await office.run('compute');
    expect(await net()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });
});
