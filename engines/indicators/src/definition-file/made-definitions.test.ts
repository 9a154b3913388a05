import { describe, expect, it } from 'vitest';
import { fullDefinitions } from '../../test/full-definitions.js';
import type { Definition } from '../definition.js';
import { checkDefinition } from './check-definition.js';
import { readDefinition } from './read-definition.js';

const read = (text: string, others: readonly Definition[] = []) => readDefinition(text, 'x.yaml', { others });
const without = (text: string, ...keys: string[]) =>
  keys.reduce((rest, key) => rest.replace(new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'm'), ''), text);
const bare = (text: string) => without(text, 'published', 'breakdowns', 'traps', 'better');
const changed = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

const flow = changed(fullDefinitions.flow, 'id: full', 'id: a');
const ratio = changed(
  bare(fullDefinitions.ratio).replace(/^numerator:.*$/m, 'numerator: { indicator: a, breakdown: { kind: invention } }'),
  'denominator: ',
  'denominator: { indicator: a }\n# ',
).replace('id: full', 'id: b');
const growth = changed(bare(fullDefinitions.growth), 'id: full', 'id: c').replace(/^of:.*$/m, 'of: { indicator: b }');

describe('reading all keys', () => {
  it('gives a flow its parameters, scope, count and combinations', () => {
    expect(read(flow)).toMatchObject({
      parameters: [{ name: 'amount', type: 'decimal', value: 1.5, source: { text: '专利法' }, provisional: true }],
      scope: 'CN-ML',
      count: 'holders',
      breakdowns: [['kind'], ['kind', 'holder_type']],
    });
  });

  it('gives a stock its conditions', () => {
    expect(read(fullDefinitions.stock)).toMatchObject({
      count: 'records',
      breakdowns: [['kind'], ['condition']],
      conditions: [
        {
          id: 'ten-years',
          where: 'claim_count > 1',
          dates: { from: 'filed_on + 10 years', until: 'filed_on + 15 years' },
          events: null,
        },
        {
          id: 'pledged',
          where: null,
          dates: null,
          events: { kind: 'pledge', endedBy: 'pledge_release', where: 'amount > $amount' },
        },
      ],
    });
  });

  it('gives made definitions their parts', () => {
    const part = { statistic: null, origin: null, period: 'same', area: null };
    expect(readDefinition(ratio, 'x.yaml')).toMatchObject({
      kind: 'ratio',
      numerator: { ...part, indicator: 'a', breakdown: { kind: 'invention' } },
      denominator: { ...part, indicator: 'a', breakdown: {} },
      per: 1,
      breakdowns: [],
    });
    expect(readDefinition(growth, 'x.yaml')).toMatchObject({ kind: 'growth', of: { indicator: 'b' }, years: 2 });
    expect(readDefinition(without(growth, 'years'), 'x.yaml')).toMatchObject({ years: 1 });
    expect(readDefinition(fullDefinitions.derived, 'x.yaml')).toMatchObject({
      parts: {
        one: {
          indicator: 'a',
          breakdown: { holder_type: 'university' },
          statistic: 'mean',
          origin: 'computed',
          period: 'year-before',
          area: 'CN',
        },
      },
      formula: 'one * 2',
    });
    expect(readDefinition(fullDefinitions.sample, 'x.yaml')).toMatchObject({ kind: 'sample', plan: 'closing' });
  });
});

describe('the hash of a closure', () => {
  const a = read(flow);
  const b = read(ratio, [a]);
  const c = read(growth, [a, b]);

  it('covers values of parameters, and not their words', () => {
    expect(read(changed(flow, 'value: 1.5', 'value: 1.6')).hash).not.toBe(a.hash);
    expect(read(changed(flow, 'source: { text: 专利法 }, ', '')).hash).toBe(a.hash);
    expect(read(changed(flow, 'scope: CN-ML', 'scope: CN')).hash).not.toBe(a.hash);
    expect(read(changed(flow, 'count: holders', 'count: records')).hash).not.toBe(a.hash);
  });

  it('covers conditions in canonical writing', () => {
    const stock = read(fullDefinitions.stock).hash;
    expect(read(changed(fullDefinitions.stock, 'from: filed_on + 10 years', 'from: filed_on   + 10 years')).hash).toBe(
      stock,
    );
    expect(
      read(changed(fullDefinitions.stock, 'from: filed_on + 10 years', 'from: filed_on + 11 years')).hash,
    ).not.toBe(stock);
    expect(read(changed(fullDefinitions.stock, ', ended_by: pledge_release', '')).hash).not.toBe(stock);
  });

  it('changes with what it is made of, however far below', () => {
    const other = read(changed(flow, 'value: 1.5', 'value: 1.6'));
    expect(read(ratio, [other]).hash).not.toBe(b.hash);
    expect(read(growth, [other, read(ratio, [other])]).hash).not.toBe(c.hash);
    const reworded = read(changed(flow, 'en: A', 'en: B'));
    expect(reworded.hash).toBe(a.hash);
    expect(read(growth, [reworded, read(ratio, [reworded])]).hash).toBe(c.hash);
  });

  it('changes with the formula, and not with its writing', () => {
    const derived = (formula: string, unit = 'patents') =>
      readDefinition(
        changed(fullDefinitions.derived, 'formula: one * 2', `formula: ${formula}`).replace(
          'unit: patents',
          `unit: ${unit}`,
        ),
        'x.yaml',
      ).hash;
    expect(derived('(one)*2')).toBe(derived('one * 2'));
    expect(derived('one * 3')).not.toBe(derived('one * 2'));
    expect(derived('one * 2', '10k-patents')).not.toBe(derived('one * 2'));
  });
});

describe('the units of made definitions', () => {
  const a = read(flow);
  const messages = (text: string) =>
    checkDefinition(text, 'x.yaml', { others: [a] }).faults.map(({ message }) => message);

  it('are shares of like things, and percentages per hundred', () => {
    expect(messages(ratio)).toEqual([]);
    expect(messages(changed(ratio, 'unit: share', 'unit: percent'))).toEqual(['the parts give another unit']);
    expect(messages(changed(changed(ratio, 'unit: share', 'unit: percent'), 'per: 1', 'per: 100'))).toEqual([]);
    expect(messages(changed(ratio, 'unit: share', 'unit: patents'))).toEqual(['the parts give another unit']);
  });

  it('of a formula are those of its parts', () => {
    const derived = (formula: string, unit: string) =>
      messages(
        bare(fullDefinitions.derived)
          .replace('unit: patents', `unit: ${unit}`)
          .replace(/one: .*/, 'one: { indicator: a }\n  two: { indicator: a, period: year-before }')
          .replace('formula: one * 2', `formula: ${formula}`),
      );
    expect(derived('one - two', 'patents')).toEqual([]);
    expect(derived('one - two', '10k-patents')).toEqual([]);
    expect(derived('one / two - 1', 'growth-rate')).toEqual([]);
    expect(derived('one / two - 1', 'patents')).toEqual(['the parts give another unit']);
    expect(derived('one - two', 'share')).toEqual(['the parts give another unit']);
    expect(derived('one / two - two', 'share')).toEqual(['a sum of unlike things']);
  });
});
