import type { SheetMap } from '@zhiheng/sheets';
import { isDay } from '@zhiheng/vocabulary';
import type { QualitativeTest, Revision, RuleValues, TargetKind } from './programme.js';

/** Keys of the rule that targets of a kind have, and that a revision or a region may set anew. */
export const ruleKeys: Readonly<Record<TargetKind, readonly (keyof RuleValues)[]>> = {
  ceiling: ['limit'],
  floor: ['limit'],
  growth: ['limit'],
  hold: ['limit', 'tolerance'],
  direction: [],
  qualitative: ['test'],
};

/** The parts of a rule that are written; each only where the kind of target has it. */
export function readRuleValues(map: SheetMap, kind: TargetKind): RuleValues {
  const keys = ruleKeys[kind];
  const has = (key: keyof RuleValues) => keys.includes(key) && map.has(key);
  return {
    ...(has('limit') ? { limit: map.number('limit') } : {}),
    ...(has('tolerance') ? { tolerance: atLeastZero(map, 'tolerance') } : {}),
    ...(has('test') ? { test: readTest(map.map('test')) } : {}),
  };
}

export function readTest(map: SheetMap): QualitativeTest {
  const test = {
    kind: map.choice('kind', ['not-below-year-before']),
    margin: atLeastZero(map, 'margin'),
  };
  map.close();
  return test;
}

export function atLeastZero(map: SheetMap, key: string): number {
  const value = map.number(key);
  if (value < 0)
    map.note(key, { what: `${key} is out of range`, found: String(value), expected: 'a number not below 0' });
  return value;
}

export function readDay(map: SheetMap, key: string): string {
  const day = map.text(key);
  if (day !== '' && !isDay(day)) map.note(key, { what: `${key} is no day`, found: day, expected: 'a day: 2023-12-15' });
  return day;
}

/** The revisions of a target, each after the one before it and setting something that its kind has. */
export function readRevisions(map: SheetMap, kind: TargetKind): Revision[] {
  let before = '';
  return map.maps('revisions').map((item) => {
    const sets = readRuleValues(item, kind);
    const revision = {
      effectiveOn: readDay(item, 'effective_on'),
      sets,
      reason: item.localized('reason'),
      document: item.text('document'),
    };
    if (Object.keys(sets).length === 0) {
      const expected = ruleKeys[kind].join(', ') || `no revision: a target of kind ${kind} has no number to revise`;
      item.noteKey(ruleKeys[kind][0] ?? 'effective_on', { what: 'the revision sets nothing', expected });
    }
    if (revision.effectiveOn !== '' && revision.effectiveOn <= before) {
      const found = revision.effectiveOn;
      item.note('effective_on', { what: 'the revisions are not in order', found, expected: `a day after ${before}` });
    }
    before = revision.effectiveOn;
    item.close();
    return revision;
  });
}
