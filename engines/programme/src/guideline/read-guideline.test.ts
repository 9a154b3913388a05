import { readFileSync } from 'node:fs';
import { dict } from '@node-rs/jieba/dict.js';
import { simplified, traditional } from '@zhiheng/characters';
import { describe, expect, it } from 'vitest';
import type { GuidelineItem } from './guideline.js';
import { readLikelihood } from './noise/word-likelihood.js';
import { readGuideline } from './read-guideline.js';
import { readWording } from './text/wording.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const likelihood = readLikelihood(dict);
const wording = readWording(read('../../../../definitions/programmes/wording.csv'), 'wording.csv');
const departments: Readonly<Record<string, string>> = {
  战略规划司: 'planning',
  保护司: 'protection',
  运用促进司: 'utilisation',
  国家知识产权局知识产权运用促进司: 'utilisation',
};
const organisation = (name: string) => departments[name] ?? null;
const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const guidelineOf = (text: string) => readGuideline(linesOf(text), { likelihood, wording, organisation });

const seed = read('../../../../../shared/seeds/guideline-2023.txt');
const texts = ['provincial-plan', 'target-table', 'plan-without-owners'].map((name) =>
  read(`../../test/guideline/${name}.txt`),
);
const withChildren = (item: GuidelineItem): GuidelineItem[] => [item, ...item.children.flatMap(withChildren)];
const itemsOf = (text: string) =>
  guidelineOf(text).sections.flatMap(({ role, items }) => items.flatMap(withChildren).map((item) => ({ role, item })));

describe('the guideline of 2023 as it lies on the web', () => {
  const guideline = guidelineOf(seed);

  it('has two aims, ten duties and requirements in their sections', () => {
    expect(guideline).toMatchObject({ issuedOn: '2023-03-23', year: 2023, number: null });
    expect(guideline.title).toBe('推動智慧財產權高質量發展年度工作指引(2023)');
    expect(guideline.sections.map(({ role, items }) => [role, items.map(({ number }) => number).join('')])).toEqual([
      ['aims', '(一)(二)'],
      ['duties', '(一)(二)'],
      ['duties', '(三)(四)(五)(六)(七)(八)'],
      ['duties', '(九)(十)'],
      ['requirements', ''],
    ]);
    expect(guideline.sections[0]?.items[1]?.bullets.map(({ title }) => title)).toEqual([
      '智慧財產權創造',
      '智慧財產權運用',
      '智慧財產權保護',
    ]);
  });

  it('has nineteen notes of owners, none of them at a target', () => {
    const notes = guideline.sections.flatMap(({ items }) => items.flatMap((item) => item.notes));
    expect(notes).toHaveLength(19);
    expect(guideline.targets.flatMap(({ owners }) => owners)).toEqual([]);
    const [first] = guideline.sections[1]?.items ?? [];
    expect(first?.notes[0]).toMatchObject({ joint: true, open: true });
    expect(first?.notes[0]?.owners.map(({ id, name }) => id ?? name)).toEqual([
      'planning',
      'protection',
      'utilisation',
      '专利局审业部',
    ]);
    expect(first?.sentences.map(({ note }) => note)).toEqual([0, 0, 1, 2]);
  });

  it('sets six numbers by the end of 2023', () => {
    const numeric = guideline.targets.filter(({ limit }) => limit !== null);
    expect(numeric.map(({ kind, subject, limit, unit }) => [kind, subject, limit, unit])).toEqual([
      ['ceiling', '发明专利审查周期', 16, 'months'],
      ['floor', '结案准确率', 93, 'percent'],
      ['hold', '一般情形商标注册周期', 7, 'months'],
      ['floor', '商标实质审查抽检合格率', 97, 'percent'],
      ['growth', '质押融资金额', 10, 'percent'],
      ['growth', '惠及中小企业数量', 10, 'percent'],
    ]);
    expect(new Set(guideline.targets.map(({ due }) => due))).toEqual(new Set(['2023-12-31']));
    expect(guideline.targets.filter(({ limit }) => limit === null).map(({ kind, subject }) => [kind, subject])).toEqual(
      [
        ['direction', '专利商标质押普惠面'],
        ['direction', '全国专利密集型产业增加值占国内生产总值(GDP)比重'],
        ['direction', '商标品牌和地理标志产品价值'],
        ['qualitative', '知识产权保护满意度'],
      ],
    );
  });

  it('wants one return in two forms', () => {
    expect(guideline.handIns).toMatchObject([
      { due: '2023-12-15', toId: 'utilisation', forms: ['paper', 'electronic'] },
    ]);
  });

  it('stands twice from line 28 on, and holds seven runs that do not belong', () => {
    expect(guideline.repeated).toEqual([{ lines: [44, 59], of: [28, 43] }]);
    const planted = ['櫻喇立', '尋籃格', '炒愚', '艱悼請甩', '恥屑旬', '達獄宙祝', '臭凝承'];
    expect(guideline.noise).toHaveLength(7);
    for (const [index, run] of guideline.noise.entries()) expect(planted[index]).toContain(run.text);
    expect(guideline.noise.filter(({ proven }) => proven).map(({ text }) => text)).toEqual(['臭凝承']);
    const text = JSON.stringify(guideline.sections);
    for (const { text: run } of guideline.noise) expect(text).not.toContain(run);
  });

  it('traces each field to its place', () => {
    const lines = seed.split('\n').map((line) => [...line]);
    const at = ({ line, from, to }: { line: number; from: number; to: number }) =>
      lines[line - 1]?.slice(from - 1, to - 1).join('');
    const [pendency] = guideline.targets;
    expect(pendency && at(pendency.span)).toBe('發明專利審查周期壓減到16個月');
    for (const run of guideline.noise)
      expect(at({ line: run.line, from: run.column, to: run.column + [...run.text].length })).toBe(run.text);
    const note = guideline.sections[1]?.items[1]?.notes[2];
    expect(note && at(note.span)).toBe('(各地方知識產權局負責)');
  });
});

