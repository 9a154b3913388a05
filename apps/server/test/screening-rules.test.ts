import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRule, readGrounds, ruleSchema } from '@zhiheng/screening';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../../../definitions/screening');
const names = readdirSync(join(folder, 'rules')).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(join(folder, 'rules', name), 'utf8');
const grounds = readGrounds(readFileSync(join(folder, 'grounds.yaml'), 'utf8'), 'grounds.yaml');
const form = Compile(ruleSchema());

describe('the schema of rules', () => {
  it('is the committed one', () => {
    // Written with `node scripts/write-rule-schema.mjs`.
    expect(JSON.parse(textOf('rule.schema.json'))).toEqual(ruleSchema());
  });

  it.each(names)('holds for %s, which names it and has no faults', (name) => {
    const text = textOf(name);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=rule.schema.json');
    expect(form.Check(parse(text))).toBe(true);
    expect(checkRule(text, name, grounds)).toEqual({ ok: true, faults: [] });
  });
});

/** A shipped rule with one text in the place of another. */
const changed = (name: string, from: string, to: string) => {
  const text = textOf(name);
  expect(text).toContain(from);
  return text.replace(from, to);
};

/** File, from, to, whether it is a fault of form, line, field, what was found, and a part of what would be right. */
const wrong: readonly (readonly [string, string, string, boolean, number, string, string | null, string])[] = [
  ['near-copy', 'detector: near-copy', 'detector: near-cpoy', true, 4, 'detector', 'near-cpoy', 'near-copy'],
  ['near-copy', 'jaccard: 0.6', 'jaccard: 6', true, 23, 'spans[0].thresholds.jaccard', '6', 'a number from 0 to 1'],
  ['near-copy', 'jaccard: 0.6, ', '', true, 23, 'spans[0].thresholds', null, 'jaccard'],
  ['near-copy', 'jaccard: 0.6', 'jacard: 0.6, jaccard: 0.6', true, 23, 'spans[0].thresholds', 'jacard', 'jaccard'],
  ['near-copy', '[same-family,', '[same-familly,', true, 18, 'exceptions', 'same-familly', 'same-family'],
  [
    'near-copy',
    'valid_from: 2021-03-11',
    'valid_from: spring',
    true,
    20,
    'spans[0].valid_from',
    'spring',
    'YYYY-MM-DD',
  ],
  ['near-copy', '\nprovisional: true', '\nprovisional: perhaps', true, 17, 'provisional', 'perhaps', 'true or false'],
  ['near-copy', '\ndetector:', '\ncohort: { least: 3 }\ndetector:', true, 4, 'cohort', null, 'no cohort'],
  ['claim-shape', 'cohort: { least: 30 }\n', '', true, 3, 'cohort', null, 'least'],
  ['claim-shape', 'least: 30', 'least: 2.5', true, 19, 'cohort.least', '2.5', 'a whole number'],
  // What the form cannot tell: grounds of the office, and spans in time.
  ['near-copy', 'ground: 411-1', 'ground: 411-11', false, 22, 'spans[0].ground', '411-11', '411-1'],
  ['near-copy', 'valid_to: 2024-01-19', 'valid_to: 2024-01-25', false, 0, 'spans[0].ground', null, ''],
  [
    'near-copy',
    'valid_to: 2024-01-19',
    'valid_to: 2020-01-19',
    false,
    0,
    'spans[0].valid_to',
    '2020-01-19',
    'from 2021',
  ],
];

describe('a wrong rule', () => {
  it.each(wrong)('%s with %j as %j is told with its place', (name, from, to, ofForm, line, field, found, expected) => {
    const text = changed(`${name}.yaml`, from, to);
    expect(form.Check(parse(text))).toBe(!ofForm);
    const { ok, faults } = checkRule(text, `${name}.yaml`, grounds);
    expect(ok).toBe(false);
    const [fault] = faults.filter((one) => one.field === field || one.field?.startsWith(field));
    expect(fault, JSON.stringify(faults)).toMatchObject({ file: `${name}.yaml`, code: 'screening-rules-wrong' });
    if (line > 0) expect(fault?.line).toBe(line);
    if (found !== null) expect(fault?.found).toBe(found);
    expect(`${fault?.expected} ${fault?.didYouMean}`).toContain(expected);
    expect(fault?.column).toBeGreaterThan(0);
  });
});
