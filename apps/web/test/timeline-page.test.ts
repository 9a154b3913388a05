import type { ProgrammeAnswer, TaskListAnswer } from '@zhiheng/office';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillLedger, manyTasks, sixtyOwners } from '../../../scripts/workshop/many-tasks.mjs';
import { type RunningBrowser, startBrowser } from './browser.js';
import { lookAt } from './opened-page.js';
import { StaffedPages } from './staffed-pages.js';

/** A Thursday in the middle of the year of the programme. */
const today = '2023-06-15';
const office = new StaffedPages(`${today}T02:00:00Z`);
let running: RunningBrowser;
let rows: ReturnType<typeof manyTasks> = [];
const patience = 120_000;

beforeAll(async () => {
  running = await startBrowser();
  await office.start([{ name: 'plan', organisation: 'planning', role: 'planner' }]);
  const organisations = await office.askAs<{ id: string }[]>('plan', 'GET', 'organisations');
  const { sections } = await office.askAs<ProgrammeAnswer>('plan', 'GET', 'programmes/2023');
  const clauses = sections.flatMap(({ items }) => items.flatMap((item) => item.clauses.map(({ id }) => id)));
  const owners = sixtyOwners(organisations.map(({ id }) => id));
  rows = manyTasks({ programme: '2023', year: 2023, owners, clauses, assignedBy: 'planning' });
  await fillLedger(office.ledger, rows);
}, 3 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = (one: (typeof rows)[number]) => one.state !== 'closed';
const late = (one: (typeof rows)[number]) => open(one) && one.due !== null && one.due < today;
const lines = (page: Page) => page.locator('.timeline-rows > li');
const drawn = (page: Page, count: number) => expect.poll(() => lines(page).count(), { timeout: patience }).toBe(count);

/** Rows by key, the most late ones first, counted one by one. */
function counted(key: 'owner' | 'clause') {
  const keys = [...new Set(rows.map((one) => one[key]))];
  return keys
    .map((one) => ({ key: one, own: rows.filter((row) => row[key] === one) }))
    .map((one) => ({ ...one, late: one.own.filter(late).length }))
    .toSorted((a, b) => b.late - a.late);
}

describe('the year of five thousand tasks of sixty owners', { timeout: 3 * patience }, () => {
  test('is told from the board by owner, late first; a mark opens just the tasks that it counts', async () => {
    const { page, complaints, close } = await office.openAs(running.browser, 'plan', '/zh-Hans/tasks?programme=2023');
    await page.getByRole('link', { name: '全年时间轴' }).click();
    await page.getByRole('heading', { name: '全年时间轴' }).waitFor();
    await drawn(page, 60);
    const [first] = counted('owner');
    expect(await lines(page).first().locator('.timeline-late').textContent()).toBe(`逾期 ${first?.late}`);
    const shown = await page.locator('.timeline-track a:not(.mark-closed)').allTextContents();
    expect(shown.reduce((sum, text) => sum + Number(text), 0)).toBe(rows.filter((one) => open(one) && one.due).length);
    const undated = rows.filter((one) => open(one) && one.due === null).length;
    await page.getByText(`无截止日 ${undated} 项`).waitFor();
    await lookAt(page, 'timeline-owners');
    await page.setViewportSize({ width: 1280, height: 900 });
    const mark = lines(page).first().locator('a').first();
    const counts = Number(await mark.textContent());
    const asked = new URL((await mark.getAttribute('href')) ?? '', office.address).searchParams;
    await mark.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      (await lines(page).first().locator('a').nth(1).getAttribute('aria-label')) ?? 'none',
    );
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.previousElementSibling !== null)).toBe(
      true,
    );
    await mark.press('Enter');
    await page.waitForURL(/\/tasks\?.*from=/);
    const total = page.locator('#task-list .remark');
    await total.waitFor();
    expect(await total.textContent()).toContain(`共 ${counts} 项`);
    const [from, until, owner] = ['from', 'until', 'owner'].map((name) => asked.get(name) ?? '');
    const { total: listed } = await office.askAs<TaskListAnswer>(
      'plan',
      'GET',
      `tasks?programme=2023&owner=${owner}&dueFrom=${from}&dueUntil=${until}`,
    );
    const closedAlone = asked.get('state') === 'closed';
    if (!closedAlone) expect(listed).toBe(counts);
    expect(complaints).toEqual([]);
    await close();
  });

  test('turns to clauses in the address, in English, and tells its months as a table', async () => {
    const { page, complaints, close } = await office.openAs(
      running.browser,
      'plan',
      '/en/tasks/timeline?programme=2023',
      'en-GB',
    );
    const clauses = counted('clause');
    await page.getByLabel('Rows').selectOption('clause');
    await page.waitForURL(/rows=clause/);
    await drawn(page, clauses.length);
    await page.getByText('As a table by month').click();
    const table = page.locator('.timeline-table tbody tr');
    await expect.poll(() => table.count(), { timeout: patience }).toBe(clauses.length);
    const march = clauses
      .flatMap(({ own }) => own)
      .filter((one) => open(one) && one.due?.startsWith('2023-03') === true).length;
    const cells = await page.locator('.timeline-table tbody td:nth-child(4)').allTextContents();
    const numbers = cells.filter((text) => !text.startsWith('(')).map((text) => Number.parseInt(text, 10) || 0);
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(march);
    await lookAt(page, 'timeline-clauses-en');
    expect(complaints).toEqual([]);
    await close();
  });

  test('says which part of the year no published calendar covers', async () => {
    const { page, complaints, close } = await office.openAs(running.browser, 'plan', '/zh-Hans');
    await page.route('**/api/tasks/timeline*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), publishedUntil: '2023-08-31' } });
    });
    await page.goto(`${office.address}/zh-Hans/tasks/timeline?programme=2023`);
    await page.getByText('工作日历公布至 2023-08-31').waitFor();
    const [ground, hatched] = await Promise.all(
      ['.timeline-ground', '.timeline-unpublished'].map((name) => page.locator(name).boundingBox()),
    );
    // 243 of 365 days are covered.
    expect((hatched?.x ?? 0) - (ground?.x ?? 0)).toBeCloseTo(((ground?.width ?? 0) * 243) / 365, 0);
    await lookAt(page, 'timeline-unpublished');
    expect(complaints).toEqual([]);
    await close();
  });
});
