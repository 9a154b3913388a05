import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { DetectorName } from '../detectors/detector-facts.js';
import type { Ground } from './ground.js';
import { readRule } from './read-rule.js';
import type { Rule } from './rule.js';

/** A rule file: its name below the definitions, and its text. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads every rule family of an office, in the order of their ids. Throws `screening-rules-wrong`, also where an id stands in two files: clues
 * are known by it.
 */
export function readRules(files: readonly RuleFile[], grounds: readonly Ground[]): Rule<DetectorName>[] {
  const read = files.map(({ path, text }) => ({ path, rule: readRule(text, path, grounds) }));
  const seen = new Map<string, string>();
  for (const { path, rule } of read) {
    const other = seen.get(rule.id);
    if (other !== undefined) {
      throw new UserFault('screening-rules-wrong', {
        place: { path, field: 'id' },
        found: rule.id,
        expected: `an id that ${other} does not have`,
        values: { what: 'two rule families have one id' },
      });
    }
    seen.set(rule.id, path);
  }
  return read.map(({ rule }) => rule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A threshold of a span. The reader has seen to it that every one of the detector is there. */
export function threshold(
  { thresholds }: { readonly thresholds: Readonly<Record<string, number>> },
  name: string,
): number {
  const value = thresholds[name];
  if (value === undefined) throw new OwnFault(`no threshold is named ${name}`);
  return value;
}
