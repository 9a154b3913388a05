import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { desktop, drawn, openPage, phone, seriousFindings, shoot, tooWide } from './opened-page.js';
import { ServedOffice } from './served-office.js';

/** The real server over a throw-away folder, with the built pages (`npm run build --workspace @zhiheng/web`). */
const office = new ServedOffice();
let running: RunningBrowser;
/** Loads run as processes of their own; on a busy machine each takes a while to begin. */
const patience = 60_000;

const rows = `申请号,专利类型,申请日,授权公告日,发明名称,申请人
202110000001,发明专利,2021.11.15,2023.05.30,一种电池隔膜,甲公司;乙公司
202110000002,发明专利,2021.12.01,2023.02.30,图像去噪方法,乙公司
202130000003,外观设计,2021.12.02,2023.07.01,水杯,丙公司
`;
const mapping = `table: patents
columns:
  number: 申请号
  kind: { from: 专利类型, codes: { 发明专利: invention, 实用新型: utility_model, 外观设计: design } }
  filed_on: { from: 申请日, date: YYYY.MM.DD }
  granted_on: { from: 授权公告日, date: YYYY.MM.DD }
  title: 发明名称
  holders: { from: 申请人, split: ";" }
defaults: { office: CN }
covers:
  kinds: [invention, design]
  filed: [2021-01-01, 2023-12-31]
  granted: [2022-01-01, 2023-12-31]
  in_force_from: 2022-01-01
  completeness: full
`;

beforeAll(async () => {
  running = await startBrowser();
  await office.start();
});
afterAll(async () => {
  await running?.close();
  await office.stop();
});

/** The picture at both widths; nothing serious by axe, nothing wider than the window. */
async function look(page: Page, name: string): Promise<void> {
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `data-${name}-desktop`);
  await page.setViewportSize(phone);
  await drawn(page);
  expect(await tooWide(page), name).toEqual([]);
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, `data-${name}-phone`);
  await page.setViewportSize(desktop);
}

const open = async (path: string) => {
  const opened = await openPage(running.browser, office.address + path, desktop, 'zh-CN');
  opened.page.setDefaultTimeout(patience);
  return opened;
};
const sumsOf = (page: Page, within: string) =>
  page
    .locator(`${within} .sums`)
    .first()
    .locator('dd')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent?.replaceAll(/\D/g, ''))));

