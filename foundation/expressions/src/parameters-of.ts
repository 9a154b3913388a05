import type { Expression } from './expression.js';
import { partsOf } from './parts-of.js';

/** The names of the parameters that a tree uses, each once, sorted; also in conditions on the items of lists. */
export function parametersOf(tree: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'literal' && node.parameter !== undefined) names.add(node.parameter);
    if ((node.kind === 'has' || node.kind === 'count') && node.items.where !== null) visit(node.items.where);
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...names].sort();
}
