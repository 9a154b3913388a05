import type { Expression } from './expression.js';

/** The nodes right below a node, in the order of the text. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts;
    case 'not':
    case 'is-null':
    case 'matches':
    case 'later':
      return [node.operand];
    case 'comparison':
      return [node.left, node.right];
    case 'in':
      return [node.operand, ...node.choices];
    case 'between':
      return [node.operand, node.low, node.high];
    case 'column':
    case 'literal':
      return [];
  }
}
