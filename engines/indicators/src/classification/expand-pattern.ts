import { type ClassPattern, mainGroupOf } from './class-pattern.js';
import type { ClassTree } from './class-tree.js';

/** What a pattern has of the symbols of records. */
export interface PatternReach {
  /** The beginning that every symbol below it has, where all of a section, class, subclass or main group is meant; null: `symbols` alone. */
  readonly whole: string | null;
  /** Symbols of the tree that the pattern has; of one that the tree lacks, the symbol as it is written. */
  readonly symbols: readonly string[];
  /** The tree does not have the symbol. */
  readonly absent: boolean;
}

/**
 * Expands a pattern over the tree. A symbol that the tree lacks stands for itself; with `*`, if it is a main group, for whatever stands in
 * that main group.
 */
export function expandPattern({ symbol, level, subtree }: ClassPattern, tree: ClassTree): PatternReach {
  const absent = !tree.has(symbol);
  if (!subtree) return { whole: null, symbols: [symbol], absent };
  const below = tree.subtree(symbol);
  const symbols = below.length === 0 ? [symbol] : below;
  if (level === 'subgroup') return { whole: null, symbols, absent };
  return { whole: level === 'main-group' ? `${mainGroupOf(symbol)}/` : symbol, symbols, absent };
}

/** The beginnings by which a symbol of a record can be meant as part of a whole, and the symbol itself. */
export function keysOfSymbol(symbol: string): string[] {
  const main = mainGroupOf(symbol);
  const above = [1, 3, 4].filter((length) => symbol.length >= length).map((length) => symbol.slice(0, length));
  return main === null ? above : [...above, `${main}/`, symbol];
}
