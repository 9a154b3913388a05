import { isTable } from './class-symbol.js';
import type { Expression } from './expression.js';
import { partsOf } from './parts-of.js';

/** Ids of the concordance tables that a tree asks, each once, in the order of the text. */
export function tablesOf(tree: Expression): string[] {
  const ids = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'classified' && isTable(String(node.scheme.value))) ids.add(String(node.scheme.value));
    for (const part of partsOf(node)) visit(part);
  };
  visit(tree);
  return [...ids];
}
