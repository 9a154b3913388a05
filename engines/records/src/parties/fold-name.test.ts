import { describe, expect, it } from 'vitest';
import { branchOf } from './branch-of.js';
import { foldName } from './fold-name.js';

const folded = (name: string) => foldName(name).folded;

describe('names that are one', () => {
  it.each([
    [
      '深圳市华星科技有限公司',
      '深圳市华星科技',
      ['深圳市华星科技有限责任公司', '深圳市华星科技股份有限公司', '深圳市華星科技有限公司'],
    ],
    [
      '华星（深圳）科技有限公司',
      '华星深圳科技',
      ['华星(深圳)科技有限公司', '华星 [深圳] 科技 有限公司', '华星【深圳】科技有限公司'],
    ],
    ['清华大学', '清华大学', ['清華大學', ' 清华　大学 ']],
    ['某某事务所（特殊普通合伙）', '某某事务所', ['某某事务所(普通合伙)']],
    [
      'ACME Inc.',
      'ACME',
      ['Acme, Inc', 'ＡＣＭＥ　ＩＮＣ．', 'acme incorporated', 'ACME Co., Ltd.', 'Acme Co.Ltd', 'ACME GmbH'],
    ],
    ['L’Oréal S.A.', 'LOREAL', ["L'OREAL SA"]],
    ['Smith & Sons LLC', 'SMITH AND SONS', ['Smith and Sons, L.L.C.']],
    ['株式会社拟岚', '拟岚', ['拟岚株式会社']],
  ])('%s folds to %s', (name, expected, others) => {
    expect([name, ...others].map(folded)).toEqual([expected, ...others.map(() => expected)]);
  });
});

describe('names that are not one', () => {
  it.each([
    ['深圳市华星科技有限公司', '深圳市华星科技有限公司广州分公司', '深圳市华星科技'],
    ['深圳市华星科技有限责任公司', '深圳市华星科技有限责任公司（广州）分公司', '深圳市华星科技'],
    ['中山大学', '中山大学附属第一医院', '中山大学'],
    ['浙江大学', '浙江大学城市学院', '浙江大学'],
    ['中国工商银行', '中国工商银行深圳分行', '中国工商银行'],
  ])('%s and its %s', (parent, branch, body) => {
    expect(folded(branch)).not.toBe(folded(parent));
    expect(branchOf(folded(branch))).toBe(body);
    expect(branchOf(folded(parent))).toBeNull();
  });

  it.each([
    ['华星集团有限公司', '华星有限公司'],
    ['华星厂', '华星有限公司'],
    ['第一医院', '第二医院'],
    ['中国石化总公司', '中国石化有限公司'],
  ])('%s and %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});

it('keeps a form that would leave a single character', () => {
  expect(foldName('甲公司')).toEqual({ folded: '甲公司', full: '甲公司', form: '' });
});
