import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, drawn, openPage, phone, seriousFindings, shoot, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';
import { putSyntheticOffice } from './synthetic-office.js';

/** The real server over a throw-away folder with synthetic records, and the built pages. */
const office = new ServedOffice();
let running: RunningBrowser;
/** Commands run as processes of their own; on a busy machine each takes a while to begin. */
const patience = 60_000;

const administratorPassword = 'quiet harbour seven lamps';
const regionPassword = '珠江 two rivers and a delta';
const records = '/zh-Hans/indicators/patent-applications?origin=computed&dataset=synthetic&period=2023';

beforeAll(async () => {
  await putSyntheticOffice(office);
  running = await startBrowser();
  await office.start();
}, 5 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

async function look(page: Page, name: string): Promise<void> {
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `people-${name}-desktop`);
  await page.setViewportSize(phone);
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  await shoot(page, `people-${name}-phone`);
  await page.setViewportSize(desktop);
}

/** Opens an address in a browser of its own: nobody is signed in. */
const open = async (address: string) => {
  const opened = await openPage(running.browser, address, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};

/** Chooses a password by a one-time link and signs in with it. */
async function enterByLink(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('heading', { name: '设定密码' }).waitFor();
  await page.getByLabel('新密码').fill(password.slice(0, 8));
  expect(await page.getByText('还不到 12 个字符。').count()).toBe(1);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一遍').fill(`${password}!`);
  expect(await page.getByText('两遍不一致。').count()).toBe(1);
  await page.getByLabel('再输一遍').fill(password);
  await page.getByRole('button', { name: '设定密码' }).click();
  await page.getByText('密码已设定。请用它登录。').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(await page.getByLabel('账户名').inputValue()).toBe(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

const ways = (page: Page) => page.locator('.ways a').allTextContents();

let regionLink = '';

describe('people over the real server', { timeout: 10 * patience }, () => {
  test('before there are accounts, the page says who its reader is', async () => {
    const { page, complaints, close } = await open(`${office.address}/zh-Hans`);
    await page.getByText('尚无账户').waitFor();
    await page.getByText('本机操作员', { exact: true }).waitFor();
    expect(await ways(page)).toEqual(['总览', '指标', '任务', '报告', '数据', '管理']);
    await page.getByRole('link', { name: '登录' }).click();
    await page.getByText('启动时显示的一次性链接用来设立首位管理员').first().waitFor();
    await look(page, 'first-start');
    expect(complaints).toEqual([]);
    await close();
  });

  test('the one-time link makes an administrator, who invites a region account', async () => {
    const { page, complaints, close } = await open(office.signInLink ?? '');
    await enterByLink(page, 'administrator', administratorPassword);
    expect(await page.getByText('尚无账户').count()).toBe(0);
    await page.getByRole('link', { name: '管理', exact: true }).click();
    await page.getByRole('searchbox').fill('广东');
    await page.getByRole('button', { name: '广东省知识产权局' }).click();
    await page.getByText('这个机构还没有账户。').waitFor();
    await page.getByRole('button', { name: '邀请账户' }).click();
    await page.getByLabel('账户名').fill('guangdong');
    await page.getByLabel('姓名').fill('陈岚');
    await look(page, 'invite');
    await page.locator('form').getByRole('button', { name: '邀请账户' }).click();
    const shown = page.getByRole('textbox', { name: 'guangdong 的一次性链接' });
    await shown.waitFor();
    regionLink = await shown.inputValue();
    expect(new URL(regionLink).hash).toMatch(/^#link=.{20,}$/);
    await look(page, 'link');
    await page.getByRole('button', { name: '已存好，收起' }).click();
    await page.getByRole('button', { name: '授予角色 guangdong' }).click();
    const chosen = () => page.locator('.chosen-areas li').allTextContents();
    expect(await chosen()).toEqual(['广东 移除 广东']);
    const area = page.getByRole('combobox', { name: '地区（省、市、县的名称）' });
    await area.fill('南山区');
    await page.getByRole('option', { name: '广东 深圳市 南山区' }).waitFor();
    await look(page, 'find-area');
    await area.focus();
    await area.press('ArrowDown');
    await area.press('ArrowUp');
    await area.press('Enter');
    // The one of Guangdong stands behind that of Heilongjiang, by code.
    await expect
      .poll(chosen, { timeout: patience })
      .toEqual(['广东 移除 广东', '黑龙江 鹤岗市 南山区 移除 黑龙江 鹤岗市 南山区']);
    await area.fill('深圳');
    await page.getByRole('option', { name: '广东 深圳市' }).click();
    await page.getByRole('button', { name: '移除 黑龙江 鹤岗市 南山区' }).click();
    await expect.poll(chosen, { timeout: patience }).toEqual(['广东 移除 广东', '广东 深圳市 移除 广东 深圳市']);
    await page.getByRole('button', { name: '移除 广东 深圳市' }).click();
    await look(page, 'give-role');
    await page.locator('form').getByRole('button', { name: '授予角色' }).click();
    await page.locator('.grant', { hasText: '地方' }).waitFor();
    await page.getByRole('button', { name: '显示姓名' }).click();
    await page.getByText('陈岚').waitFor();
    await look(page, 'accounts');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a link that was used says so, and a wrong password is refused', async () => {
    const { page, close } = await open(office.signInLink ?? '');
    await page.getByLabel('新密码').fill(administratorPassword);
    await page.getByLabel('再输一遍').fill(administratorPassword);
    await page.getByRole('button', { name: '设定密码' }).click();
    await page.getByText('一次性链接无效').waitFor();
    await look(page, 'link-spent');
    await page.goto(`${office.address}/zh-Hans/sign-in`);
    await page.getByLabel('账户名').fill('administrator');
    await page.getByLabel('密码').fill('not the right words');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('账户名或密码不对').waitFor();
    await look(page, 'refused');
    await close();
  });

  test('a visitor is led to sign in and back to where they came from; the region sees only its own', async () => {
    const { page, close } = await open(regionLink);
    await enterByLink(page, 'guangdong', regionPassword);
    expect(await ways(page)).toEqual(['总览', '指标', '任务', '报告', '数据', '管理']);
    await page.goto(office.address + records);
    await page
      .getByText(/件因权限未显示/)
      .first()
      .waitFor();
    const areas = await page.locator('.records .record-area').allTextContents();
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.filter((area) => !/^广东( 44\d{4})?$/.test(area))).toEqual([]);
    await look(page, 'region-records');
    await page.goto(`${office.address}/zh-Hans/administration`);
    await page.getByRole('tab', { name: '机构与账户' }).waitFor();
    expect(await page.getByRole('button', { name: '邀请账户' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '新增机构' }).count()).toBe(0);
    await page.locator('.account', { hasText: 'guangdong' }).waitFor();
    await page.getByRole('tab', { name: '操作记录' }).click();
    await page.getByText('这里列出本人所办各项').waitFor();
    await page.locator('.acts-table tbody tr').first().waitFor();
    expect(await page.getByRole('button', { name: '校验全链' }).count()).toBe(0);
    const people = await page.locator('.acts-table tbody td:nth-of-type(2)').allTextContents();
    expect([...new Set(people)]).toEqual(['account:guangdong']);
    await page.goto(`${office.address}/zh-Hans/data`);
    await page.getByRole('tab', { name: '批次' }).waitFor();
    expect(await page.getByRole('tab', { name: '载入' }).count()).toBe(0);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(await ways(page)).toEqual(['总览', '指标', '任务', '报告']);
    await page.goto(`${office.address}/zh-Hans/administration`);
    await page.getByRole('heading', { name: '请先登录' }).waitFor();
    await look(page, 'visitor');
    await page.goto(`${office.address}/zh-Hans/my-work`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(new URL(page.url()).searchParams.get('back')).toBe('/zh-Hans/my-work');
    await page.getByLabel('账户名').fill('guangdong');
    await page.getByLabel('密码').fill(regionPassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    await page.getByText('已取得“地方”角色').waitFor();
    await page.getByRole('button', { name: /标为已读/ }).click();
    await page.getByText('已读', { exact: true }).waitFor();
    await look(page, 'my-work');
    await close();
  });

  test('the acts stand on the audit page, the chain verifies, and the calendar takes a day with its reason', async () => {
    const { page, complaints, close } = await open(`${office.address}/zh-Hans/sign-in`);
    await page.getByLabel('账户名').fill('administrator');
    await page.getByLabel('密码').fill(administratorPassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '管理', exact: true }).click();
    await page.getByRole('tab', { name: '操作记录' }).click();
    await page.locator('.acts-table tbody tr').first().waitFor();
    const kinds = await page.locator('.acts-table tbody td:nth-of-type(4)').allTextContents();
    for (const kind of ['邀请账户', '授予角色', '登录', '登录失败', '接受邀请']) expect(kinds).toContain(kind);
    expect(kinds.some((kind) => kind.includes('查看个人数据'))).toBe(true);
    // Who was told names of accounts, or of holders: as many as the command line lists.
    const reads = await office.run<{ acts: { reads: boolean }[] }>('audit', 'list', '--reads');
    expect(reads.json.acts.length).toBeGreaterThan(0);
    expect(reads.json.acts.length).toBeLessThan(kinds.length);
    await page.getByLabel('只看对个人数据的查看').check();
    await expect
      .poll(() => page.locator('.acts-table tbody tr').count(), { timeout: patience })
      .toBe(reads.json.acts.length);
    await page.locator('.acts-table .opens').first().click();
    await page.getByRole('region', { name: /的细节/ }).waitFor();
    await page.getByRole('button', { name: '校验全链' }).click();
    await page.getByText(/完好：\d+ 项逐一相符/).waitFor();
    await look(page, 'audit');
    await page.getByRole('tab', { name: '工作日历' }).click();
    await page.goto(`${office.address}/zh-Hans/administration?part=calendar&year=2023`);
    await page.getByTitle('2023-03-08').click();
    await page.getByLabel('名称').fill('局庆');
    await page.getByLabel('依据').fill('本局通知');
    await page.getByLabel('理由').first().fill('试行');
    await page.getByRole('button', { name: '设定', exact: true }).click();
    await page.locator('.lines li', { hasText: '2023-03-08' }).waitFor();
    await page.getByLabel('起算日').fill('2023-01-20');
    await page.getByLabel('个工作日').fill('3');
    await expect.poll(() => page.locator('.deadline-day').textContent(), { timeout: patience }).toBe('2023-01-30');
    await look(page, 'calendar');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a role of two is confirmed by a second person, and a colleague is stood in for with a band on every page', async () => {
    await office.run('account', 'create', 'liu', '--organisation', 'planning', '--name', '刘洋');
    const given = await office.run<{ state: string }>(
      ...['account', 'role', 'give', 'liu', 'auditor', '--areas', 'everywhere', '--from', '2026-01-01'],
    );
    expect(given.json.state).toBe('proposed');
    const { page, complaints, close } = await open(`${office.address}/zh-Hans/sign-in?back=%2Fzh-Hans%2Fmy-work`);
    const signIn = async (name: string, password: string) => {
      await page.getByLabel('账户名').fill(name);
      await page.getByLabel('密码').fill(password);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { name: '我的工作' }).waitFor();
    };
    await signIn('administrator', administratorPassword);
    expect(await page.locator('.waiting-count').textContent()).toBe('1');
    await page.getByRole('button', { name: '确认 liu' }).click();
    await page.getByText('liu 将立即取得“审计”角色。').waitFor();
    await look(page, 'proposal');
    await page.getByRole('button', { name: '是，确认' }).click();
    await page.getByText('没有等候确认的角色。').waitFor();
    expect(await page.locator('.waiting-count').count()).toBe(0);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).waitFor();

    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    await page.goto(`${office.address}/zh-Hans/sign-in?back=%2Fzh-Hans%2Fmy-work`);
    await signIn('guangdong', regionPassword);
    await page.getByRole('link', { name: /陈岚/ }).click();
    await page.getByRole('button', { name: '委托同事' }).click();
    await page.getByLabel('同事的账户名').fill('administrator');
    await page.getByLabel('起日').fill(today);
    await page.getByLabel('止日').fill(today);
    await look(page, 'delegation');
    await page.locator('form').getByRole('button', { name: '委托同事' }).click();
    await page.getByText('委托 administrator 代行').waitFor();
    await page.getByRole('button', { name: '创建密钥' }).click();
    await page.getByLabel('用途').fill('月报');
    await page.getByLabel('最后有效日').fill(today);
    await page.getByLabel('查看数值背后的记录').check();
    await page.locator('form').getByRole('button', { name: '创建密钥' }).click();
    await page.getByRole('textbox', { name: '密钥“月报”' }).waitFor();
    await look(page, 'key');
    await page.getByRole('button', { name: '全部退出' }).click();
    await page.getByRole('button', { name: '是，全部退出' }).click();
    await page.waitForURL('**/sign-in');
    await page.getByLabel('账户名').waitFor();

    await page.goto(`${office.address}/zh-Hans/sign-in?back=%2Fzh-Hans%2Fmy-work`);
    await signIn('administrator', administratorPassword);
    await page.getByText(/guangdong 委托您在/).waitFor();
    await page.getByRole('button', { name: '代行 guangdong' }).click();
    await page.getByText('正在代行 guangdong 的职责').waitFor();
    await page.getByRole('link', { name: '指标' }).click();
    await page.getByText('正在代行 guangdong 的职责').waitFor();
    await look(page, 'acting');
    await page.getByRole('button', { name: '结束代行' }).click();
    await page.getByText('正在代行').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
