import type { Expression } from './expression.js';

/** The tests that must all hold: the parts of an `and` at the top, or the whole tree alone. */
export function conjunctsOf(tree: Expression): Expression[] {
  return tree.kind === 'and' ? [...tree.parts] : [tree];
}
