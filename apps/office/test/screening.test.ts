import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ComparedTexts,
  carryOut,
  type PairRow,
  type ScreenClue,
  type ScreenGroup,
  type ScreenGroupShown,
  type ScreenOverview,
  type ScreenRunAnswer,
  type ScreenShowAnswer,
} from '@zhiheng/office';
import { type Actor, localOperator, type Role } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreeningRun } from '../src/screening/screening-run.js';
import { SmallOffice } from './small-office.js';

const claim =
  '一种离心泵，其特征在于包括壳体，所述壳体内设有可转动的叶轮，所述叶轮与电机的输出轴相连，所述壳体底部设有进水口。';
const unlike =
  '一种纸箱，由瓦楞纸板折叠而成，箱盖设有提手，提手两端插入箱盖的切口，箱底的四片翼板互相扣合而不用胶水粘接。';
const columns = 'number,kind,filed,holder,address,title,claim\n';
const mapping = `table: patents
columns: { number: number, kind: kind, filed_on: filed, holders: holder, address: address, title: title, first_claim: claim }
defaults: { office: CN }
covers: { kinds: [invention], filed: [2022-01-01, 2023-12-31], completeness: full }
`;
const row = (at: number, holder: string, address: string, title: string, text: string, filed = '2022-05-01') =>
  `20221000000${at},invention,${filed},${holder},${address},${title},${text}\n`;
const shenzhen = '广东省深圳市南山区';
const beijing = '北京市海淀区';
const id = (at: number) => `CN:20221000000${at}`;

const first =
  columns +
  row(1, '甲泵业有限公司', shenzhen, '一种离心泵', claim) +
  row(2, '甲泵业有限公司', shenzhen, '一种离心泵', claim, '2022-05-02') +
  row(3, '乙机械有限公司', beijing, '一种节能水泵机组', claim, '2022-05-03') +
  row(4, '丙纸业有限公司', beijing, '一种纸箱', unlike);
const second = columns + row(5, '甲泵业有限公司', shenzhen, '一种离心泵', claim, '2022-06-01');

const account = (role: Role, areas: Actor['areas']): Actor => ({
  ...{ person: 'account:wang', kind: 'account', account: 'wang', organisation: 'gd', roles: [role], areas },
  ...{ onBehalfOf: null, surface: { kind: 'page', address: null }, keyScope: null },
});

const small = new SmallOffice();
const as = <Answer>(actor: Actor, name: string, input: object = {}): Promise<Answer> =>
  small.use(async (office) => (await carryOut(name, input, { office, actor, onProgress: () => {} })).json as Answer);
const ask = <Answer>(name: string, input: object = {}) => as<Answer>(localOperator('test'), name, input);
const load = async (name: string, text: string, release: string) => {
  writeFileSync(join(small.path, name), text);
  await ask('load', { paths: [join(small.path, name)], mapping: join(small.path, 's.yaml') });
  await ask('release-create', { name: release, accept: [] });
};
const keysOf = (clues: readonly ScreenClue[]) => clues.map(({ application, family }) => `${application} ${family}`);

let runs: ScreenRunAnswer[] = [];
beforeAll(async () => {
  writeFileSync(join(small.path, 's.yaml'), mapping);
  await load('one.csv', first, 'one');
  runs = [await ask<ScreenRunAnswer>('screen-run')];
  await load('two.csv', second, 'two');
  runs.push(await ask<ScreenRunAnswer>('screen-run'));
});
afterAll(() => small.remove());

describe('a run over a release', () => {
  it('tells what it looked at and what it found', () => {
    // Four titles and four claims; three titles and two claims differ, and those are like each other in nothing that would bring them together.
    expect(runs[0]).toMatchObject({
      release: 'one',
      documents: 4,
      classes: 5,
      candidates: 0,
      groups: 1,
      capped: [],
      undated: 0,
    });
    const families = Object.fromEntries(runs[0]?.families.map(({ family, clues }) => [family, clues]) ?? []);
    // Both of the first holder; of another holder the later one, which changed the title too.
    expect(families).toMatchObject({ 'near-copy': 3, 'title-only': 1, recombination: 0, 'filing-burst': 0 });
    expect(families['title-only']).toBe(1);
  });

  it('of what was screened already makes no act', async () => {
    const again = await ask<ScreenRunAnswer>('screen-run');
    expect(again.run).toBe(runs[1]?.run);
    const acts = await small.use((office) => office.ledger.acts('screening'));
    expect(acts.map(({ object }) => object)).toEqual(runs.map(({ run }) => run));
  });

  it('keeps what it wrote, whatever is collected', async () => {
    await small.look();
    expect(await ask<ScreenClue[]>('screen-clues', { run: runs[0]?.run })).toHaveLength(runs[0]?.clues ?? -1);
    await small.use(async (office) => {
      for (const act of await office.ledger.acts('screening')) {
        const run = (await office.store.getJson(act.hash)) as ScreeningRun;
        for (const { sha256 } of Object.values(run.segments)) {
          expect(existsSync(office.store.pathOf(sha256, 'parquet'))).toBe(true);
        }
      }
    });
  });
});

