import type { Expression } from './expression.js';
import { partsOf } from './parts-of.js';

/** The names of the columns that a tree reads, each once, sorted. */
export function columnsOf(tree: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'column') names.add(node.name);
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...names].sort();
}
