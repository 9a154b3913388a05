import { byParts, type ConcordanceRows, type RowMode, rowModes } from './concordance.js';

/** A pattern or keyword of a code that one of two tables has. */
export interface ChangedPattern {
  readonly code: string;
  readonly rule: number;
  readonly mode: RowMode;
  /** Null: a keyword. */
  readonly pattern: string | null;
  readonly keyword: string | null;
}

/** What lies between two tables. */
export interface ConcordanceDifference {
  readonly codes: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly renamed: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  };
  readonly patterns: { readonly added: readonly ChangedPattern[]; readonly removed: readonly ChangedPattern[] };
}

/** From one table to another: codes and patterns that came or went. */
export function compareConcordances(before: ConcordanceRows, after: ConcordanceRows): ConcordanceDifference {
  const [was, is] = [patternsOf(before), patternsOf(after)];
  const only = (one: ReadonlyMap<string, ChangedPattern>, other: ReadonlyMap<string, ChangedPattern>) =>
    [...one].flatMap(([key, pattern]) => (other.has(key) ? [] : [pattern]));
  const has = (rows: ConcordanceRows, code: string) => Object.hasOwn(rows.codes, code);
  const codes = (rows: ConcordanceRows) => Object.keys(rows.codes).sort(byParts);
  return {
    codes: {
      added: codes(after).filter((code) => !has(before, code)),
      removed: codes(before).filter((code) => !has(after, code)),
      renamed: codes(after).flatMap((code) => {
        const [old, name] = [before.codes[code], after.codes[code]];
        return old === undefined || name === undefined || old === name ? [] : [{ code, before: old, after: name }];
      }),
    },
    patterns: { added: only(is, was), removed: only(was, is) },
  };
}

function patternsOf({ rules }: ConcordanceRows): Map<string, ChangedPattern> {
  const all = rules.flatMap((rule): ChangedPattern[] => {
    const { code, rule: number } = rule;
    const head = { code, rule: number };
    const patterns = rowModes.flatMap((mode) =>
      rule[mode].map((pattern) => ({ ...head, mode, pattern, keyword: null })),
    );
    const keywords = (mode: RowMode, words: readonly string[]) =>
      words.map((keyword) => ({ ...head, mode, pattern: null, keyword }));
    return [...patterns, ...keywords('include', rule.keywords), ...keywords('exclude', rule.excludedKeywords)];
  });
  return new Map(all.map((one) => [JSON.stringify(Object.values(one)), one]));
}