describe('clues', () => {
  it('have the same id in both releases, and each run keeps what it saw', async () => {
    const [before, after] = await Promise.resolve([
      await ask<ScreenClue[]>('screen-clues', { run: runs[0]?.run, family: 'near-copy', order: 'application' }),
      await ask<ScreenClue[]>('screen-clues', { run: runs[1]?.run, family: 'near-copy', order: 'application' }),
    ]);
    expect(keysOf(before)).toEqual([1, 2, 3].map((at) => `${id(at)} near-copy`));
    expect(keysOf(after)).toEqual([1, 2, 3, 5].map((at) => `${id(at)} near-copy`));
    expect(after.slice(0, 3).map((clue) => clue.id)).toEqual(before.map((clue) => clue.id));
    // The first had one copy by its holder, and has two now.
    expect([before[0]?.evidence.total, after[0]?.evidence.total]).toEqual([1, 2]);
    const shown = await ask<ScreenShowAnswer>('screen-show', { id: before[0]?.id });
    expect(shown.seen.map(({ release }) => release)).toEqual(['two', 'one']);
  });

  it('tell ground, rule, strength in words and the passage', async () => {
    const { clues } = await ask<ScreenShowAnswer>('screen-show', { id: id(2), run: runs[0]?.run });
    expect(clues).toHaveLength(1);
    expect(clues[0]).toMatchObject({
      ...{ ground: '411-1', family: 'near-copy', statistic: 1, strength: 1, strengthWord: 'strong', release: 'one' },
      strengthName: { 'zh-Hans': '较强', 'zh-Hant': '較強', en: 'strong' },
    });
    expect(clues[0]?.ruleVersion).toMatch(/^near-copy\/2021-03-11\//);
    expect(clues[0]?.evidence.others[0]).toMatchObject({
      application: id(1),
      facts: { relation: 'one-holder', field: 'claim', jaccard: 1 },
      // Without the full stop, which is left out where texts are compared.
      passages: [{ at: 0, otherAt: 0, text: claim.slice(0, -1) }],
    });
  });
});

describe('pairs and groups', () => {
  it('are those of the texts', async () => {
    const pairs = await ask<PairRow[]>('screen-pairs', { run: runs[0]?.run, field: 'claim', min: 0.9 });
    expect(pairs.map(({ a, b, jaccard, kind }) => [a, b, jaccard, kind])).toEqual([
      [id(1), id(2), 1, 'same'],
      [id(1), id(3), 1, 'same'],
      [id(2), id(3), 1, 'same'],
    ]);
    const page = { run: runs[0]?.run, field: 'claim', min: 0.9, limit: 1, after: pairs[0]?.pair };
    expect(await ask('screen-pairs', page)).toEqual([pairs[1]]);
    const [group, ...more] = await ask<ScreenGroup[]>('screen-groups', { run: runs[0]?.run });
    expect(more).toEqual([]);
    expect(group).toMatchObject({
      ...{
        ground: '411-1',
        core: id(1),
        members: [id(1), id(2), id(3)],
        withheldByRight: 0,
        areas: ['110108', '440305'],
      },
      counts: { members: 3, holders: 2, areas: 2, agencies: 0 },
    });
    expect(group?.holders).toHaveLength(2);
    expect(group?.evidence).toMatchObject({ firstFiled: '2022-05-01', lastFiled: '2022-05-03' });
    expect((await ask<ScreenShowAnswer>('screen-show', { id: group?.id, run: runs[0]?.run })).group).toEqual(group);
  });
});

describe('whoever sees a part of the office', () => {
  const guangdong = account('region', ['440000']);

  it('sees its own applications; others are masked and counted', async () => {
    const pairs = await as<PairRow[]>(guangdong, 'screen-pairs', { run: runs[0]?.run, field: 'claim', min: 0.9 });
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [id(1), id(2)],
      [id(1), null],
      [id(2), null],
    ]);
    const [group] = await as<ScreenGroup[]>(guangdong, 'screen-groups', { run: runs[0]?.run });
    expect(group).toMatchObject({ members: [id(1), id(2)], withheldByRight: 1, areas: ['440305'] });
    expect(group?.counts).toMatchObject({ members: 3, holders: 2, areas: 2 });
    const clues = await as<ScreenClue[]>(guangdong, 'screen-clues', { run: runs[0]?.run });
    expect(keysOf(clues).every((key) => key.startsWith(id(1)) || key.startsWith(id(2)))).toBe(true);
    expect(JSON.stringify([pairs, group, clues])).not.toContain(id(3));
    const whole = await ask<ScreenClue[]>('screen-clues', { run: runs[0]?.run, application: id(3) });
    await expect(as(guangdong, 'screen-show', { id: whole[0]?.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(as(guangdong, 'screen-show', { id: id(3) })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('masks what stands in the evidence of a visible clue', async () => {
    const peking = account('region', ['110000']);
    const [clue] = await as<ScreenClue[]>(peking, 'screen-clues', { run: runs[0]?.run, family: 'near-copy' });
    expect(clue).toMatchObject({ application: id(3), evidence: { total: 2, others: [], withheldByRight: 2 } });
  });

  it('may not screen, nor may the public see anything', async () => {
    await expect(as(guangdong, 'screen-run')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(as(account('auditor', 'everywhere'), 'screen-run')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(as(account('planner', 'everywhere'), 'screen-clues')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(as(account('public', 'everywhere'), 'screen-clues')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('what the pages show beside the lists', () => {
  const guangdong = account('region', ['440000']);

  it('a run: counts of the office, and what the scope shows of them', async () => {
    const told = await ask<ScreenOverview>('screen-overview', { run: runs[0]?.run });
    expect(told.runs.map(({ run }) => run)).toEqual(runs.map(({ run }) => run).reverse());
    expect(told.run).toMatchObject({
      release: 'one',
      documents: 4,
      groups: 1,
      shown: { clues: runs[0]?.clues, groups: 1 },
    });
    const rule = told.rules.find(({ id: family }) => family === 'near-copy');
    expect(rule).toMatchObject({ provisional: true, spans: [{ ground: '411-1', used: true }, { used: true }] });
    expect(told.grounds.find(({ id: ground }) => ground === '77-1')?.provisional).toBe(false);
    const own = await as<ScreenOverview>(guangdong, 'screen-overview', { run: runs[0]?.run });
    // Of three near copies one lies in Beijing.
    expect(own.run?.families.find(({ family }) => family === 'near-copy')).toMatchObject({ clues: 3, shown: 2 });
    expect(own.run?.families.find(({ family }) => family === 'title-only')).toMatchObject({ clues: 1, shown: 0 });
  });

  it('a group: its members in the order of their days, page by page, with their clues and links', async () => {
    const [group] = await ask<ScreenGroup[]>('screen-groups', { run: runs[0]?.run });
    const asked = { id: group?.id, run: runs[0]?.run };
    const told = await ask<ScreenGroupShown>('screen-group', asked);
    expect(told).toMatchObject({ release: 'one', group, next: null, formerRun: null, linksTotal: 3 });
    expect(told.members.map(({ application, core, filed }) => [application, core, filed])).toEqual([
      [id(1), true, '2022-05-01'],
      [id(2), false, '2022-05-02'],
      [id(3), false, '2022-05-03'],
    ]);
    // Whoever holds an application is masked here, whoever asks.
    expect(told.members[2]).toMatchObject({ title: '一种节能水泵机组', holder: '乙＊＊', area: '110108' });
    expect(told.members[2]?.clues.map(({ family }) => family)).toEqual(['near-copy', 'title-only']);
    expect(told.days).toEqual([1, 2, 3].map((day) => ({ day: `2022-05-0${day}`, members: 1 })));
    expect(told.links).toEqual(
      [
        [1, 2],
        [1, 3],
        [2, 3],
      ].map(([a = 0, b = 0]) => ({ a: id(a), b: id(b), field: 'claim', jaccard: 1 })),
    );
    const first = await ask<ScreenGroupShown>('screen-group', { ...asked, limit: 2 });
    expect(first.members).toEqual(told.members.slice(0, 2));
    const second = await ask<ScreenGroupShown>('screen-group', { ...asked, limit: 2, after: first.next });
    expect(second.members).toEqual(told.members.slice(2));
    // The core links it although it stands on the page before.
    expect(second.links).toEqual([{ a: id(1), b: id(3), field: 'claim', jaccard: 1 }]);
    const now = await ask<ScreenGroupShown>('screen-group', { id: group?.id });
    expect(now).toMatchObject({ formerRun: runs[0]?.run, group: { counts: { members: 4 } } });
  });

  it('a group to a region: its own members, no day and no link of others', async () => {
    const [group] = await ask<ScreenGroup[]>('screen-groups', { run: runs[0]?.run });
    const told = await as<ScreenGroupShown>(guangdong, 'screen-group', { id: group?.id, run: runs[0]?.run });
    expect(told.members.map(({ application }) => application)).toEqual([id(1), id(2)]);
    expect(told).toMatchObject({ linksTotal: 1, group: { withheldByRight: 1 } });
    expect(told.group.evidence).toMatchObject({ firstFiled: '2022-05-01', lastFiled: '2022-05-02' });
    expect(JSON.stringify(told)).not.toMatch(/202210000003|2022-05-03|110108/);
    const asked = { a: id(1), b: id(3), run: runs[0]?.run };
    await expect(as(guangdong, 'screen-compare', asked)).rejects.toMatchObject({ code: 'not-found' });
    await expect(as(account('planner', 'everywhere'), 'screen-compare', asked)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('two texts: what they share and where they differ', async () => {
    const told = await ask<ComparedTexts>('screen-compare', { a: id(1), b: id(3), run: runs[0]?.run });
    const [title, abstract, first] = told.fields;
    expect(abstract).toEqual({
      ...{ field: 'abstract', a: null, b: null, jaccard: null, containment: null },
      ...{ passages: [], pieces: null, slots: [] },
    });
    expect(first).toMatchObject({ jaccard: 1, pieces: [{ same: true, own: claim, other: claim }], slots: [] });
    expect(first?.passages).toEqual([{ a: { from: 0, to: claim.length - 1 }, b: { from: 0, to: claim.length - 1 } }]);
    // 一种离心泵 and 一种节能水泵机组 share two characters in their places and 泵: less than half of the longer.
    expect(title).toMatchObject({ a: '一种离心泵', b: '一种节能水泵机组', pieces: null, passages: [] });
  });

  it('a clue names the groups of its application', async () => {
    const [group] = await ask<ScreenGroup[]>('screen-groups');
    const shown = await ask<ScreenShowAnswer>('screen-show', { id: id(2) });
    expect(shown.groups).toEqual([group?.id]);
    expect(shown.clues[0]).toMatchObject({ title: '一种离心泵', filed: '2022-05-02' });
  });
});

describe('what cannot be screened', () => {
  it('is refused: no release, no run, too many texts, wrong rules', async () => {
    const other = new SmallOffice();
    try {
      await expect(other.run('screen-run', {})).rejects.toMatchObject({ code: 'release-missing' });
      await expect(other.run('screen-pairs', {})).rejects.toMatchObject({ code: 'screening-missing' });
      writeFileSync(join(other.path, 'one.csv'), first);
      writeFileSync(join(other.path, 's.yaml'), mapping);
      await other.run('load', { paths: [join(other.path, 'one.csv')], mapping: join(other.path, 's.yaml') });
      await other.run('release-create', { name: 'one' });
      const rule = join(other.definitions, 'screening/rules/near-copy.yaml');
      writeFileSync(rule, readFileSync(rule, 'utf8').replace('jaccard: 0.6', 'jaccard: 6'));
      await expect(other.run('screen-run', {})).rejects.toMatchObject({
        ...{ code: 'screening-rules-wrong', detail: { place: { path: 'screening/rules/near-copy.yaml' } } },
      });
      expect((await other.look()).acts.some((act) => act.startsWith('screening'))).toBe(false);
    } finally {
      other.remove();
    }
  });

  it('is told: a run, a field and an id that are none', async () => {
    await expect(ask('screen-pairs', { run: 'S-none' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask('screen-pairs', { field: 'claims' })).rejects.toMatchObject({ code: 'usage' });
    await expect(ask('screen-show', { id: 'C-none' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
