import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { detectorNames } from '../detectors/detector-facts.js';
import { readGrounds } from './read-grounds.js';
import { readRule } from './read-rule.js';
import { readRules } from './read-rules.js';
import { spanOf } from './rule.js';

const folder = join(import.meta.dirname, '../../../../definitions/screening');
const grounds = readGrounds(readFileSync(join(folder, 'grounds.yaml'), 'utf8'), 'grounds.yaml');
const names = readdirSync(join(folder, 'rules')).filter((name) => name.endsWith('.yaml'));
const files = names.map((name) => ({ path: name, text: readFileSync(join(folder, 'rules', name), 'utf8') }));
const nearCopy = files.find(({ path }) => path === 'near-copy.yaml')?.text ?? '';

const faultOf = (text: string): UserFault['detail'] & { code: string } => {
  try {
    readRule(text, 'r.yaml', grounds);
  } catch (fault) {
    return { code: (fault as UserFault).code, ...(fault as UserFault).detail };
  }
  throw new Error('no fault');
};

describe('the rules that come with the software', () => {
  const rules = readRules(files, grounds);

  it('are one family a detector, all of them provisional, in three languages', () => {
    expect(rules.map(({ detector }) => detector)).toEqual([...detectorNames].sort());
    expect(rules.every(({ provisional }) => provisional)).toBe(true);
    for (const { names: told } of rules) expect(new Set(Object.values(told)).size).toBe(3);
  });

  it('go by the filing day: announcement 411, then order 77; nothing before both', () => {
    const expected: Record<string, [string, string]> = {
      'near-copy': ['411-1', '77-1'],
      'title-only': ['411-1', '77-1'],
      'template-slots': ['411-1', '77-1'],
      recombination: ['411-1', '77-1'],
      'earlier-publication': ['411-2', '77-2'],
      'random-text': ['411-4', '77-3'],
      'claim-shape': ['411-5', '77-4'],
      'filing-burst': ['411-3', '77-5'],
      'scattered-filing': ['411-6', '77-6'],
      'early-transfer': ['411-7', '77-7'],
      'inventor-spread': ['411-7', '77-7'],
    };
    for (const rule of rules) {
      const grounded = ['2021-03-10', '2024-01-19', '2024-01-20'].map((day) => spanOf(rule, day)?.ground ?? null);
      // What agencies do is no kind of the order's list.
      const [before, after] = expected[rule.id] ?? ['411-8', null];
      expect(grounded, rule.id).toEqual([null, before, after]);
    }
  });

  it('have a version that changes with every number, and with nothing else', () => {
    const version = (text: string) => readRule(text, 'r.yaml', grounds).spans[0]?.version;
    expect(version(nearCopy)).toBe(version(`# a remark\n${nearCopy}`));
    expect(version(nearCopy.replace('jaccard: 0.6', 'jaccard: 0.61'))).not.toBe(version(nearCopy));
    expect(version(nearCopy)).toMatch(/^near-copy\/2021-03-11\/[0-9a-f]{8}$/);
  });
});

describe('wrong rules are told with their place', () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.lastIndexOf(part)).split('\n').length;

  it.each([
    ['a detector that is none', 'detector: near-copy', 'detector: near-copi', 'near-copi', 'near-copy'],
    ['a ground that is none', 'ground: 411-1', 'ground: 411-11', '411-11', '411-1'],
    ['a threshold out of range', 'jaccard: 0.6', 'jaccard: 1.6', '1.6', 'a number from 0 to 1'],
    ['an exception that is none', '[same-family,', '[same-famly,', 'same-famly', 'same-family'],
    ['a day that is none', 'valid_to: 2024-01-19', 'valid_to: 2024-01-40', '2024-01-40', 'YYYY-MM-DD'],
    ['a ground that has ended', 'ground: 77-1', 'ground: 411-1', '2024-01-20 to no end', '2024-01-19'],
    ['a span that ends before it begins', 'valid_to: 2024-01-19', 'valid_to: 2020-01-19', '2020-01-19', '2021-03-11'],
  ])('%s', (_, right, wrong, found, expected) => {
    const text = nearCopy.replace(right, wrong);
    const fault = faultOf(text);
    expect(fault).toMatchObject({ code: 'screening-rules-wrong', found });
    expect(fault.place).toMatchObject({ path: 'r.yaml', line: lineOf(text, wrong) });
    expect(`${fault.expected} ${fault.didYouMean ?? ''}`).toContain(expected);
  });

  it('a threshold that is missing, and one that nobody knows', () => {
    const fault = faultOf(nearCopy.replace('{ jaccard: 0.6,', '{ jacard: 0.6,'));
    expect(fault).toMatchObject({ found: 'jacard', didYouMean: 'jaccard' });
    expect(faultOf(nearCopy.replace('jaccard: 0.6, ', '')).expected).toBe('jaccard: a number');
  });

  it('a cohort where none is compared with, and none where one is', () => {
    expect(faultOf(`${nearCopy}cohort: { least: 3 }\n`).values).toMatchObject({
      what: 'this detector compares with no cohort',
    });
    const shape = files.find(({ path }) => path === 'claim-shape.yaml')?.text ?? '';
    expect(faultOf(shape.replace('cohort: { least: 30 }', '')).expected).toContain('least');
  });

  it('spans that meet, and no span', () => {
    const met = faultOf(
      nearCopy.replace('valid_to: 2024-01-19', 'valid_to: 2024-01-19').replace('2024-01-20', '2024-01-19'),
    );
    expect(JSON.stringify(met)).toContain('two spans are for one day');
    expect(faultOf(nearCopy.slice(0, nearCopy.indexOf('spans:'))).values).toMatchObject({
      what: 'the rule has no spans',
    });
  });

  it('one id in two files', () => {
    expect(() => readRules([...files, { path: 'again.yaml', text: nearCopy }], grounds)).toThrowError(
      expect.objectContaining({ code: 'screening-rules-wrong' }),
    );
  });
});
