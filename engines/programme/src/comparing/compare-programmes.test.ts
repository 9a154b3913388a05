import { readFileSync } from 'node:fs';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import { readLikelihood } from '../guideline/noise/word-likelihood.js';
import { readGuideline } from '../guideline/read-guideline.js';
import { readWording } from '../guideline/text/wording.js';
import { readProgramme } from '../read-programme.js';
import { compareProgrammes } from './compare-programmes.js';
import type { ComparedSide, ItemComparison, TargetComparison } from './comparison.js';
import { guidelineSide } from './sides/guideline-side.js';
import { programmeSide } from './sides/programme-side.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const wording = readWording(read('../../../../definitions/programmes/wording.csv'), 'wording.csv');
const likelihood = readLikelihood(dict);
const organisation = (name: string) => (name.endsWith('运用促进司') ? 'utilisation' : null);

function sideOf(text: string, id: string): ComparedSide {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  return guidelineSide(readGuideline(lines, { likelihood, wording, organisation }), id);
}

const planBefore = read('../../test/guideline/plan-before.txt');
const planAfter = read('../../test/guideline/plan-after.txt');
const seed = read('../../../../../shared/seeds/guideline-2023.txt');
const before = sideOf(planBefore, 'g1');
const after = sideOf(planAfter, 'g2');
const compared = compareProgrammes(before, after, wording);
const itemOf = ({ before: was, after: is, changes }: ItemComparison) => [
  was?.number ?? null,
  is?.number ?? null,
  changes.join(' '),
];
const targetOf = ({ before: was, after: is, changes }: TargetComparison) => [
  (is ?? was)?.subject,
  changes.filter((change) => change !== 'due').join(' '),
];
const row = (number: string) => compared.items.find((one) => (one.after ?? one.before)?.number === number);

describe('two plans with a change of every kind', () => {
  it('pairs items by their words, across scripts and converted wording', () => {
    expect(compared.items.map(itemOf)).toEqual([
      ['(一)', '(一)', 'reworded'],
      ['(二)', '(二)', ''],
      ['(三)', '(三)', 'owners'],
      ['(四)', '(四)', 'reworded'],
      ['(五)', null, 'gone'],
      ['(七)', '(五)', 'moved'],
      ['(六)', '(六)', ''],
      [null, '(七)', 'new'],
    ]);
    expect(row('(二)')?.likeness).toBe(1);
    expect(row('(四)')?.likeness).toBeGreaterThan(0.5);
    expect(row('(四)')?.likeness).toBeLessThan(1);
    expect(row('(三)')).toMatchObject({ ownersNew: ['财务处'], ownersGone: ['服务处'] });
    expect(compared.wordsCompared).toBe(true);
  });

  it('shows what is worded anew as each text writes it', () => {
    const { difference } = row('(四)') ?? {};
    const changed = (parts: readonly { readonly text: string; readonly changed: boolean }[] = []) =>
      parts.filter((part) => part.changed).map((part) => part.text);
    expect(changed(difference?.before)).toEqual(['三']);
    expect(changed(difference?.after)).toEqual(['五']);
    expect(difference?.after.map(({ text }) => text).join('')).toBe(
      '最佳化公共服務\n編制辦事指南,開放專題資料庫,在五個城市設立服務視窗。',
    );
    expect(row('(二)')?.difference).toBeNull();
  });

  it('says of targets whether they ask for more or less', () => {
    expect(compared.targets.map(targetOf)).toEqual([
      ['发明专利审查周期', 'tightened'],
      ['结案准确率', ''],
      ['商标抽检合格率', 'loosened'],
      ['质押融资金额', 'gone'],
      ['商标注册周期', 'limit'],
      ['维权援助答复时限', 'unit limit'],
      ['专利密集型产业增加值占比', ''],
      ['专利转化率', 'new'],
    ]);
    const stays = compared.targets.filter((one) => one.before !== null && one.after !== null);
    expect(stays.every(({ changes }) => changes.includes('due'))).toBe(true);
    const about = planBefore.replace('压减到16个月', '压减到16个月左右').replace('达93%', '力争达93%');
    const strict = compareProgrammes(sideOf(about, 'g3'), before, wording).targets;
    expect(strict.filter(({ changes }) => changes.length > 0).map(targetOf)).toContainEqual([
      '发明专利审查周期',
      'tightened',
    ]);
  });

  it('turned round says the opposite', () => {
    const back = compareProgrammes(after, before, wording);
    const changes = (rows: readonly (ItemComparison | TargetComparison)[]) =>
      rows.map((one) => one.changes.join(' ')).sort();
    const opposite: Record<string, string> = { new: 'gone', gone: 'new', tightened: 'loosened', loosened: 'tightened' };
    const turned = (rows: readonly (ItemComparison | TargetComparison)[]) =>
      rows.map((one) => one.changes.map((change) => opposite[change] ?? change).join(' ')).sort();
    expect(changes(back.items)).toEqual(turned(compared.items));
    expect(changes(back.targets)).toEqual(turned(compared.targets));
  });

  it('gives the same answer whatever the order of the other items', () => {
    const lines = planAfter.split('\n');
    const [first = 0, second = 0] = ['(二)', '(四)'].map((number) =>
      lines.findIndex((line) => line.startsWith(number)),
    );
    const swapped = lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '');
    const pairsOf = (rows: readonly ItemComparison[]) =>
      rows.map((one) => `${one.before?.title} ${one.after?.title} ${one.likeness}`).sort();
    const again = compareProgrammes(before, sideOf(swapped.join('\n'), 'g2'), wording);
    expect(pairsOf(again.items)).toEqual(pairsOf(compared.items));
  });
});

describe('the guideline of 2023', () => {
  const guideline = sideOf(seed, 'g2023');
  const programme = programmeSide(
    readProgramme(read('../../../../definitions/programmes/2023.yaml'), 'programmes/2023.yaml'),
    organisation,
  );

  it('is the same as itself', () => {
    const { items, targets } = compareProgrammes(guideline, guideline, wording);
    expect(items.map(({ changes, likeness }) => [changes.length, likeness])).toEqual(items.map(() => [0, 1]));
    expect(targets.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('answers the programme in force item by item, with the same owners and numbers; words are not compared', () => {
    const { items, targets, wordsCompared } = compareProgrammes(programme, guideline, wording);
    expect(wordsCompared).toBe(false);
    expect(items.map(itemOf)).toEqual(
      ['(一)', '(二)', '(一)', '(二)', '(三)', '(四)', '(五)', '(六)', '(七)', '(八)', '(九)', '(十)', ''].map(
        (number) => [...[number, number, '']],
      ),
    );
    const numeric = targets.filter((one) => one.before?.limit != null && one.after?.limit != null);
    expect(numeric.map((one) => [one.before?.id, one.after?.limit, one.changes.join()])).toEqual([
      ['T1', 16, ''],
      ['T2', 93, ''],
      ['T3', 7, ''],
      ['T4', 97, ''],
      ['T5', 10, ''],
      ['T6', 10, ''],
    ]);
  });
});
