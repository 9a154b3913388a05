import type { TaskListAnswer, TaskShown } from '@zhiheng/office';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { lookAt } from './opened-page.js';
import { StaffedPages } from './staffed-pages.js';

/** A Wednesday, two days before the working Saturday that goes before the Spring Festival of 2026 (15 to 23 February off). */
const wednesday = '2026-02-11T02:00:00Z';
let office: StaffedPages;
let running: RunningBrowser;
const patience = 120_000;

beforeAll(async () => {
  running = await startBrowser();
});
afterAll(() => running?.close());

const guideline = (year: number) => `某市知识产权工作计划（${year}年）
市知〔${year}〕3号
${year}年2月5日
一、工作目标
（一）主要指标。年底前发明专利审查周期压减到15个月。
二、重点任务
（一）提升质量。持续加强质量检查。（保护司负责）
三、工作要求
各单位于${year}年12月1日前将总结以电子件形式报送运用促进司。
`;

const tasksOf = (name: string, year: number) =>
  office.askAs<TaskListAnswer>(name, 'GET', `tasks?programme=${year}&state=any`);
const ownTask = async (name: string, year: number) => {
  const { tasks } = await tasksOf(name, year);
  const [task] = tasks.filter(({ owner }) => owner === owners[name as keyof typeof owners]);
  if (task === undefined) throw new Error(`${name} has no task`);
  return task;
};
const owners = { guang: 'guangdong', bei: 'beijing', zhe: 'zhejiang' } as const;
const standing = (page: Page) => page.locator('.task-standing').textContent();

const languages = [
  {
    ...{ language: 'zh-Hans', locale: 'zh-CN', year: 2041 },
    words: {
      ...{
        file: '选择工作指引文件',
        save: '保存更正',
        rest: /接受其余/,
        restDo: /其余/,
        force: '定为年度方案',
        inForce: '已定为方案 2041',
      },
      ...{
        limit: /^限值/,
        owner: /^选定的单位/,
        days: '自今日起的工作日数',
        send: '交办',
        day: '即 2026-02-25',
        provisional: /暂计至/,
      },
      ...{
        seek: '查找单位',
        signed: '已签收',
        inWork: '办理中',
        handedIn: '待办结审核',
        returned: '已退回',
        closed: '已办结',
        assigned: '待签收',
      },
      ...{
        soon: '临期',
        late: '逾期',
        progress: '填报进展',
        reason: '理由',
        text: '进展说明',
        state: '进展情况',
        to: '新承办单位',
        done: '已交办 3 项（另有 0 项此前已交办）',
      },
      ...{ choose: '选择佐证文件', preview: '预览', reopenedOnce: '重新打开 1 次' },
      ...{
        notOurs: '非本单位职责',
        differ: '数据与统计不符',
        behind: '进度滞后',
        moved: '职责调整',
        provisionalDue: '暂定',
      },
    },
  },
  {
    ...{ language: 'en', locale: 'en-GB', year: 2042 },
    words: {
      ...{
        file: 'Choose the file of a guideline',
        save: 'Save the correction',
        rest: /Accept the remaining/,
        restDo: /remaining/,
      },
      ...{
        force: 'Put in force as a programme',
        inForce: 'In force as programme 2042',
        limit: /^Limit/,
        owner: /^chosen organisations/,
      },
      ...{
        days: 'Working days from today',
        send: 'Assign',
        day: 'that is 2026-02-25',
        provisional: /for now/,
        seek: 'Look for an organisation',
      },
      ...{
        signed: 'signed for',
        inWork: 'in work',
        handedIn: 'handed in',
        returned: 'returned',
        closed: 'closed',
        assigned: 'to be signed for',
      },
      ...{
        soon: 'due soon',
        late: 'late',
        progress: 'Tell how it stands',
        reason: 'Reason',
        text: 'In words',
        state: 'How it stands',
      },
      ...{
        to: 'New owner',
        done: '3 assigned (0 stood already)',
        choose: 'Choose a file of evidence',
        preview: 'Preview',
      },
      ...{ reopenedOnce: 'opened again 1 time' },
      ...{
        notOurs: "not within this organisation's duties",
        differ: 'figures differ from the statistics',
        behind: 'behind the plan',
      },
      ...{ moved: 'duties were moved', provisionalDue: 'provisional' },
    },
  },
] as const;

