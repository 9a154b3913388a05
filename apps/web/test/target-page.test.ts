import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TargetAnswer } from '@zhiheng/office';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, drawn, openPage } from './opened-page.js';
import { ServedOffice } from './served-office.js';
import { putSyntheticOffice } from './synthetic-office.js';

const shipped = fileURLToPath(new URL('../../../definitions', import.meta.url));
const office = new ServedOffice(true);
let running: RunningBrowser;
const patience = 120_000;

/** The programme of 2023 with its first target judged on records, revised, and set by a region; nothing of this is real. */
function trialProgramme(): string {
  const national = readFileSync(join(shipped, 'programmes/2023.yaml'), 'utf8');
  const first = /limit: 16\n([\s\S]*?)origin: published/;
  const reason = '{ zh-Hans: 上半年较快, zh-Hant: 上半年較快, en: a fast first half }';
  const revisions = `    revisions: [{ effective_on: 2023-07-01, limit: 30, reason: ${reason}, document: 试〔2023〕7号 }]\n`;
  return `${national
    .replace('id: "2023"', 'id: trial')
    .replace(first, (_, between: string) => `limit: 1\n${revisions}${between}origin: computed`)}
overlays:
  - { area: "440000", document: 粤试〔2023〕1号, targets: [{ target: T1, limit: 2 }] }
`;
}

beforeAll(async () => {
  cpSync(shipped, office.definitions, { recursive: true });
  writeFileSync(join(office.definitions, 'programmes/trial.yaml'), trialProgramme());
  await putSyntheticOffice(office);
  running = await startBrowser();
  await office.start();
  await office.run('compute', '--programme', 'trial', '--effective', '2023-10-20');
}, patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

async function open(path: string) {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience / 2);
  return opened;
}
const told = async (...words: string[]) =>
  (await office.run<TargetAnswer>('verdict', 'T1', '--programme', 'trial', ...words)).json;
const stepsOn = async (page: Page) => {
  await page.locator('.steps li').first().waitFor();
  return page.locator('.steps li').allTextContents();
};
/** A sentence as a page writes it: a number and its percent sign stay on one line. */
const written = (text: string) => text.replaceAll(/(\d) %/g, '$1\u{a0}%');

describe('a target', () => {
  test(
    'is opened by its name on the overview, and says what the command line says',
    async () => {
      const { page, complaints, close } = await open('/zh-Hans?programme=trial');
      await page.getByRole('link', { name: '发明专利审查周期压至 16 个月' }).click();
      await page.waitForURL('**/zh-Hans/targets/trial/T1');
      const answer = await told();
      expect(answer.verdict).toMatchObject({ verdict: 'on-track', limit: 30, dataset: 'synthetic' });
      const steps = answer.steps.filter(({ code }) => !code.startsWith('earlier-'));
      expect(await stepsOn(page)).toEqual(steps.map(({ text }) => written(text['zh-Hans'])));
      expect(await page.locator('.sentence').textContent()).toContain(written(answer.verdict.reasonText['zh-Hans']));
      expect(await page.locator('.sentence .mark-on-track path').count()).toBe(1);
      const years = await page.locator('.precedents tbody th').allTextContents();
      const { basedOn = [] } = answer.verdict.projection ?? {};
      expect(years).toEqual(['2023', ...basedOn.map(({ period }) => period).toReversed()].map((year) => `${year} 年`));
      expect(await page.locator('.revisions tbody').textContent()).toContain('≤ 1 个月');
      await drawn(page);
      const chart = page.locator('#trend svg');
      expect(await chart.locator('[data-part="interval"] path[stroke-dasharray]').count()).toBe(1);
      expect(await chart.textContent()).toContain('原目标 ≤ 1 个月');
      expect(complaints).toEqual([]);
      await close();
    },
    patience,
  );

  test(
    'of a region is opened from the table of regions, and is judged on the values of the region',
    async () => {
      const { page, complaints, close } = await open('/en/targets/trial/T1');
      const row = page.locator('#regions tbody tr');
      expect(await row.locator('.target-limit').textContent()).toBe('≤ 2 months');
      await row.getByRole('link', { name: 'Guangdong' }).click();
      await page.waitForURL('**/en/targets/trial/T1?area=440000');
      await page.locator('.sentence .mark-at-risk').waitFor();
      const answer = await told('--area', '440000');
      expect(answer.verdict).toMatchObject({ verdict: 'at-risk', limit: 2, area: '440000' });
      const steps = answer.steps.filter(({ code }) => !code.startsWith('earlier-'));
      await page.waitForFunction(() => document.querySelector('#regions') === null);
      expect(await stepsOn(page)).toEqual(steps.map(({ text }) => written(text.en)));
      expect(complaints).toEqual([]);
      await close();
    },
    patience,
  );

  test(
    'of published values names their publication; a group shows its parts; an unknown one says so',
    async () => {
      const { page, close } = await open('/zh-Hans/targets/2023/T1?effective=2024-02-01');
      await page.locator('.sentence .mark-met').waitFor();
      const value = await page.locator('.target-values tbody tr').first().textContent();
      expect(value).toContain('公布值');
      expect(value).toContain('国家知识产权局新闻发布 2024-01-04公布值');
      expect(value).not.toContain('CNIPA');
      await page.locator('.target-values a.opens').first().click();
      await page.waitForURL('**/indicators/invention-pendency?**period=2023**');
      await page.goto(`${office.address}/en/targets/2023/T5-6?effective=2024-12-31`);
      await page.locator('#parts tbody tr').first().waitFor();
      expect(await page.locator('#parts tbody .mark').count()).toBe(2);
      await page.goto(`${office.address}/en/targets/2023/T99`);
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('T99');
      await close();
    },
    patience,
  );
});
