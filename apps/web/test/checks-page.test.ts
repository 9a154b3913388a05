import type { CheckAnswer } from '@zhiheng/office';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, drawn, openPage, phone, seriousFindings, shoot, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder with the shipped checks, and the built pages (`npm run build:web`). */
const office = new ServedOffice();
let running: RunningBrowser;
/** How many checks there are, as the command line tells. */
let checkCount = 0;
const patience = 60_000;

const early = 'patent-granted-before-filed';
const mapping = `table: patents
columns:
  number: n
  kind: k
  filed_on: f
  granted_on: g
  title: t
  holders: h
  area: a
  classes: { from: c, scheme: ipc }
covers: { kinds: [invention], filed: [2023-01-01, 2023-12-31], granted: [2023-01-01, 2023-12-31], completeness: full }
`;
const numberOf = (index: number) => `2023100${String(index).padStart(5, '0')}`;
/** 25 grants before their filing, of which two name nobody; two in order, of which one lacks title and class. */
const planted = Array.from({ length: 27 }, (_, at) => {
  const index = at + 1;
  const granted = index <= 25 ? '2023-01-15' : '2023-03-15';
  const holder = index === 3 || index === 4 ? '' : `第${index}公司`;
  const described = index === 27 ? ',' : '一种电池隔膜,H01M 10/00';
  const [title, symbol] = described.split(',');
  return `${numberOf(index)},invention,2023-02-01,${granted},${title},${holder},440300,${symbol}`;
});

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
});
afterAll(async () => {
  await running?.close();
  await office.stop();
});

async function look(page: Page, name: string): Promise<void> {
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `checks-${name}-desktop`);
  await page.setViewportSize(phone);
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `checks-${name}-phone`);
  await page.setViewportSize(desktop);
}

const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};

/** What the tables say of each check that has a row of its own in sight. */
const found = (page: Page) =>
  page
    .locator('.checks tbody tr:not(.group)')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows
          .filter((row) => row.closest('details') === null)
          .map((row) => [row.querySelector('th')?.textContent, row.querySelector('td')?.textContent]),
      ),
    );
const expectedFound = {
  授权早于申请: '25',
  权利人没有名称: '2',
  没有分类号: '1',
  没有名称: '1',
};

