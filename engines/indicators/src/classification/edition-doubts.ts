import { readPattern } from './class-pattern.js';
import type { ClassTree } from './class-tree.js';
import { type ConcordanceRows, type RowMode, rowModes } from './concordance.js';
import { EditionAlternatives, type Place } from './edition-alternatives.js';
import { type Reached, rulesReaching } from './edition-reach.js';
import type { EditionRow } from './edition-rows.js';
import { expandPattern, keysOfSymbol } from './expand-pattern.js';

/** A symbol of another edition that a rule may mean, and which it is not taken to mean. */
export interface EditionDoubt {
  readonly code: string;
  readonly rule: number;
  readonly mode: RowMode;
  /** What records would carry. */
  readonly symbol: string;
  /** What it is in the other edition: several, or one that the rule has in part. */
  readonly others: readonly string[];
  /** Those of them that the rule has, all or in part. */
  readonly reached: readonly string[];
}

/** What symbols by edition come to in a table. */
export interface EditionStanding {
  /** Symbols of other editions that rules have through the list, each once a rule and mode. */
  readonly carried: number;
  readonly doubts: readonly EditionDoubt[];
}

/** Which symbols of other editions the rules of a table have through the list, and which may belong and are left out. */
export function editionStanding(
  { rules }: Pick<ConcordanceRows, 'rules'>,
  rows: readonly EditionRow[],
  tree: ClassTree,
): EditionStanding {
  const alternatives = new EditionAlternatives(rows, tree);
  const doubts: EditionDoubt[] = [];
  let carried = 0;
  for (const rule of rules) {
    for (const mode of rowModes) {
      const reached = reachedBy(rule[mode], tree);
      if (reached.size === 0) continue;
      const covers = coversOf(reached);
      for (const [place, others] of alternatives.listed) {
        const met = others.filter((one) => covers(one) !== 'none');
        if (met.length === 0 || covers(place) === 'whole') continue;
        if (others.every((one) => covers(one) === 'whole')) carried += 1;
        else {
          const names = { others: others.map(({ pattern }) => pattern), reached: met.map(({ pattern }) => pattern) };
          doubts.push({ code: rule.code, rule: rule.rule, mode, symbol: place.pattern, ...names });
        }
      }
    }
  }
  return { carried, doubts };
}

function reachedBy(patterns: readonly string[], tree: ClassTree): Reached {
  const keys = patterns.flatMap((pattern) => {
    const read = readPattern(pattern);
    if (read === null) return [];
    const { whole, symbols } = expandPattern(read, tree);
    return whole === null ? symbols : [whole];
  });
  return new Map(keys.map((key) => [key, [0]]));
}

type Cover = 'whole' | 'part' | 'none';

/** How far what patterns reach covers places; each place is looked at once. */
function coversOf(reached: Reached): (place: Place) => Cover {
  const known = new Map<string, Cover>();
  const keys = [...reached.keys()];
  const classes = new Set(keys.map(classOf));
  return (place) => {
    const before = known.get(place.pattern);
    if (before !== undefined) return before;
    const far = !classes.has(classOf(place.pattern)) && !classes.has(place.pattern.slice(0, 1));
    const cover = far ? 'none' : coverOf(place, reached, keys);
    known.set(place.pattern, cover);
    return cover;
  };
}

function classOf(symbol: string): string {
  return symbol.slice(0, 3);
}

function coverOf(place: Place, reached: Reached, keys: readonly string[]): Cover {
  const { whole, symbols } = place.reach;
  if (rulesReaching(place, reached).size > 0) return 'whole';
  if (whole !== null) return keys.some((key) => key.startsWith(whole)) ? 'part' : 'none';
  return symbols.some((symbol) => keysOfSymbol(symbol).some((key) => reached.has(key))) ? 'part' : 'none';
}
