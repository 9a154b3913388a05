import type { Expression } from './expression.js';
import { partsOf } from './parts-of.js';

/**
 * The names of the columns of the record that a tree reads, each once, sorted; also of the day that `held` is asked of. Columns of the
 * items of lists are not among them.
 */
export function columnsOf(tree: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'column') names.add(node.name);
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...names].sort();
}