describe('the checks over the real server', { timeout: 5 * patience }, () => {
  test('say what to do where nothing is loaded', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=checks');
    await page.getByRole('heading', { name: '还没有载入记录' }).waitFor();
    expect(await page.getByRole('button', { name: '运行检查' }).count()).toBe(0);
    await look(page, 'empty');
    expect(complaints).toEqual([]);
    await close();
  });

  test('are run from the page, and tell what holds the next release back', async () => {
    const file = office.write('planted.csv', `n,k,f,g,t,h,a,c\n${planted.join('\n')}\n`);
    const read = office.write('m.yaml', mapping);
    expect((await office.run('load', file, '--mapping', read)).exit).toBe(0);
    const { page, complaints, close } = await open('/zh-Hans/data?part=checks');
    await page.getByText('还不能判断').waitFor();
    expect(await page.locator('.checks tbody tr:not(.group) td:nth-child(2)').first().textContent()).toBe('未运行');
    await look(page, 'pending');
    await page.getByRole('button', { name: '运行检查' }).click();
    await page.getByText('1 项检查阻止冻结').waitFor();
    expect(await page.locator('.holding > li').allTextContents()).toEqual([expect.stringContaining('授权早于申请 25')]);
    const { json } = await office.run<CheckAnswer[]>('check');
    checkCount = json.length;
    const names = (check: CheckAnswer) => check.names?.['zh-Hans'];
    const told = Object.fromEntries(
      json.filter(({ count }) => count !== 0).map((check) => [names(check), String(check.count)]),
    );
    expect(told).toEqual(expectedFound);
    expect(await found(page)).toEqual(expectedFound);
    expect(await page.locator('.checks tbody tr:not(.group)').count()).toBe(checkCount);
    await look(page, 'found');
    expect(complaints).toEqual([]);
    await close();
  });

  test('are accepted by name with a reason, one by one, and the release is made', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=releases');
    await page.getByLabel('名称').fill('2023-03');
    await page.getByRole('button', { name: '冻结' }).click();
    await page.getByText('有错误级检查未通过').waitFor();
    await page.getByRole('link', { name: '查看检查，逐项处理' }).click();
    await page.getByText('还差 1 项理由').waitFor();
    await page.getByLabel('名称').fill('2023-03');
    expect(await page.getByRole('button', { name: '冻结' }).isDisabled()).toBe(true);
    const reason = page.getByLabel('接受“授权早于申请”的理由');
    await reason.fill('   ');
    expect(await page.getByRole('button', { name: '冻结' }).isDisabled()).toBe(true);
    await reason.fill('来源机构三月更正');
    await page.getByRole('button', { name: '冻结' }).click();
    await page.getByText('批次 2023-03 已冻结。').waitFor();
    await page.locator('.checks .sparkline').first().waitFor();
    expect(await page.locator('.checks .sparkline').first().getAttribute('aria-label')).toBe('2023-03: 25');
    await page.getByLabel('检查哪些记录').selectOption('2023-03');
    await page.getByText('冻结时有 1 项错误级检查未通过').waitFor();
    expect(await page.locator('.holding > li').textContent()).toContain('来源机构三月更正');
    expect(await found(page)).toEqual(expectedFound);
    await look(page, 'release');
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    await close();
  });

  test('open to a page of their own: rows, whole records, CSV, how it is asked, who accepted it', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data?part=checks');
    await page.locator('.holding').getByRole('link', { name: '授权早于申请' }).click();
    await page.getByRole('heading', { name: /授权早于申请/ }).waitFor();
    await page.getByText('共 25 条').waitFor();
    const ids = () => page.locator('.found tbody th').allTextContents();
    expect(await ids()).toEqual(Array.from({ length: 20 }, (_, at) => `CN:${numberOf(at + 1)}`));
    await page.getByRole('button', { name: '下一页' }).click();
    await expect
      .poll(ids, { timeout: patience })
      .toEqual(Array.from({ length: 5 }, (_, at) => `CN:${numberOf(at + 21)}`));
    await page.getByRole('button', { name: `CN:${numberOf(25)}` }).click();
    const record = page.getByRole('region', { name: `记录 CN:${numberOf(25)}` });
    await record.getByText('第25公司').waitFor();
    expect(await record.locator('dd').allTextContents()).toEqual(expect.arrayContaining(['2023-02-01', '2023-01-15']));
    await look(page, 'one');

    const href = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    const text = await page.evaluate(async (url) => (await fetch(url)).text(), href ?? '');
    const lines = parse(text.replace(/^\uFEFF/, ''), { columns: true }) as Record<string, string>[];
    expect(lines.map(({ id, filed_on, granted_on }) => [id, filed_on, granted_on])).toEqual(
      Array.from({ length: 25 }, (_, at) => [`CN:${numberOf(at + 1)}`, '2023-02-01', '2023-01-15']),
    );

    expect(await page.locator('.code pre').textContent()).toBe('granted_on < filed_on');
    await page.getByRole('tab', { name: 'SQL' }).click();
    expect(await page.locator('.code pre').textContent()).toContain('FROM patents AS own');
    await page.getByRole('tab', { name: '文件' }).click();
    expect(await page.locator('.code pre').textContent()).toContain(`id: ${early}`);
    const history = await page.locator('.check-history tbody tr').allTextContents();
    expect(history).toEqual([expect.stringMatching(/^2023-03.*25来源机构三月更正 由 local:\S+ 接受$/)]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the same in English; a check that is not there is said so', async () => {
    const { page, complaints, close } = await open(`/en/data?part=checks&check=${early}&release=2023-03`);
    await page.getByText('25 in all').waitFor();
    await look(page, 'en-one');
    await page.getByRole('link', { name: 'All checks' }).click();
    await page.getByText('1 check of severity error failed').waitFor();
    await look(page, 'en-release');
    expect(complaints).toEqual([]);
    await page.goto(`${office.address}/en/data?part=checks&check=patent-grantd-before-filed`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('check-unknown');
    await close();
  });

  test('are worked by keyboard alone', async () => {
    const { page, close } = await open('/en/data?part=quarantine');
    await page.getByRole('tab', { name: 'Quarantine' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Checks', selected: true }).waitFor();
    await page.locator('.holding a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Granted before filed/ }).waitFor();
    expect(await page.locator(':focus').evaluate((one) => one.tagName)).toBe('H2');
    const first = page.getByRole('button', { name: `CN:${numberOf(1)}` });
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: `Record CN:${numberOf(1)}` }).waitFor();
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('tab', { name: 'Expression' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'SQL', selected: true }).waitFor();
    await close();
  });

  test('who may not make a release is told which right is missing, and who has it', async () => {
    const { page, close } = await open('/zh-Hans');
    await page.route('**/api/session', async (route) => {
      const answer = (await (await route.fetch()).json()) as { mayDo: string[] };
      const mayDo = answer.mayDo.filter((one) => one !== 'releases:create' && one !== 'records:export');
      await route.fulfill({ json: { ...answer, mayDo } });
    });
    await page.goto(`${office.address}/zh-Hans/data?part=checks`);
    await page.getByText('缺少权限：冻结发布批次').waitFor();
    expect(await page.getByText('缺少权限').textContent()).toContain('有这项权限的角色：统计。');
    expect(await page.getByRole('button', { name: '冻结' }).count()).toBe(0);
    await look(page, 'without-right');
    await page.goto(`${office.address}/zh-Hans/data?part=checks&check=${early}`);
    await page.getByText('共 25 条').waitFor();
    expect(await page.getByRole('link', { name: '导出 CSV' }).count()).toBe(0);
    await close();
  });

  test('a run is listed with its progress and can be stopped; nothing counts as run then', async () => {
    const many = Array.from({ length: 400_000 }, (_, index) => `${202_210_000_000 + index},invention,2022-03-04`);
    const file = office.write('many.csv', `n,k,f\n${many.join('\n')}\n`);
    const plain = office.write('plain.yaml', 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n');
    expect((await office.run('load', file, '--mapping', plain)).exit).toBe(0);
    const { page, complaints, close } = await open('/zh-Hans/data?part=checks');
    await page.getByRole('button', { name: '运行检查' }).click();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止，没有留下半截内容').waitFor();
    await page.getByText(`${checkCount} 项检查待运行`).waitFor();
    const { json } = await office.run<{ command: string; state: string }[]>('running');
    expect(json.find(({ command }) => command === 'check')).toMatchObject({ state: 'cancelled' });
    expect(complaints).toEqual([]);
    await close();
  });
});
