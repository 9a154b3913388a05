import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { ruleOf } from './deduction-policy.js';
import { readDeductionPolicy } from './read-deduction-policy.js';
import { readGrounds } from './read-grounds.js';

const shipped = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../definitions/screening', name), 'utf8');
const names = 'names: { zh-Hans: 一, zh-Hant: 一, en: one }';
const source = 'source: { text: 文, article: 条 }';
const faultOf = (read: () => unknown): UserFault['detail'] & { code: string } => {
  try {
    read();
  } catch (fault) {
    return { code: (fault as UserFault).code, ...(fault as UserFault).detail };
  }
  throw new Error('no fault');
};

describe('the rules that come with the software', () => {
  it('name nine kinds of announcement 411 and eight of order 77, whose days do not meet', () => {
    const grounds = readGrounds(shipped('grounds.yaml'), 'grounds.yaml');
    expect(grounds.map(({ id }) => id)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((kind) => `411-${kind}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((kind) => `77-${kind}`),
    ]);
    for (const { id, validFrom, validTo, provisional } of grounds) {
      if (id.startsWith('411')) expect([validTo, provisional], id).toEqual(['2024-01-19', true]);
      else expect([validFrom, validTo], id).toEqual(['2024-01-20', null]);
    }
    // Of order 77 the first four kinds alone were seen in full.
    expect(grounds.filter(({ id, provisional }) => id.startsWith('77') && !provisional)).toHaveLength(4);
  });

  it('deduct what was withdrawn after notice, deemed withdrawn or refused, provisionally', () => {
    const policy = readDeductionPolicy(shipped('deduction-policy.yaml'), 'deduction-policy.yaml');
    expect(policy.provisional).toBe(true);
    expect(ruleOf(policy, '2023-05-01')?.outcomes).toEqual(['withdrawn-after-notice', 'deemed-withdrawn', 'refused']);
    expect(ruleOf(policy, '2007-09-30')).toBeNull();
  });
});

describe('wrong rules', () => {
  const ground = (more: string) => `grounds:\n  - id: a-1\n    ${names}\n    ${source}\n    ${more}\n`;
  it.each([
    ['no list', 'grounds: []', 1, 'there are no grounds'],
    ['a day that is none', ground('valid_from: 2023-02-30'), 5, 'not a day'],
    ['no day', ground('provisional: true'), 2, 'valid_from'],
    ['an id that is none', ground('valid_from: 2023-01-01').replace('a-1', 'A 1'), 2, 'not an id'],
    [
      'one ground twice',
      `${ground('valid_from: 2023-01-01')}${ground('valid_from: 2023-01-01').replace('grounds:\n', '')}`,
      6,
      'the ground stands twice',
    ],
  ])('of grounds are told with their place: %s', (_, text, line, what) => {
    const fault = faultOf(() => readGrounds(text, 'g.yaml'));
    expect(fault).toMatchObject({ code: 'screening-rules-wrong', place: { path: 'g.yaml', line } });
    expect(JSON.stringify(fault)).toContain(what);
  });

  const policy = (rules: string) => `${names}\n${source}\nprovisional: true\nrules:\n${rules}`;
  const rule = (from: string, more = '') =>
    `  - valid_from: ${from}\n    outcomes: [refused]\n    from: decision\n${more}`;
  it.each([
    ['an outcome that deducts nothing', policy(rule('2020-01-01').replace('refused', 'notified')), 6, 'notified'],
    ['two rules for one day', policy(rule('2020-01-01') + rule('2021-01-01')), 8, 'two rules are for one day'],
    ['a beginning that is none', policy(rule('2020-01-01').replace('from: decision', 'from: filing')), 7, 'filing'],
  ])('of deductions are told with their place: %s', (_, text, line, what) => {
    const fault = faultOf(() => readDeductionPolicy(text, 'p.yaml'));
    expect(fault).toMatchObject({ code: 'screening-rules-wrong', place: { path: 'p.yaml', line } });
    expect(JSON.stringify(fault)).toContain(what);
  });
});