describe.each(languages)(
  'a programme runs by keyboard in $language',
  { timeout: 8 * patience },
  ({ language, locale, year, words }) => {
    // Its clock only goes on: each language has an office of its own.
    beforeAll(async () => {
      office = new StaffedPages(wednesday);
      await office.start([
        { name: 'chen', organisation: 'planning', role: 'planner' },
        { name: 'li', organisation: 'planning', role: 'planner' },
        { name: 'guang', organisation: 'guangdong', role: 'region', areas: ['440000'] },
        { name: 'bei', organisation: 'beijing', role: 'region', areas: ['110000'] },
        { name: 'zhe', organisation: 'zhejiang', role: 'region', areas: ['330000'] },
      ]);
    }, 5 * patience);
    afterAll(() => office.stop());

    const open = (name: string, path: string) => office.openAs(running.browser, name, `/${language}${path}`, locale);
    /** Opens a task and puts the focus on its first act. */
    const openTask = async (name: string, id: string) => {
      const opened = await open(name, `/tasks/${id}`);
      await opened.page.locator('.task-standing').waitFor();
      return opened;
    };
    const key = async (page: Page, act: string) => {
      await page.locator('.act-bar button').first().focus();
      await page.keyboard.press(act);
    };
    const told = (page: Page, state: string) => page.locator('.task-standing strong', { hasText: state }).waitFor();

    test('a guideline is imported, two fields are corrected, and it is accepted', async () => {
      const { page, complaints, close } = await open('chen', '/guidelines');
      await page.getByLabel(words.file).setInputFiles({
        ...{ name: `计划-${year}.txt`, mimeType: 'text/plain', buffer: Buffer.from(guideline(year)) },
      });
      const walkTo = async (field: string) => {
        await page.locator(`[data-head="${field}"]`).focus();
        await page.keyboard.press('e');
      };
      await page.locator('[data-head="target-T1"]').waitFor();
      await walkTo('target-T1');
      await page.getByLabel(words.limit).fill('14');
      await page.getByLabel(words.limit).press('Enter');
      await page.locator('.field.corrected [data-head="target-T1"]').waitFor();
      await walkTo('clause-2.1.1');
      await page.locator('.field-form textarea').first().fill('按季开展质量检查。');
      await page.getByRole('button', { name: words.save }).press('Enter');
      await page.locator('.field.corrected [data-head="clause-2.1.1"]').waitFor();
      await page.getByRole('button', { name: words.rest }).press('Enter');
      await page.locator('.asked').getByRole('button', { name: words.restDo }).press('Enter');
      await page.waitForFunction(() => document.querySelector('.field.waiting') === null);
      await page.getByRole('button', { name: words.force }).press('Enter');
      await page.getByText(words.inForce).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    test('it is decomposed to three regions, with a deadline across the Spring Festival', async () => {
      const { page, complaints, close } = await open('chen', `/tasks/new?programme=${year}&clause=2.1.1`);
      await page.getByRole('radio', { name: words.owner }).press('Space');
      for (const [sought, name] of [
        ['guangdong', /广东|Guangdong/],
        ['beijing', /北京|Beijing/],
        ['zhejiang', /浙江|Zhejiang/],
      ] as const) {
        await page.getByLabel(words.seek).fill(sought);
        await page.getByRole('checkbox', { name }).first().press('Space');
      }
      // Beyond the published calendar a day is provisional. The five days: 12, 13, 14 (a working Saturday), 24 and 25 February.
      await page.getByLabel(words.days).fill('300');
      await page.getByText(words.provisional).waitFor();
      await page.getByLabel(words.days).fill('5');
      await page.getByText(words.day).waitFor();
      await lookAt(page, `assign-${language}`);
      await page.getByRole('button', { name: words.send, exact: true }).press('Enter');
      await page.getByText(words.done).waitFor();
      await lookAt(page, `assigned-${language}`);
      const { tasks } = await tasksOf('chen', year);
      expect(tasks.map(({ owner, due, state, clause }) => [owner, due?.day, state, clause]).toSorted()).toEqual([
        ['beijing', '2026-02-25', 'assigned', '2.1.1'],
        ['guangdong', '2026-02-25', 'assigned', '2.1.1'],
        ['zhejiang', '2026-02-25', 'assigned', '2.1.1'],
      ]);
      expect(complaints).toEqual([]);
      await close();
    });

    test('a region finds it in its work, signs, tells how it stands, and brings a file', async () => {
      const { id } = await ownTask('guang', year);
      const { page, complaints, close } = await open('guang', '/my-work');
      const lines = page.locator('.task-lines a');
      await lines.first().waitFor();
      expect(
        (await lines.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).includes(
          `/${language}/tasks/${id}`,
        ),
      ).toBe(true);
      await lookAt(page, `my-work-tasks-${language}`);
      await page.locator(`.task-lines a[href$="/tasks/${id}"]`).press('Enter');
      await told(page, words.assigned);
      await key(page, 's');
      await told(page, words.signed);
      await key(page, 'p');
      await page.getByLabel(words.state).selectOption({ label: words.behind });
      await page.getByLabel(words.text).fill('已布置到各市，两市未报。');
      await lookAt(page, `task-form-${language}`);
      await page.locator('.staff-form').getByRole('button', { name: words.progress }).press('Enter');
      await told(page, words.inWork);
      await page.getByLabel(words.choose).setInputFiles({
        ...{ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf at all') },
      });
      await page.locator('.problem code', { hasText: 'document-refused' }).waitFor();
      const buffer = Buffer.from('已印发方案\n<script>alert(1)</script>\n');
      await page.getByLabel(words.choose).setInputFiles({ name: '进展.txt', mimeType: 'text/plain', buffer });
      await page.locator('.evidence li').waitFor();
      await page.locator('.evidence').getByRole('button', { name: words.preview }).press('Enter');
      expect(await page.locator('.preview pre').textContent()).toBe('已印发方案\n<script>alert(1)</script>');
      await lookAt(page, `task-${language}`);
      expect(complaints.filter((line) => !line.includes('422') && !line.includes('400'))).toEqual([]);
      await close();
    });

    test('the tree leads from its clause to the task and to its evidence', async () => {
      const { id } = await ownTask('guang', year);
      const { page, complaints, close } = await open('chen', `/programme?programme=${year}&clause=2.1.1`);
      const tasks = page.locator('[id="clause-2.1.1"] .clause-tasks li');
      await tasks.nth(2).waitFor();
      const evidence = page.locator('.clause-tasks a[href$="#evidence"]');
      expect((await evidence.allTextContents()).map((text) => text.replaceAll(/\D/g, '')).toSorted()).toEqual([
        '0',
        '0',
        '1',
      ]);
      await lookAt(page, `tree-${language}`);
      await page.locator(`.clause-tasks a[href$="/tasks/${id}#evidence"]`).press('Enter');
      await page.locator('#evidence .evidence li', { hasText: '进展.txt' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    test('the same page shows it due soon after the festival, and late after its day', async () => {
      const { id } = await ownTask('bei', year);
      // Two working days are left on the 24th; on the 11th there were five.
      office.moveTo('2026-02-24T02:00:00Z');
      const soon = await openTask('bei', id);
      expect(await standing(soon.page)).toContain(words.soon);
      await soon.close();
      office.moveTo('2026-02-26T02:00:00Z');
      const late = await openTask('bei', id);
      expect(await standing(late.page)).toContain(words.late);
      await lookAt(late.page, `task-late-${language}`);
      await late.close();
    });

    test('another region returns it with a reason, and it goes to a new owner with a new day', async () => {
      const { id } = await ownTask('zhe', year);
      const region = await openTask('zhe', id);
      await key(region.page, 'r');
      await region.page.getByLabel(words.reason).selectOption({ label: words.notOurs });
      await region.page.keyboard.press('Escape');
      expect(await region.page.locator('.staff-form').count()).toBe(0);
      await region.page.keyboard.press('r');
      await region.page.getByLabel(words.reason).selectOption({ label: words.notOurs });
      await region.page.locator('.staff-form textarea').press('Tab');
      await region.page.keyboard.press('Enter');
      await told(region.page, words.returned);
      await region.close();
      const planner = await openTask('li', id);
      await key(planner.page, 'g');
      await planner.page.getByLabel(words.reason).selectOption({ label: words.moved });
      await planner.page.getByLabel(words.to).selectOption('beijing');
      await planner.page.getByLabel(words.days).fill('300');
      await planner.page.getByText(words.provisional).waitFor();
      await planner.page.locator('.staff-form button[type="submit"]').press('Enter');
      await told(planner.page, words.assigned);
      expect(await standing(planner.page)).toContain(words.provisionalDue);
      expect(await planner.page.locator('.task-history li').count()).toBe(3);
      // Its day alone is moved, and both days stay to be read.
      await key(planner.page, 'd');
      await planner.page.getByLabel(words.reason).selectOption({ index: 1 });
      await planner.page.locator('.due-fields input[type="date"]').fill('2026-06-30');
      await planner.page.locator('.staff-form button[type="submit"]').press('Enter');
      await planner.page.locator('.task-history', { hasText: '→ 2026-06-30' }).waitFor();
      expect(await standing(planner.page)).toContain('2026-06-30');
      await lookAt(planner.page, `task-returned-${language}`);
      await planner.close();
      const shown = await office.askAs<TaskShown>('li', 'GET', `tasks/${id}`);
      expect(shown).toMatchObject({
        owner: 'beijing',
        cameBack: { act: 'hand-over', reason: 'duties-moved' },
        due: { day: '2026-06-30', provisional: false },
      });
    });

    test('it is handed in, closed by another person of two at once, and opened again', async () => {
      const { id } = await ownTask('guang', year);
      const region = await openTask('guang', id);
      await key(region.page, 'h');
      await region.page.locator('.staff-form button[type="submit"]').press('Enter');
      await told(region.page, words.handedIn);
      expect(await region.page.locator('[data-act="close"]').count()).toBe(0);
      await region.close();
      const [chen, li] = [await openTask('chen', id), await openTask('li', id)];
      for (const { page } of [chen, li]) await key(page, 'c');
      const close = ({ page }: typeof chen) => page.locator('.staff-form button[type="submit"]').press('Enter');
      await Promise.all([close(chen), close(li)]);
      await Promise.all([told(chen.page, words.closed), told(li.page, words.closed)]);
      const { history } = await office.askAs<TaskShown>('li', 'GET', `tasks/${id}`);
      expect(history.filter(({ act }) => act === 'close')).toHaveLength(1);
      await lookAt(chen.page, `task-closed-${language}`);
      await li.close();
      await key(chen.page, 'o');
      await chen.page.getByLabel(words.reason).selectOption({ label: words.differ });
      await chen.page.locator('.staff-form button[type="submit"]').press('Enter');
      await told(chen.page, words.inWork);
      expect(await standing(chen.page)).toContain(words.reopenedOnce);
      await chen.close();
      const after = await office.askAs<TaskShown>('guang', 'GET', `tasks/${id}`);
      expect([after.reopened, after.state, after.cameBack?.reason]).toEqual([1, 'in-work', 'figures-differ']);
    });

    test('whoever has no right to it is told so', async () => {
      const { id } = await ownTask('guang', year);
      const { page, close } = await open('bei', `/tasks/${id}`);
      await page.locator('main a[href$="/my-work"]').waitFor();
      expect(await page.locator('.task-standing').count()).toBe(0);
      await lookAt(page, `task-unseen-${language}`);
      await close();
    });
  },
);