describe('other texts', () => {
  it('reads a provincial plan with three levels of numbers', () => {
    const guideline = guidelineOf(texts[0] ?? '');
    expect(guideline).toMatchObject({ number: '江知发〔2025〕18号', issuedOn: '2025-02-17', year: 2025 });
    expect(guideline.sections.map(({ role, items }) => [role, items.length])).toEqual([
      ['aims', 2],
      ['duties', 4],
      ['requirements', 0],
    ]);
    const [first] = guideline.sections[1]?.items ?? [];
    expect(first?.children.map(({ number, title }) => [number, title])).toEqual([
      ['1.', '严把申请入口关'],
      ['2.', '培育高价值专利'],
    ]);
    expect(first?.children[0]?.notes[0]?.owners).toEqual([
      { name: '知识产权保护处', id: null, supporting: false },
      { name: '各设区市知识产权局', id: null, supporting: true },
    ]);
    expect(guideline.targets.map(({ kind, limit, unit, due }) => [kind, limit, unit, due])).toEqual([
      ['floor', 15.6, 'pieces', '2025-12-31'],
      ['floor', 55, 'percent', '2025-12-31'],
      ['growth', 12, 'percent', '2025-12-31'],
      ['floor', 320, '100m-cny', '2025-12-31'],
      ['ceiling', 3, 'percent', '2025-12-31'],
      ['ceiling', 2, 'months', '2025-12-31'],
      ['direction', null, null, '2025-12-31'],
      ['floor', 4000, 'pieces', '2025-12-31'],
      ['growth', 15, 'percent', null],
      ['growth', 20, 'percent', null],
    ]);
    expect(guideline.handIns).toMatchObject([{ due: '2025-11-30', forms: ['paper', 'electronic'] }]);
    expect(guideline.noise).toEqual([]);
  });

  it('reads a table of targets by its headings', () => {
    const guideline = guidelineOf(texts[1] ?? '');
    expect(guideline.targets.map(({ kind, limit, due, owners }) => [kind, limit, due, ...owners])).toEqual([
      ['floor', 8200, '2024-12-31', '知识产权促进科'],
      ['ceiling', 15.5, '2024-12-31', '审查协作中心'],
      ['hold', 7, '2024-12-31', '商标受理窗口'],
      ['growth', 18, '2024-11-30', '知识产权促进科'],
      ['growth', 25, '2024-11-30', '知识产权促进科'],
      ['floor', 98, '2024-12-31', '知识产权保护科'],
      ['direction', null, '2024-12-31', '统计分析室'],
      ['qualitative', null, '2024-12-31', '知识产权保护科'],
      ['floor', 150, '2024-10-31', '知识产权促进科'],
    ]);
  });

  it('reads articles without owners', () => {
    const guideline = guidelineOf(texts[2] ?? '');
    expect(guideline.sections.flatMap(({ items }) => items.map(({ number }) => number))).toHaveLength(9);
    expect(guideline.sections.flatMap(({ items }) => items.flatMap(({ owners }) => owners))).toEqual([]);
    expect(guideline.targets.map(({ kind, limit, unit }) => [kind, limit, unit])).toEqual([
      ['floor', 7, 'years'],
      ['ceiling', 20, 'percent'],
      ['direction', null, null],
    ]);
  });
});

