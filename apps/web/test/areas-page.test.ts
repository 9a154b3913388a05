import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages. */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 60_000;

/** 朝阳区 lies in Beijing and in Changchun, 鼓楼区 in Nanjing and in Xuzhou. */
const rows = `n,k,f,h,b
202310000011,invention,2023-01-05,甲公司,朝阳区建国路1号
202310000022,invention,2023-01-05,乙公司,朝阳区建国路1号
202310000033,invention,2023-01-05,甲公司,江苏省鼓楼区中山路
202310000044,invention,2023-01-05,甲公司,北京市朝阳区三里屯
202310000055,invention,2023-01-05,丙公司,某处7号
202310000066,invention,2023-01-05,丁公司,朝阳区人民路2号院国际科技创新中心大厦
`;
const mapping = `table: patents
columns: { number: n, kind: k, filed_on: f, holders: { from: h, split: ";" }, holder_addresses: { from: b, split: "|" } }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], completeness: full }
`;

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
});
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const look = (page: Page, name: string) => lookAt(page, `areas-${name}`);
const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};

describe('addresses on the Data page, over the real server', { timeout: 5 * patience }, () => {
  test('an office without open addresses says so', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=areas');
    await page.getByRole('heading', { name: '没有待定的地址' }).waitFor();
    await look(page, 'empty');
    await page.getByRole('button', { name: '已定' }).click();
    await page.getByRole('heading', { name: '还没有确定过地址' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('open addresses are settled together, seen by the next release, and taken back', async () => {
    const file = office.write('t.csv', rows);
    await office.run('load', file, '--mapping', office.write('m.yaml', mapping));
    await office.run('release', 'create', 'first');
    const { page, complaints, close } = await open('/zh-Hans/data?part=areas');
    await page.getByRole('heading', { name: /4 个待定地址/ }).waitFor();
    await page.getByRole('button', { name: '朝阳区建国路1号' }).click();
    await page.getByText('建议', { exact: true }).waitFor();
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('110105');
    await page.getByRole('button', { name: '全部勾选' }).click();
    await page.getByLabel('理由').fill('与持有人的其他记录一致');
    await look(page, 'open');

    await page.getByRole('button', { name: '确定 2 个地址' }).click();
    await page.getByText('2 个地址已定为 北京 朝阳区，下一批次起生效。').waitFor();
    await page.getByRole('heading', { name: /2 个待定地址/ }).waitFor();
    await page.getByLabel('哪一类').selectOption('nothing');
    await page.getByRole('button', { name: '某处7号' }).waitFor();
    await expect.poll(() => page.locator('.unresolved tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: '某处7号' }).click();
    await page.getByLabel('地区代码').fill('310103');
    await page.getByLabel('理由').fill('持有人来函');
    await page.getByRole('button', { name: '确定 1 个地址' }).click();
    await page.getByText('没有这个代码的地区').waitFor();
    await look(page, 'refused');

    await page.getByRole('button', { name: '已定' }).click();
    await page.getByText('下一批次新采用 2 项、不再采用 0 项，涉及 3 条记录。 与批次 first 相比。').waitFor();
    await page.getByRole('button', { name: '撤回 朝阳区建国路1号' }).click();
    await page.getByLabel('理由').fill('看错了');
    await look(page, 'settled');
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('已撤回：看错了').waitFor();
    const { json } = await office.run<{ rows: { standing: string }[] }>('areas', 'settled');
    expect(json.rows.map(({ standing }) => standing)).toEqual(['in-next', 'past']);
    // The refused request is a failed one to the browser.
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    await close();
  });

  test('whoever comes second is told, and can look at what stands', async () => {
    const { page, close } = await open('/zh-Hans/data?part=areas&only=nothing');
    await page.getByRole('button', { name: '某处7号' }).click();
    const { json } = await office.run<{ rows: { id: string }[] }>('areas', 'unresolved', '--only', 'nothing');
    await office.run('areas', 'settle', json.rows[0]?.id ?? '', '310101', '--reason', 'first');
    await page.getByLabel('地区代码').fill('440305');
    await page.getByLabel('理由').fill('来晚了');
    await page.getByRole('button', { name: '确定 1 个地址' }).click();
    await page.getByText('已有他人先作了决定').waitFor();
    await page.getByRole('button', { name: '查看现在的状态' }).click();
    await page.getByText('没有这样的地址。').waitFor();
    await close();
  });

  test('is worked by keyboard alone, in English', async () => {
    const { page, complaints, close } = await open('/en/data?part=areas');
    await page.getByRole('button', { name: /江苏省鼓楼区中山路/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('320302');
    await look(page, 'en');
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('on the map');
    await page.keyboard.press('Enter');
    await page.getByText(/1 address is settled as/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
