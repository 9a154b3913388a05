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
const patience = 120_000;
const password = 'quiet harbour seven lamps';
const edit = '/zh-Hans/indicators/patent-grants/edit';

beforeAll(async () => {
  await putSyntheticOffice(office);
  running = await startBrowser();
  await office.start();
  await chooseByLink((office.signInLink ?? '').split('#link=')[1] ?? '');
  for (const [name, role] of [
    ['wang', 'statistician'],
    ['li', 'planner'],
  ] as const) {
    const invited = await office.run<{ token: string }>(
      ...['account', 'create', name, '--organisation', 'planning', '--name', name === 'wang' ? '王敏' : '李强'],
    );
    await chooseByLink(invited.json.token);
    const given = ['account', 'role', 'give', name, role, '--areas', 'everywhere', '--from', '2026-01-01'];
    expect((await office.run<{ state: string }>(...given)).json.state).toBe('granted');
  }
}, 5 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

/** Chooses a password by a one-time link. */
async function chooseByLink(token: string): Promise<void> {
  const response = await fetch(`${office.address}/api/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: office.address, 'x-zhiheng': '1' },
    body: JSON.stringify({ token, password }),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

async function signedIn(name: string, address: string) {
  const back = encodeURIComponent(address);
  const opened = await openPage(running.browser, `${office.address}/zh-Hans/sign-in?back=${back}`, desktop, 'zh-CN');
  const { page } = opened;
  page.setDefaultTimeout(patience / 2);
  await page.getByLabel('账户名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
  return opened;
}

async function look(page: Page, name: string): Promise<void> {
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `definition-${name}-desktop`);
  await page.setViewportSize(phone);
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  await shoot(page, `definition-${name}-phone`);
  await page.setViewportSize(desktop);
}

const editor = (page: Page) => page.getByRole('textbox', { name: '定义文本' });
/** Puts the cursor at the end of the line that begins so, and types there. */
async function typeBehind(page: Page, line: string, typed: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(typed, { delay: 5 });
}

describe('a definition over the real server', { timeout: 10 * patience }, () => {
  test('visitors and others are told that they have no right', async () => {
    const { page, close } = await openPage(running.browser, `${office.address}${edit}`, desktop, 'zh-CN');
    page.setDefaultTimeout(patience / 2);
    await page.getByRole('heading', { name: '请先登录' }).waitFor();
    await look(page, 'visitor');
    await close();
    const administrator = await signedIn('administrator', edit);
    await administrator.page.getByRole('heading', { name: '没有这项权限' }).waitFor();
    await administrator.close();
  });

  test('is written with its faults shown at their lines, mended, previewed, saved and handed in', async () => {
    const { page, complaints, close } = await signedIn('wang', edit);
    await editor(page).waitFor();
    await page.getByText('文本没有问题。').waitFor();
    await typeBehind(page, 'where: kind in', ' and grantd_on < 2023-07-01');
    const fault = page.locator('.draft-faults li', { hasText: 'expression-wrong' });
    await fault.waitFor();
    const place = await fault.getByRole('button').textContent();
    expect(place).toBe('第 15 行第 70 字');
    await page.locator('.cm-lintRange-error', { hasText: 'grantd_on' }).waitFor();
    expect(await page.locator('.cm-gutter-lint .cm-lint-marker-error').count()).toBe(1);
    expect(await fault.textContent()).toContain('granted_on');
    expect(await page.getByRole('button', { name: '预览', exact: true }).isDisabled()).toBe(true);
    await look(page, 'fault');

    // The way to its place, by the keyboard: the word is mended there, with what may stand at the cursor.
    await fault.getByRole('button').press('Enter');
    for (let at = 0; at < 'grantd_on'.length; at += 1) await page.keyboard.press('Delete');
    await page.keyboard.type('granted', { delay: 20 });
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'granted_on' }).waitFor();
    await look(page, 'completion');
    await page.keyboard.press('Enter');
    await page.getByText('文本没有问题。').waitFor();
    await page.locator('.cm-line', { hasText: 'and granted_on < 2023-07-01' }).waitFor();

    await page.getByRole('button', { name: '预览', exact: true }).click();
    await page.getByRole('region', { name: '预览数值' }).waitFor();
    const rows = await page.locator('.preview-table tbody tr').count();
    expect(rows).toBe(9);
    expect(await page.locator('.preview-table tbody tr.differs').count()).toBeGreaterThan(0);
    await page.getByRole('heading', { name: /不再计入的记录/ }).waitFor();
    expect(await page.locator('.changed-records tbody tr').count()).toBe(20);
    await look(page, 'preview');

    // Unsaved changes are asked for before the page is left.
    await page.getByRole('link', { name: '总览' }).click();
    await page.getByRole('alertdialog').waitFor();
    await look(page, 'leaving');
    await page.getByRole('button', { name: '留下' }).click();
    expect(new URL(page.url()).pathname).toBe(edit);

    await page.getByLabel(/改动说明/).fill('只计上半年');
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByRole('tab', { name: '与现行文本的差异' }).click();
    expect(await page.locator('.difference .added').count()).toBe(1);
    await page.getByRole('button', { name: '提交审核' }).click();
    await look(page, 'hand-in');
    await page.getByRole('button', { name: '是，提交审核' }).click();
    await page.getByText('待另一人审核：起草和提交的人不能自己发布。').waitFor();
    expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    // Nor past the page.
    const own = await page.evaluate(async () => {
      const response = await fetch('/api/definitions/drafts/patent-grants/publish', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-zhiheng': '1' },
        body: JSON.stringify({ reason: 'mine' }),
      });
      return [response.status, ((await response.json()) as { code: string }).code];
    });
    expect(own).toEqual([403, 'not-allowed']);
    await look(page, 'handed-in');
    expect(complaints.filter((said) => !said.includes('403'))).toEqual([]);
    await close();
  });

  test('is given back with a reason, mended, and published by the second person', async () => {
    const li = await signedIn('li', '/zh-Hans/my-work');
    await li.page.getByRole('heading', { name: '指标定义草案' }).waitFor();
    await li.page.getByText(/account:wang 提交了指标 patent-grants 的定义草案/).waitFor();
    await look(li.page, 'my-work');
    await li.page.getByRole('link', { name: '专利授权量' }).click();
    await li.page.locator('.difference .added').waitFor();
    await look(li.page, 'review');
    await li.page.getByRole('button', { name: '退回', exact: true }).click();
    await li.page.getByLabel(/^理由/).fill('请写明截止日期的依据');
    await li.page.getByRole('button', { name: '是，退回' }).click();
    await li.page.locator('.overline', { hasText: '已退回' }).waitFor();

    const wang = await signedIn('wang', edit);
    await wang.page.getByRole('tab', { name: '经过' }).click();
    await wang.page.getByText('请写明截止日期的依据').waitFor();
    await typeBehind(wang.page, 'decimals: 0', ' # 依据：试行通知');
    await wang.page.getByRole('button', { name: '保存草案' }).click();
    await wang.page.getByText('已保存', { exact: true }).waitFor();
    await wang.page.getByText('文本没有问题。').waitFor();
    await wang.page.getByRole('button', { name: '提交审核' }).click();
    await wang.page.getByRole('button', { name: '是，提交审核' }).click();
    await wang.page.getByText('待另一人审核').waitFor();
    await wang.close();

    // Meanwhile the page of the reviewer shows the draft as it was given back: acting on it is told.
    await li.page.reload();
    await li.page.getByRole('button', { name: '发布', exact: true }).click();
    await li.page.getByLabel(/^理由/).fill('经司务会同意');
    await look(li.page, 'publish');
    await li.page.getByRole('button', { name: '是，发布' }).click();
    await li.page.getByText('已发布：从下一次计算起用于数值。').waitFor();
    await li.page.getByRole('tab', { name: '沿革' }).click();
    await li.page.getByText('经司务会同意').waitFor();
    await li.page.locator('.definition-history .opens').first().click();
    await li.page.locator('.definition-history .difference .added').first().waitFor();
    await look(li.page, 'history');
    expect(li.complaints).toEqual([]);
    await li.close();
  });

  test('holds on the figure page after the next computing, and is taken back by two', async () => {
    const figure = async () => {
      const asked = ['figure', 'patent-grants', '--area', 'ALL', '--period', '2023', '--origin', 'computed'];
      return (await office.run<{ value: number }[]>(...asked)).json.map(({ value }) => value);
    };
    const [before] = await figure();
    await office.run('compute');
    const [after] = await figure();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before ?? 0);
    const wang = await signedIn(
      'wang',
      '/zh-Hans/indicators/patent-grants?origin=computed&dataset=synthetic&period=2023',
    );
    await wang.page.getByText('and granted_on < 2023-07-01', { exact: false }).first().waitFor();
    await wang.page.getByRole('tab', { name: '定义文件' }).click();
    await wang.page.getByText('published/patent-grants.yaml').waitFor();
    await shoot(wang.page, 'definition-figure-desktop');
    await wang.page.getByRole('link', { name: '编辑定义' }).click();
    await wang.page.getByRole('tab', { name: '沿革' }).click();
    await wang.page.getByRole('button', { name: '提议撤回现行发布' }).click();
    await wang.page.getByLabel(/^理由/).fill('口径有误');
    await wang.page.getByRole('button', { name: '是，提议撤回现行发布' }).click();
    await wang.page.getByText('这是撤回现行发布的提议').waitFor();
    await look(wang.page, 'take-back');
    await wang.close();
    const li = await signedIn('li', edit);
    await li.page.getByRole('button', { name: '发布', exact: true }).click();
    await li.page.getByLabel(/^理由/).fill('同意恢复');
    await li.page.getByRole('button', { name: '是，发布' }).click();
    await li.page.getByText('已发布：从下一次计算起用于数值。').waitFor();
    await li.close();
    await office.run('compute');
    expect(await figure()).toEqual([before]);
  });

  test('of a new indicator begins with a template; its place is its own page, and two at once are told', async () => {
    const { page, complaints, close } = await signedIn('wang', '/zh-Hans/indicators');
    await page.getByRole('link', { name: '起草新指标' }).click();
    await editor(page).waitFor();
    await page.locator('.draft-faults li').first().waitFor();
    await look(page, 'new');
    await typeBehind(page, 'id:', ' patent-grants');
    await page.getByText('已有名为 patent-grants 的指标').waitFor();
    await page.keyboard.type('-early', { delay: 5 });
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.waitForURL('**/indicators/patent-grants-early/edit');
    await editor(page).waitFor();
    await page.locator('.overline', { hasText: '起草中' }).waitFor();

    const li = await signedIn('li', '/zh-Hans/indicators/patent-grants-early/edit');
    await editor(li.page).waitFor();
    await typeBehind(li.page, 'decimals: 0', ' # 李');
    await li.page.getByRole('button', { name: '保存草案' }).click();
    await li.page.getByText('已保存', { exact: true }).waitFor();
    await li.close();
    await typeBehind(page, 'kind: flow', ' # 王');
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByRole('button', { name: '以我的文本继续' }).waitFor();
    await look(page, 'conflict');
    await page.getByRole('button', { name: '以我的文本继续' }).click();
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.locator('.cm-line', { hasText: '# 王' }).waitFor();
    expect(complaints.filter((said) => !said.includes('409'))).toEqual([]);
    await close();
  });

  test('lives under the policy of the pages, in every language', async () => {
    const context = await running.browser.newContext({ viewport: desktop, locale: 'en-GB' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'info' && message.type() !== 'log') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(patience / 2);
    await page.goto(`${office.address}/en/sign-in?back=%2Fen%2Findicators%2Fpatent-applications%2Fedit`);
    await page.getByLabel('Name of the account').fill('wang');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Text of the definition' }).waitFor();
    await page.getByText('The text is sound.').waitFor();
    const heightOf = () =>
      page
        .locator('.cm-gutterElement')
        .nth(3)
        .evaluate((line) => line.getBoundingClientRect().height);
    expect(await heightOf()).toBeGreaterThan(15);
    await typeBehind(page, 'decimals: 0', '0x');
    await page.locator('.draft-faults li').first().waitFor();
    expect(complaints).toEqual([]);
    await shoot(page, 'definition-english-desktop');
    await page.goto(`${office.address}/zh-Hant/indicators/patent-applications/edit`);
    await page.getByText('文本沒有問題。').waitFor();
    await shoot(page, 'definition-traditional-desktop');
    await context.close();
  });
});
