import type { Expression } from './expression.js';

/**
 * The nodes right below a node, in the order of the text, that speak of the same record. The condition on the items of a list
 * is not among them: it speaks of the items.
 */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts;
    case 'not':
    case 'is-null':
    case 'matches':
      return [node.operand];
    case 'comparison':
      return [node.left, node.right];
    case 'in':
      return [node.operand, ...node.choices];
    case 'between':
      return [node.operand, node.low, node.high];
    case 'moved':
      return [node.operand, node.amount];
    case 'span':
      return [node.from, node.to];
    case 'held':
      return [node.day];
    case 'classified':
      return [node.scheme, node.symbol];
    case 'has':
    case 'count':
    case 'column':
    case 'literal':
      return [];
  }
}
