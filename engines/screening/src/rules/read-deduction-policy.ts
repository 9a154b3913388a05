import { createHash } from 'node:crypto';
import { type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { type DecisionOutcome, decisionOutcomes } from '@zhiheng/vocabulary';
import type { DeductionPolicy, DeductionRule } from './deduction-policy.js';
import { readDay } from './read-grounds.js';

/** Neither takes an application out of counts: the one is no finding yet, the other takes a finding back. */
const neverDeducts: readonly DecisionOutcome[] = ['notified', 'maintained', 'restored'];

/** Reads a policy (`definitions/screening/deduction-policy.yaml`). Throws the first `screening-rules-wrong` with line and column. */
export function readDeductionPolicy(text: string, file: string): DeductionPolicy {
  const sheet = new YamlSheet(text, file, 'screening-rules-wrong');
  const root = sheet.root();
  const maps = root.maps('rules');
  if (maps.length === 0) root.note('rules', { what: 'the policy has no rules', expected: 'rules: a list' });
  const rules = maps.map(readRule);
  for (const [index, rule] of rules.entries()) {
    const before = rules[index - 1];
    if (before === undefined || (before.validTo !== null && before.validTo < rule.validFrom)) continue;
    const expected = 'a day behind the last of the rule before';
    maps[index]?.note('valid_from', { what: 'two rules are for one day', found: rule.validFrom, expected });
  }
  const policy = {
    names: root.localized('names'),
    rules,
    provisional: root.truth('provisional'),
    hash: createHash('sha256').update(text).digest('hex'),
  };
  const source = root.map('source');
  source.text('text');
  source.optionalText('article');
  source.optionalText('date');
  source.close();
  root.close();
  sheet.throwFirst();
  return policy;
}

function readRule(map: SheetMap): DeductionRule {
  const outcomes = map.texts('outcomes').flatMap((word) => {
    const outcome = decisionOutcomes.find((one) => one === word);
    if (outcome !== undefined && !neverDeducts.includes(outcome)) return [outcome];
    const expected = decisionOutcomes.filter((one) => !neverDeducts.includes(one)).join(', ');
    map.note('outcomes', { what: 'this outcome deducts nothing', found: word, expected });
    return [];
  });
  const rule = {
    validFrom: readDay(map, 'valid_from'),
    validTo: map.has('valid_to') ? readDay(map, 'valid_to') : null,
    outcomes,
    from: map.choice('from', ['decision', 'notice'] as const),
  };
  map.close();
  return rule;
}
