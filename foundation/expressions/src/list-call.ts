import type { Expression, ListCall } from './expression.js';

export const callNames = ['has', 'count', 'held', 'classified'] as const satisfies readonly ListCall['kind'][];

/** True for a node that asks about a list. */
export function isListCall(node: Expression): node is ListCall {
  return (callNames as readonly string[]).includes(node.kind);
}
