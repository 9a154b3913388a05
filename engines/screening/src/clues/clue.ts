import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { Evidence, Finding } from '../detectors/detector.js';
import type { Rule, RuleSpan } from '../rules/rule.js';
import { type StrengthWord, strengthWord } from './strength.js';

/** What may speak for an application being abnormal: nothing is decided by it. */
export interface Clue {
  /** The same for the application, the ground and the rule family in every release. */
  readonly id: string;
  readonly application: string;
  readonly ground: string;
  readonly family: string;
  /** The text of the rule that found it, see `RuleSpan`. */
  readonly ruleVersion: string;
  readonly statistic: number;
  readonly strength: number;
  readonly strengthWord: StrengthWord;
  readonly evidence: Evidence;
}

/** The permanent id of a clue: 20 hexadecimal digits of the hash of what it is about. */
export function clueId(application: string, ground: string, family: string): string {
  return `C-${canonicalHash({ application, ground, family }).slice(0, 20)}`;
}

/** A finding as a clue on the ground of the rule's span. */
export function clueOf({ application, statistic, strength, evidence }: Finding, rule: Rule, span: RuleSpan): Clue {
  const { ground, version } = span;
  return {
    id: clueId(application, ground, rule.id),
    ...{ application, ground, family: rule.id, ruleVersion: version },
    ...{ statistic, strength, strengthWord: strengthWord(strength), evidence },
  };
}
