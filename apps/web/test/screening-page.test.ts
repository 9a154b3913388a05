import type { ScreenClue, ScreenGroup } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBrowser, startBrowser } from './browser.js';
import { drawn, lookAt, shoot } from './opened-page.js';
import { StaffedPages } from './staffed-pages.js';

const patience = 60_000;
const office = new StaffedPages('2024-06-03T02:00:00Z');
let running: RunningBrowser;

/** A frame whose words are exchanged; the third application is the first once more, the fourth has nothing of it. */
const frame = (wheel: string, motor: string, net: string) =>
  `一种离心泵，其特征在于包括泵壳，所述泵壳内设有可转动的${wheel}，所述${wheel}与${motor}的输出轴相连，所述泵壳底部设有进水口，所述进水口处设有${net}并由卡箍固定。`;
const pump = frame('叶轮', '电机', '滤网');
const screw = frame('螺杆', '马达', '阀门');
const box =
  '一种纸箱，由瓦楞纸板折叠而成，箱盖设有提手，提手两端插入箱盖的切口，箱底的四片翼板互相扣合而不用胶水粘接。';
const id = (at: number) => `CN:20231000000${at}`;
const row = (at: number, filed: string, holder: string, address: string, title: string, claim: string) =>
  `20231000000${at},invention,${filed},${holder},${address},${at === 4 ? '' : '某某专利代理事务所'},${title},${claim}\n`;
const table =
  'number,kind,filed,holder,address,agency,title,claim\n' +
  row(1, '2023-03-01', '甲泵业有限公司', '广东省深圳市南山区', '一种离心泵', pump) +
  row(2, '2023-03-08', '甲泵业有限公司', '广东省深圳市南山区', '一种螺杆泵', screw) +
  row(3, '2023-03-08', '乙机械有限公司', '北京市海淀区', '一种节能水泵机组', pump) +
  row(4, '2023-03-09', '丙纸业有限公司', '北京市海淀区', '一种纸箱', box);
const mapping = `table: patents
columns: { number: number, kind: kind, filed_on: filed, holders: holder, address: address, agency: agency, title: title, first_claim: claim }
defaults: { office: CN }
covers: { kinds: [invention], filed: [2022-01-01, 2024-05-31], completeness: full }
`;

/** Jaccard of runs of three characters, punctuation out, reckoned plainly. */
function plainJaccard(one: string, other: string): number {
  const runs = (text: string) => {
    const kept = [...text].filter((character) => /\p{L}/u.test(character));
    return new Set(kept.slice(2).map((_, at) => kept.slice(at, at + 3).join('')));
  };
  const [a, b] = [runs(one), runs(other)];
  const both = [...a].filter((run) => b.has(run)).length;
  return both / (a.size + b.size - both);
}
const percent = (share: number) => `${(share * 100).toFixed(1)}\u{a0}%`;

beforeAll(async () => {
  running = await startBrowser();
  await office.start([
    { name: 'shen', organisation: 'law', role: 'screener' },
    { name: 'guang', organisation: 'guangdong', role: 'region', areas: ['440000'] },
    { name: 'ping', organisation: 'law', role: 'planner' },
  ]);
  const paths = [office.write('patents.csv', table)];
  await office.run('load', { paths, mapping: office.write('patents.yaml', mapping) });
  await office.run('release-create', { name: '2024-05' });
}, 5 * patience);
afterAll(async () => {
  await running?.close();
  await office.stop();
});

