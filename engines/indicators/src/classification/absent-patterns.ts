import { readPattern } from './class-pattern.js';
import type { ClassTree } from './class-tree.js';
import { type ConcordanceRows, type RowMode, rowModes } from './concordance.js';

/** A pattern whose symbol the tree does not have. */
export interface AbsentPattern {
  readonly code: string;
  readonly rule: number;
  readonly mode: RowMode;
  readonly pattern: string;
}

/** Patterns of other editions of the IPC than the tree's, in the order of the table. They are matched as they are written. */
export function absentPatterns({ rules }: Pick<ConcordanceRows, 'rules'>, tree: ClassTree): AbsentPattern[] {
  return rules.flatMap((rule) =>
    rowModes.flatMap((mode) =>
      rule[mode].flatMap((pattern) => {
        const read = readPattern(pattern);
        if (read === null || tree.has(read.symbol)) return [];
        return [{ code: rule.code, rule: rule.rule, mode, pattern }];
      }),
    ),
  );
}

/** How many patterns a table has. */
export function patternCount({ rules }: Pick<ConcordanceRows, 'rules'>): number {
  return rules.reduce((sum, rule) => sum + rowModes.reduce((all, mode) => all + rule[mode].length, 0), 0);
}
