import type { ProgrammeAnswer } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, openPage, phone, seriousFindings, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';

const office = new ServedOffice();
let running: RunningBrowser;
let answer: ProgrammeAnswer;
const patience = 120_000;

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
  answer = (await office.run<ProgrammeAnswer>('programme', 'show', '2023')).json;
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

const open = (path: string) => openPage(running.browser, office.address + path, desktop, 'zh-CN');
const clauses = () => answer.sections.flatMap(({ items }) => items.flatMap((item) => item.clauses));

describe('a programme', () => {
  test(
    'is opened from the head of every page, and lists what the command line lists',
    async () => {
      const { page, complaints, close } = await open('/zh-Hans');
      await page.getByRole('link', { name: '任务', exact: true }).click();
      await page.locator('.clause').first().waitFor();
      expect(new URL(page.url()).pathname).toBe('/zh-Hans/programme');
      expect(await page.locator('.clause summary code').allTextContents()).toEqual(clauses().map(({ id }) => id));
      expect(await page.locator('.clause-name').allTextContents()).toEqual(
        clauses().map(({ names }) => names['zh-Hans']),
      );
      expect(await page.locator('.page-head').textContent()).toContain('目标 13 项，任务 62 项，要求 2 项');
      expect(await seriousFindings(page)).toEqual([]);
      await page.setViewportSize(phone);
      expect(await tooWide(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    patience,
  );

  test(
    'opens a clause by the keyboard: owners, links that lead on, flows that are not built',
    async () => {
      const { page, close } = await open('/zh-Hans/programme');
      const clause = page.locator('#clause-5c');
      await clause.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/zh-Hans/programme?clause=5c');
      const facts = await clause.locator('.facts').textContent();
      for (const told of [
        '原文所列负责单位运用促进司',
        '专利商标质押登记 尚未建成',
        '制定方案 → 组织实施',
        '原文第 35 行',
      ])
        expect(facts).toContain(told);
      await clause.getByRole('link', { name: '专利商标质押融资额增长一成' }).click();
      await page.waitForURL('**/zh-Hans/targets/2023/T5');
      await page.goBack();
      await clause.locator('.facts').waitFor();
      await clause.locator('.facts a[href*="/indicators/pledge-amount"]').click();
      await page.waitForURL('**/zh-Hans/indicators/pledge-amount');
      await close();
    },
    patience,
  );

  test(
    'is narrowed to one organisation, as named and as proposed, in the address',
    async () => {
      const { page, close } = await open('/en/programme');
      await page.getByLabel('Organisation').selectOption({ label: 'Trademark Office' });
      await page.waitForURL(`**/en/programme?owner=${encodeURIComponent('商标局')}`);
      const own = clauses().filter(({ owners, proposed }) => [...owners, ...proposed].includes('商标局'));
      expect(own.map(({ id }) => id)).toEqual(['T3', 'T4', '1d', '2b']);
      expect(await page.locator('.clause summary code').allTextContents()).toEqual(['T3', 'T4', '1d', '2b']);
      expect(await page.locator('#clause-T3 summary').textContent()).toContain('proposed: Trademark Office');
      await page.goto(`${office.address}/en/programme?owner=none`);
      await page.getByText('Nothing is named or proposed for this organisation.').waitFor();
      await page.goto(`${office.address}/en/programme?programme=1999`);
      await page.getByRole('alert').waitFor();
      await close();
    },
    patience,
  );

  test(
    'on paper is open in all its clauses, and as it was afterwards',
    async () => {
      const { page, close } = await open('/zh-Hans/programme?clause=3a');
      await page.locator('#clause-3a .facts').waitFor();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.locator('#clause-W2 .facts').waitFor();
      expect(await page.locator('.clause[open]').count()).toBe(clauses().length);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await page.waitForFunction(() => document.querySelectorAll('.clause[open]').length === 1);
      expect(new URL(page.url()).search).toBe('?clause=3a');
      await close();
    },
    patience,
  );
});