describe('the Data page over the real server', { timeout: 5 * patience }, () => {
  test('an empty office says what to do in every part', async () => {
    const { page, complaints, close } = await open('/zh-Hans');
    await page.getByRole('link', { name: '数据', exact: true }).click();
    await page.getByRole('heading', { name: '还没有载入' }).waitFor();
    await look(page, 'empty-loads');
    for (const [tab, heading] of [
      ['隔离', '没有隔离的记录'],
      ['批次', '还没有批次'],
      ['覆盖范围', '没有说明覆盖范围'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test('a file with one bad row is loaded, corrected, frozen, verified and compared', async () => {
    const { page, complaints, close } = await open('/zh-Hans/data');
    const files = page.getByLabel('选择文件，或拖到这里');
    await files.setInputFiles([
      { name: '专利.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) },
      { name: '映射.yaml', mimeType: 'text/yaml', buffer: Buffer.from(mapping) },
    ]);
    await page.getByRole('cell', { name: '图像去噪方法' }).waitFor();
    expect(await page.locator('.preview thead code').allTextContents()).toEqual([
      'number',
      'kind',
      'filed_on',
      'granted_on',
      'title',
      'holders',
    ]);
    await look(page, 'mapping');
    await page.getByRole('button', { name: '载入 1 个文件' }).click();
    await page.locator('.job-done').waitFor();
    expect(await sumsOf(page, '.job-done')).toEqual([3, 2, 0, 0, 0, 1]);
    await page.locator('.loads tbody tr').waitFor();
    await look(page, 'loads');

    await page.getByRole('tab', { name: '批次' }).click();
    await page.getByLabel('名称').fill('2023-11');
    await page.getByRole('button', { name: '冻结' }).click();
    await page.getByText('批次 2023-11 已冻结。').waitFor();

    await page.getByRole('tab', { name: '隔离' }).click();
    await page.getByRole('button', { name: 'Q1-1-1' }).click();
    await page.locator('.raw mark').waitFor();
    expect(await page.locator('.raw mark').textContent()).toBe('2023.02.30');
    expect(await page.locator('.faulty span').first().textContent()).toContain('授权公告日');
    await look(page, 'quarantine');
    const field = page.locator('.faulty input');
    await field.fill('2023.02.31');
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.getByText('仍然有误：').waitFor();
    await field.fill('2023.02.28');
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.getByText('Q1-1-1 已更正。').waitFor();
    expect(await sumsOf(page, '.fix-result')).toEqual([1, 1, 0, 0, 0, 0]);
    await page.getByLabel('也列出已更正的').check();
    await page.getByText(/已由 local:\S+ 更正/).waitFor();
    await look(page, 'corrected');

    await page.getByRole('tab', { name: '批次' }).click();
    await page.getByLabel('名称').fill('2023-11');
    await page.getByRole('button', { name: '冻结' }).click();
    await page.getByText('名称已用过').waitFor();
    await page.getByLabel('名称').fill('2023-12');
    await page.getByRole('button', { name: '冻结' }).click();
    await page.getByText('批次 2023-12 已冻结。').waitFor();
    await page.getByRole('button', { name: '核对 2023-12' }).click();
    await page.getByText(/完好：\d+ 段与名称相符/).waitFor();
    await page.getByRole('cell', { name: 'CN:202110000002' }).waitFor();
    const counts = await page.locator('.difference td.numeric').allTextContents();
    expect(counts).toEqual(['1', '0', '0', '2']);
    await look(page, 'releases');

    await page.getByRole('tab', { name: '覆盖范围' }).click();
    await page.locator('#coverage-chart-title').waitFor({ state: 'attached' });
    expect(await page.locator('[data-line]').count()).toBe(4);
    await look(page, 'coverage');
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    await close();
  });

  test('the same in English, from the address', async () => {
    for (const part of ['loads', 'quarantine&all=yes&record=Q1-1-1', 'releases', 'coverage']) {
      const { page, complaints, close } = await open(`/en/data?part=${part}`);
      await page.getByRole('heading', { name: 'Data', exact: true }).waitFor();
      await page.waitForTimeout(300);
      await look(page, `en-${part.replace(/&.*/, '')}`);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  test('is worked by keyboard alone: parts by arrow keys, the chooser and a record by Enter', async () => {
    const { page, close } = await open('/en/data');
    await page.getByRole('tab', { name: 'Loads' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect([await focused.getAttribute('type'), await focused.getAttribute('multiple')]).toEqual(['file', '']);
    await page.getByRole('tab', { name: 'Loads' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Quarantine', selected: true }).waitFor();
    await page.getByLabel('Show those put right, too').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Q1-1-1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Quarantined record Q1-1-1' }).waitFor();
    expect(new URL(page.url()).searchParams.get('record')).toBe('Q1-1-1');
    await close();
  });

  test('a load by the command line shows in the page while it runs, and can be stopped there', async () => {
    const many = Array.from({ length: 400_000 }, (_, index) => `${202_210_000_000 + index},invention,2022-03-04`);
    const file = office.write('many.csv', `n,k,f\n${many.join('\n')}\n`);
    const plain = office.write('m.yaml', 'table: patents\ncolumns: { number: n, kind: k, filed_on: f }\n');
    const { page, complaints, close } = await open('/zh-Hans/data');
    await page.locator('.loads tbody tr').first().waitFor();
    const load = office.run<{ error: { code: string } }>('load', file, '--mapping', plain);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止，没有留下半截内容').waitFor();
    expect(await load).toMatchObject({ exit: 1, json: { error: { code: 'cancelled' } } });
    expect(await page.locator('.loads tbody tr').count()).toBe(2);
    const { json } = await office.run<object[]>('running');
    expect(json[0]).toMatchObject({ command: 'load', state: 'cancelled' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('a file that is refused says why, and a table without a mapping gets a proposed one', async () => {
    const { page, close } = await open('/zh-Hans/data');
    const files = page.getByLabel('选择文件，或拖到这里');
    await files.setInputFiles([{ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }]);
    await page.getByLabel('映射（YAML）').waitFor();
    await expect
      .poll(() => page.getByLabel('映射（YAML）').inputValue(), { timeout: patience })
      .toContain('table: patents');
    await page.getByLabel('映射（YAML）').fill('table: patents\ncolumns: { number: 号码 }\n');
    await page.getByText('表中没有映射所说的列').waitFor();
    await page.getByRole('button', { name: '移除 rows.csv' }).click();
    const broken = Buffer.from('<?xml version="1.0"?><nothing-known/>');
    await files.setInputFiles([{ name: 'x.xml', mimeType: 'text/xml', buffer: broken }]);
    await page.getByText('认不出这个文件的格式；载入时会说明原因。').waitFor();
    await page.getByRole('button', { name: '载入 1 个文件' }).click();
    await page.locator('.job-faulty .problem').first().waitFor();
    const problem = page.locator('.job-faulty .problem').first();
    expect(await problem.textContent()).toContain('认不出文件格式');
    expect(await problem.textContent()).not.toContain('nothing-known');
    await page.getByRole('button', { name: '显示文件中的原文' }).click();
    await expect.poll(() => problem.textContent(), { timeout: patience }).toContain('nothing-known');
    await look(page, 'refused');
    await close();
  });
});

test('the pages that people read do not fetch the words of the staff pages', () => {
  const built = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8');
  expect(built).not.toContain('staff');
});
