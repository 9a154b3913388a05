import type { Clue, Evidence } from '@zhiheng/screening';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import { expect, it } from 'vitest';
import { ClueTexts } from '../src/screening/clue-texts.js';

const facts = { holders: 3, expected: 1.5e-7, inventor: '"张三"\n' };
const others = ['A', 'B'].map((application) => ({ application, facts: { filed: '2023-01-02', area: null } }));
const passages = [{ text: '一种装置', at: 0, otherAt: 2 }];
const cohort = {
  ...{ feature: 'claim-length', value: 900, field: 'A01', quarter: '2023Q2', size: 40, median: 200 },
  ...{ spread: 20, deviations: 35, frozenBy: 'first' },
};
const evidences: Evidence[] = [
  { facts, cohort: [], others, total: 2 },
  { facts, cohort: [cohort], others, total: 7 },
  { facts: {}, cohort: [], others: others.map((other) => ({ ...other, passages })), total: 2 },
  { facts: {}, cohort: [], others: [], total: 0 },
];

it('the text of a clue is its canonical text, also where it shares what another shows', () => {
  const texts = new ClueTexts();
  for (const [index, evidence] of evidences.entries()) {
    const clue: Clue = {
      ...{ id: `C-${index}`, application: `CN"${index}`, ground: '77-1', family: 'near-copy', ruleVersion: 'v1' },
      ...{ statistic: 0.5, strength: index / 3, strengthWord: 'weak', evidence },
    };
    expect(texts.of(clue)).toBe(canonicalText(clue));
    expect(texts.of(clue)).toBe(canonicalText(clue));
  }
});