describe('screening', { timeout: 5 * patience }, () => {
  test('begins with nothing; who may begins a run and sees what it looked at and found', async () => {
    const { page, complaints, close } = await office.openAs(running.browser, 'shen', '/zh-Hans');
    await page.getByRole('navigation').getByRole('link', { name: '筛查' }).click();
    await page.getByText('还没有筛查过').waitFor();
    await lookAt(page, 'screening-empty');
    await page.getByRole('button', { name: '筛查最新发布批次' }).click();
    await page.getByRole('heading', { name: '这次筛查看了什么' }).waitFor();
    const facts = page.locator('#screened-run ~ .facts');
    await expect.poll(() => facts.textContent(), { timeout: patience }).toContain('有文本的申请4');
    const clues = await office.run<ScreenClue[]>('screen-clues', {});
    const families = new Map<string, number>();
    for (const { family } of clues) families.set(family, (families.get(family) ?? 0) + 1);
    expect(clues.length).toBeGreaterThan(3);
    const rows = page.locator('.families tbody tr');
    await expect.poll(() => rows.locator('.family-clues').allTextContents()).toHaveLength(12);
    const told = (await rows.locator('.family-clues').allTextContents()).map(Number).filter((count) => count > 0);
    expect(told).toEqual([...families.values()].sort((a, b) => b - a));
    // By hand: one holder connects the first two, one agency all three, so that each of the two texts names the other.
    expect(families.get('template-slots')).toBe(3);
    await lookAt(page, 'screening');
    const marks = page.locator('.clues tbody .strength .unit');
    await expect.poll(() => marks.count()).toBe(clues.length);
    const downwards = clues.map(({ strength }) => strength).sort((a, b) => b - a);
    expect((await marks.allTextContents()).map(Number)).toEqual(downwards.map((one) => Number(one.toFixed(2))));
    expect(await page.locator('.clues th[aria-sort]').allTextContents()).toEqual(['强度']);
    await page.getByLabel('排序').selectOption({ label: '按申请号' });
    await page.waitForURL(/order=application/);
    const byNumber = clues.map(({ application }) => application).sort();
    await expect.poll(() => page.locator('.clues tbody th code').allTextContents()).toEqual(byNumber);
    await expect.poll(() => page.locator('.clues th[aria-sort]').allTextContents()).toEqual(['申请']);
    await rows.filter({ hasText: '同一模板更换要素' }).getByRole('link').click();
    await page.waitForURL(/family=template-slots/);
    await expect.poll(() => page.locator('.clues tbody th code').allTextContents()).toEqual([id(1), id(2), id(3)]);
    expect(await page.locator('.clues tbody tr').first().textContent()).toContain('暂定');
    // The order stays in the address, and in the file.
    expect(page.url()).toContain('order=application');
    expect(await page.getByRole('link', { name: '导出线索（CSV）' }).getAttribute('href')).toContain(
      'order=application',
    );
    await page.getByLabel('申请', { exact: true }).fill(id(2));
    await page.keyboard.press('Enter');
    await page.waitForURL(/application=/);
    await expect.poll(() => page.locator('.clues tbody th code').allTextContents()).toEqual([id(2)]);
    const href = (await page.getByRole('link', { name: '导出线索（CSV）' }).getAttribute('href')) ?? '';
    const file = await page.evaluate(async (address) => (await fetch(address)).text(), href);
    expect(
      file
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[1]),
    ).toEqual([id(2)]);
    await page.getByLabel('申请', { exact: true }).fill('CN:1');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的线索').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a group: core beside a member, what is exchanged, days, network; in English, by keyboard', async () => {
    const [group] = await office.run<ScreenGroup[]>('screen-groups', {});
    const { page, complaints, close } = await office.openAs(
      running.browser,
      'shen',
      '/en/screening?list=groups',
      'en-GB',
    );
    await page.getByRole('link', { name: group?.id ?? '' }).click();
    await page.locator('.field-claim').waitFor();
    expect(await page.locator('.members tbody th code').allTextContents()).toEqual([id(1), id(2), id(3)]);
    const alike = await page.locator('.members tbody td.numeric').allTextContents();
    expect(alike).toEqual(['–', percent(plainJaccard(pump, screw)), '100.0\u{a0}%']);
    expect(await page.locator('.day-timeline tbody tr').allTextContents()).toEqual(['2023-03-011', '2023-03-082']);
    // The first member is compared when the page opens: both texts whole, with what is exchanged.
    const sides = page.locator('.field-claim .text-side p');
    await expect.poll(() => page.locator('.field-claim figcaption').allTextContents()).toEqual([id(1), id(2)]);
    const whole = async (at: number) =>
      sides.nth(at).evaluate((side) => {
        const copy = side.cloneNode(true) as HTMLElement;
        for (const mark of copy.querySelectorAll('sub')) mark.remove();
        return copy.textContent;
      });
    expect([await whole(0), await whole(1)]).toEqual([pump, screw]);
    expect(await page.locator('.field-claim .slots tbody tr').allTextContents()).toEqual([
      '叶轮螺杆2',
      '滤网阀门1',
      '电机马达1',
    ]);
    const shared = await page
      .locator('.field-claim mark.shared')
      .first()
      .evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    expect(shared).toBe('underline');
    expect(await page.locator('.network svg[role=img] path').count()).toBe(3);
    expect(await page.locator('.network svg[role=img] polygon').count()).toBe(1);
    await lookAt(page, 'screening-group-en');
    await page.getByRole('button', { name: id(2) }).focus();
    await page.keyboard.press('j');
    await page.waitForURL(/with=CN%3A202310000003/);
    await expect.poll(() => page.locator('.field-claim figcaption').allTextContents()).toEqual([id(1), id(3)]);
    expect(await page.locator('.field-claim .slots').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-member'))).toBe(id(3));
    await page.keyboard.press('k');
    await page.waitForURL(/with=CN%3A202310000002/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a clue: ground with its text, evidence, the other clues of the application', async () => {
    const [clue] = await office.run<ScreenClue[]>('screen-clues', { application: id(2), family: 'template-slots' });
    const { page, complaints, close } = await office.openAs(running.browser, 'shen', `/zh-Hans/screening/${clue?.id}`);
    await page.locator('.field-claim').waitFor();
    await page.locator('.clues tbody tr').first().waitFor();
    const facts = (await page.locator('.facts').first().textContent()) ?? '';
    for (const part of [
      '411-1',
      '关于规范申请专利行为的办法',
      '第二条第（一）项',
      '2021-03-11 – 2024-01-19',
      '不变部分不少于 0.55；替换词数不少于 2',
      '暂定',
      clue?.ruleVersion ?? 'none',
    ]) {
      expect(facts).toContain(part);
    }
    // The first and the third have the same text.
    const exchanged = ['螺杆叶轮2', '阀门滤网1', '马达电机1'];
    expect(await page.locator('.other-list .slots tbody tr').allTextContents()).toEqual([...exchanged, ...exchanged]);
    const others = await office.run<ScreenClue[]>('screen-clues', { application: id(2) });
    expect(await page.locator('.clues tbody tr').count()).toBe(others.length - 1);
    expect(await page.locator('#clue-seen ~ section tbody tr').count()).toBe(1);
    await lookAt(page, 'screening-clue');
    await page.goto(page.url().replace('zh-Hans', 'zh-Hant'));
    await page.getByText('尚無人據此作出任何決定').waitFor();
    await drawn(page);
    await shoot(page, 'screening-clue-hant');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a region sees its own members, the others counted; who has no right sees neither page nor way', async () => {
    const [group] = await office.run<ScreenGroup[]>('screen-groups', {});
    const region = await office.openAs(running.browser, 'guang', `/zh-Hans/screening/${group?.id}`);
    await region.page.locator('.field-claim').waitFor();
    expect(await region.page.locator('.members tbody th code').allTextContents()).toEqual([id(1), id(2)]);
    expect(await region.page.locator('.masked-members').textContent()).toContain('另有 1 件');
    expect(await region.page.locator('main').textContent()).not.toMatch(/202310000003|北京|节能水泵/);
    await lookAt(region.page, 'screening-masked');
    await region.page.goto(`${office.address}/zh-Hans/screening`);
    await region.page.getByText('其余在您的地区范围之外').waitFor();
    expect(await region.page.getByRole('button', { name: '筛查最新发布批次' }).count()).toBe(0);
    expect(region.complaints).toEqual([]);
    await region.close();
    const planner = await office.openAs(running.browser, 'ping', '/zh-Hans/screening');
    await planner.page.getByText('没有这项权限').first().waitFor();
    expect(await planner.page.getByRole('navigation').getByRole('link', { name: '筛查' }).count()).toBe(0);
    await planner.close();
  });

  test('a clue that rests on the texts of its own application shows them', async () => {
    const line = (number: string, filed: string, claims: number, claim: string) =>
      `${number},invention,${filed},丁泵业有限公司,广东省深圳市南山区,F04D 13/06,${claims},${claim}\n`;
    // 31 with eight claims each, one in the quarter behind with forty.
    const usual = Array.from({ length: 31 }, (_, at) => line(`2023100010${10 + at}`, '2023-02-01', 8, ''));
    const odd = line('202310002000', '2023-05-03', 40, box);
    const columns = 'number,kind,filed,holder,address,class,claims,claim\n';
    const paths = [office.write('more.csv', columns + usual.join('') + odd)];
    const read =
      'kind: kind, filed_on: filed, holders: holder, address: address, claim_count: claims, first_claim: claim';
    const more = mapping.replace(
      /columns: .*/,
      `columns: { number: number, ${read}, classes: { from: class, split: ";", scheme: ipc } }`,
    );
    await office.run('load', { paths, mapping: office.write('more.yaml', more) });
    await office.run('release-create', { name: '2024-06', accept: [] });
    await office.run('screen-run', {});
    const [clue, ...others] = await office.run<ScreenClue[]>('screen-clues', { family: 'claim-shape' });
    expect([clue?.application, clue?.statistic, others]).toEqual(['CN:202310002000', 32, []]);
    const { page, complaints, close } = await office.openAs(
      running.browser,
      'shen',
      `/en/screening/${clue?.id}`,
      'en-GB',
    );
    const text = page.locator('.own-texts .text-side');
    await text.waitFor();
    expect(await text.locator('figcaption').allTextContents()).toEqual(['First claim']);
    expect(await text.locator('p').allTextContents()).toEqual([box]);
    expect(await page.locator('.facts').first().textContent()).toContain('deviations at least 8');
    await lookAt(page, 'screening-own-texts');
    expect(complaints).toEqual([]);
    await close();
  });
});
