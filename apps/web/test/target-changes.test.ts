import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder without records, and the built pages; the programme of 2023 is judged on published values. */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 120_000;
const password = 'quiet harbour seven lamps';

/** Chooses a password by a one-time link. */
async function chooseByLink(token: string): Promise<void> {
  const response = await fetch(`${office.address}/api/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: office.address, 'x-zhiheng': '1' },
    body: JSON.stringify({ token, password }),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
  await chooseByLink((office.signInLink ?? '').split('#link=')[1] ?? '');
  for (const [name, role, areas] of [
    ['wang', 'planner', 'everywhere'],
    ['li', 'planner', 'everywhere'],
    ['chen', 'region', '440000'],
  ] as const) {
    const person = ['--organisation', 'planning', '--name', name];
    await chooseByLink((await office.run<{ token: string }>('account', 'create', name, ...person)).json.token);
    const given = ['account', 'role', 'give', name, role, '--areas', areas, '--from', '2023-01-01'];
    expect((await office.run<{ state: string }>(...given)).json.state).toBe('granted');
  }
}, 5 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const words = {
  'zh-Hans': { account: '账户名', password: '密码', signIn: '登录', signOut: '退出' },
  en: { account: 'Account', password: 'Password', signIn: 'Sign in', signOut: 'Sign out' },
} as const;

async function signedIn(name: string, path: string, language: keyof typeof words = 'zh-Hans') {
  const word = words[language];
  const address = `${office.address}/${language}/sign-in?back=${encodeURIComponent(`/${language}${path}`)}`;
  const opened = await openPage(running.browser, address, desktop, language === 'en' ? 'en-GB' : 'zh-CN');
  const { page } = opened;
  page.setDefaultTimeout(patience / 2);
  await page.getByLabel(word.account).fill(name);
  await page.getByLabel(word.password).fill(password);
  await page.getByRole('button', { name: word.signIn, exact: true }).click();
  await page.getByRole('button', { name: word.signOut }).waitFor();
  return opened;
}

const t1 = '/targets/2023/T1?effective=2023-07-01';

test(
  'a planner proposes on the page of a target, another accepts it in my work, and the page tells what was before',
  async () => {
    const wang = await signedIn('wang', t1);
    const { page } = wang;
    expect(await page.locator('#revisions .empty-line').textContent()).toBe('目标没有调整过。');
    await page.getByRole('button', { name: '提议调整目标' }).click();
    const button = page.getByRole('button', { name: '提议', exact: true });
    await page.getByLabel('新目标值（个月）').fill('16');
    await page.getByLabel('执行起始日').fill('2023-07-01');
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('理由').fill('上半年进度快');
    await lookAt(page, 'target-change-form');
    // What holds already is no change: refused in words, and nothing that was typed is lost.
    await button.click();
    await page.getByText('当日目标值本就如此').waitFor();
    await page.getByLabel('新目标值（个月）').fill('15.5');
    await page.getByLabel('依据文号（可不填）').fill('试〔2023〕9号');
    await button.click();
    await page.getByText('已提议（2023.T1.1），待另一人接受。').waitFor();
    expect(await page.locator('#revisions .empty-line').count()).toBe(1);
    // The refused proposal was answered with a conflict, which the console tells.
    expect(wang.complaints.filter((one) => !one.includes('409'))).toEqual([]);
    await wang.close();

    const li = await signedIn('li', '/my-work');
    const line = li.page.locator('#target-changes li');
    await line.waitFor();
    expect(await line.textContent()).toContain('≤ 16 个月 → ≤ 15.5 个月');
    expect(await line.textContent()).toContain('上半年进度快');
    await lookAt(li.page, 'target-change-work');
    await line.getByRole('button', { name: '接受' }).click();
    await line.getByLabel('理由').fill('同意');
    await line.locator('button[type=submit]').click();
    await line.waitFor({ state: 'detached' });
    expect(li.complaints).toEqual([]);
    await li.close();

    const chen = await signedIn('chen', t1, 'en');
    const cells = chen.page.locator('#revisions tbody tr').locator('th, td');
    await cells.first().waitFor();
    expect((await cells.allTextContents()).map((one) => one.trim())).toEqual([
      '2023-07-01',
      '≤ 16 months',
      '≤ 15.5 months',
      '上半年进度快 试〔2023〕9号proposed by account:wang, accepted by account:li',
    ]);
    await lookAt(chen.page, 'target-change-history');
    // A region proposes for itself alone.
    await chen.page.getByRole('button', { name: 'Propose a change' }).click();
    await chen.page.getByLabel('For').waitFor();
    await chen.page.getByRole('option', { name: 'Guangdong' }).waitFor({ state: 'attached' });
    expect(await chen.page.getByLabel('For').locator('option').allTextContents()).toEqual(['Guangdong']);
    await chen.page.getByLabel('New limit (months)').fill('15');
    await chen.page.getByLabel('From').fill('2023-08-01');
    await chen.page.getByLabel('Reason').fill('a stricter one of our own');
    await chen.page.getByRole('button', { name: 'Propose', exact: true }).click();
    await chen.page.getByText('Proposed (2023.T1@440000.1)').waitFor();
    expect(chen.complaints).toEqual([]);
    await chen.close();
  },
  10 * patience,
);

test(
  'a visitor sees the limits without names, and no way to propose',
  async () => {
    const { page, close } = await openPage(running.browser, `${office.address}/en${t1}`, desktop, 'en-GB');
    const rows = page.locator('#revisions tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await rows.textContent()).not.toContain('account:');
    expect(await page.getByRole('button', { name: 'Propose a change' }).count()).toBe(0);
    await close();
  },
  patience,
);
