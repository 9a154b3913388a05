import type { TaskListAnswer, TasksAssigned } from '@zhiheng/office';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, lookAt, openPage, settled, shoot, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages (`npm run build --workspace @zhiheng/web`). */
const office = new ServedOffice();
let running: RunningBrowser;
const patience = 60_000;

type Tasks = TaskListAnswer['tasks'];
/** Every task, one by one: what the pages count is counted here by hand. */
let tasks: Tasks = [];

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
  const assign = async (...words: string[]) => (await office.run<TasksAssigned>('task', 'assign', ...words)).json.tasks;
  await assign('--clause', '3a', '--to', 'owners', '--day', '2024-03-29');
  await assign('--clause', '5c', '--to', 'owners', '--day', '2024-05-31');
  await assign('--target', 'T1', '--to', 'provinces', '--day', '2099-12-01');
  await assign('--clause', '3a', '--to', 'guangdong', '--day', '2024-04-30', '--title', '报送半年自查报告');
  tasks = (await office.run<Tasks>('tasks', '--state', 'any')).json;
}, 5 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = async (path: string, locale = 'zh-CN') => {
  const opened = await openPage(running.browser, office.address + path, desktop, locale);
  opened.page.setDefaultTimeout(patience);
  await settled(opened.page);
  return opened;
};
const cells = (page: Page, count: string) => page.locator(`.tally-${count}`).allTextContents();
const titles = (page: Page) => page.locator('tbody .task-title').allTextContents();
/** Days counted one by one. */
function daysBetween(from: string, until: string): number {
  let days = 0;
  for (const at = new Date(from); at.toISOString().slice(0, 10) < until; at.setUTCDate(at.getUTCDate() + 1)) days += 1;
  return days;
}

describe('who is behind and why', { timeout: 5 * patience }, () => {
  test('are not counted by what there is not', async () => {
    for (const [words, field] of [
      [['tally', '--by', 'ownr'], 'by'],
      [['timeline', '--programme', '2023', '--rows', 'ownr'], 'rows'],
    ] as const) {
      const refused = await office.run<object>('task', ...words);
      expect(refused).toMatchObject({ exit: 2, json: { error: { code: 'usage', found: 'ownr', place: { field } } } });
    }
  });

  test('is one click from the overview; the tally adds up to the tasks and opens into them', async () => {
    const { page, complaints, close } = await open('/zh-Hans?programme=2023');
    await page.getByRole('link', { name: '谁落后，为什么' }).click();
    await page.getByRole('heading', { name: '任务进展' }).waitFor();
    await settled(page);
    const late = tasks.filter(({ light }) => light === 'late').length;
    expect(late).toBeGreaterThan(2);
    const [total, ...rows] = (await cells(page, 'late')).map(Number);
    expect(total).toBe(late);
    expect(rows[0]).toBe(Math.max(...rows));
    expect(Number((await cells(page, 'open'))[0])).toBe(tasks.length);
    await lookAt(page, 'tasks-board');
    await page.locator('tbody tr:nth-child(2) .tally-late a').click();
    await page.waitForURL(/light=late/);
    await settled(page);
    const owner = new URL(page.url()).searchParams.get('owner');
    const own = tasks.filter((task) => task.owner === owner && task.light === 'late');
    await expect.poll(() => titles(page), { timeout: patience }).toEqual(own.map(({ title }) => title));
    expect(rows[0]).toBe(own.length);
    expect(complaints).toEqual([]);
    await close();
  });

  test('by last day and by clause, in English', async () => {
    const { page, complaints, close } = await open('/en/tasks?by=due&programme=2023', 'en-GB');
    const days = [...new Set(tasks.map(({ due }) => due?.day ?? ''))].sort();
    expect((await page.locator('.tally-table tbody th').allTextContents()).slice(1)).toEqual(days);
    await page.locator('tbody tr:nth-child(2) .tally-open a').click();
    await page.waitForURL(/from=2024-03-29/);
    await settled(page);
    const ofDay = tasks.filter(({ due }) => due?.day === '2024-03-29');
    await expect.poll(() => titles(page), { timeout: patience }).toEqual(ofDay.map(({ title }) => title));
    await page.goto(`${office.address}/en/tasks?by=clause`);
    await settled(page);
    const clauses = new Set(tasks.map(({ clause }) => clause));
    expect(await page.locator('.tally-table tbody tr').count()).toBe(clauses.size + 1);
    await lookAt(page, 'tasks-board-en');
    expect(complaints).toEqual([]);
    await close();
  });

  test('several tasks are signed together by keyboard; those that refuse say why and stay chosen', async () => {
    const { page, complaints, close } = await open('/zh-Hans/tasks?clause=3a&programme=2023');
    const shown = tasks.filter(({ clause }) => clause === '3a');
    const [first, second] = shown;
    await office.run('task', 'sign', first?.id ?? '');
    await page.locator('tbody .task-choice input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await page.getByRole('status').first().textContent()).toBe('已选 2 项');
    await page.getByRole('button', { name: '签收', exact: true }).press('Enter');
    await page.locator('.batch form').getByRole('button', { name: /签收/ }).press('Enter');
    await page.locator('.batch-done').waitFor();
    expect(await page.locator('.batch-done').textContent()).toContain('签收：已办 1 项。');
    expect(await page.locator('.batch-done li').count()).toBe(1);
    expect(await page.locator('.batch-done li code').first().textContent()).toBe('state-changed');
    const after = (await office.run<Tasks>('tasks', '--clause', '3a')).json;
    expect(after.filter(({ state }) => state === 'signed').map(({ id }) => id)).toEqual([first?.id, second?.id]);
    await lookAt(page, 'tasks-batch');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a circular tells owners, late tasks with their days, and what it does not tell', async () => {
    const { page, complaints, close } = await open('/zh-Hans/tasks/circular?programme=2023');
    const now = (await office.run<Tasks>('tasks', '--state', 'any')).json;
    const late = now.filter(({ light }) => light === 'late');
    const today = /截至 (\d{4}-\d{2}-\d{2})/.exec((await page.locator('.subtitle').textContent()) ?? '')?.[1] ?? '';
    expect(await page.locator('.circular-tasks tbody tr').count()).toBe(late.length);
    expect(await page.locator('.circular-tasks tbody tr:first-child .numeric').textContent()).toBe(
      String(daysBetween(late[0]?.due?.day ?? '', today)),
    );
    const owners = new Set(now.map(({ owner }) => owner));
    expect(await page.locator('.circular-owners tbody tr').count()).toBe(owners.size);
    await lookAt(page, 'tasks-circular');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(595.3, -1);
    expect(Number(height)).toBeCloseTo(841.9, -1);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 960 });
    expect(await tooWide(page)).toEqual([]);
    await shoot(page, 'tasks-circular-print');
    expect(complaints).toEqual([]);
    await close();
  });

  test('nothing that meets the conditions is said, not shown as a gap', async () => {
    const { page, close } = await open('/zh-Hans/tasks?state=withdrawn');
    await page.getByText('没有符合条件的任务').waitFor();
    await lookAt(page, 'tasks-none');
    await close();
  });
});