/** What must not depend on how a text is written. */
function meaningOf(text: string) {
  const { targets, handIns, issuedOn, year } = guidelineOf(text);
  return {
    items: itemsOf(text).map(({ role, item }) => [
      role,
      item.number,
      item.sentences.length,
      item.owners,
      item.ownerIds,
      item.joint,
    ]),
    targets: targets.map(({ kind, subject, limit, unit, due, owners }) => [kind, subject, limit, unit, due, owners]),
    handIns: handIns.map(({ due, to, toId, forms }) => [due, to, toId, forms]),
    issuedOn,
    year,
  };
}

describe('ways of writing', () => {
  const wide = (text: string) =>
    text.replace(/[0-9A-Za-z(),:;%]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
  const narrow = (text: string) => text.normalize('NFKC');

  it.each(['the guideline', 'the provincial plan', 'the table', 'the articles'])(
    '%s means the same in each',
    (name) => {
      const text =
        [seed, ...texts][['the guideline', 'the provincial plan', 'the table', 'the articles'].indexOf(name)] ?? '';
      const meant = meaningOf(text);
      expect(meant.items.length + meant.targets.length).toBeGreaterThan(8);
      for (const written of [simplified(text), traditional(text), wide(text), narrow(text), wide(traditional(text))]) {
        expect(meaningOf(written)).toEqual(meant);
      }
    },
  );
});

/** Small random numbers that are the same at each run. */
function randomFrom(seedNumber: number): () => number {
  let state = seedNumber;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('characters that do not belong', () => {
  /** Characters of the dictionary by how often they stand in its words, the most frequent first. */
  const frequent = () => {
    const counts = new Map<string, number>();
    for (const line of new TextDecoder().decode(dict).split('\n')) {
      const [word = '', times = '0'] = line.split(' ');
      for (const character of word) counts.set(character, (counts.get(character) ?? 0) + Number(times));
    }
    return [...counts].filter(([character]) => /\p{Script=Han}/u.test(character)).toSorted((a, b) => b[1] - a[1]);
  };
  const rare = frequent()
    .slice(1000, 4000)
    .map(([character]) => character);

  it.each([0, 1, 2])('thirty runs of rare characters are found in text %i, and next to nothing else', (index) => {
    const lines = (texts[index] ?? '').split('\n');
    let found = 0;
    let wrong = 0;
    let characters = 0;
    for (let round = 1; round <= 30; round += 1) {
      const random = randomFrom(round * 7919 + index);
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
      const line = pick(lines.flatMap((text, at) => (text.length > 20 ? [at] : []))) ?? 0;
      const column = 1 + Math.floor(random() * ((lines[line]?.length ?? 2) - 2));
      const run = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(rare)).join('');
      const damaged = lines.map((text, at) => (at === line ? text.slice(0, column) + run + text.slice(column) : text));
      const { noise } = guidelineOf(damaged.join('\n'));
      const hits = noise.filter(
        (one) =>
          one.line === line + 1 && one.column <= column + run.length && column + 1 <= one.column + one.text.length - 1,
      );
      found += Math.min(1, hits.length);
      wrong += noise.length - hits.length;
      characters += damaged.join('').length;
    }
    expect(found).toBeGreaterThanOrEqual(24);
    expect((wrong / characters) * 1000).toBeLessThanOrEqual(1);
  });
});
