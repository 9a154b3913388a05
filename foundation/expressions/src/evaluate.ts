import { OwnFault } from '@zhiheng/vocabulary';
import type { ComparisonOperator, Expression } from './expression.js';
import { order } from './order.js';
import { wholeText } from './pattern.js';
import { type RecordValues, recordValue, type Value } from './record-value.js';
import { allTrue, anyTrue, opposite, type Truth } from './truth.js';
import { yearsLater } from './years-later.js';

const holds: Readonly<Record<ComparisonOperator, (difference: number) => boolean>> = {
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/**
 * What the tree says of one record, by the three-valued logic of SQL: true, false, or null where a null leaves it open.
 * Dates are `YYYY-MM-DD`. Throws `OwnFault` when the record lacks a column or holds a value of another type.
 */
export function evaluate(tree: Expression, record: RecordValues): boolean | null {
  const value = (node: Expression): Value => valueIn(node, record);
  switch (tree.kind) {
    case 'and':
      return allTrue(tree.parts.map((part) => evaluate(part, record)));
    case 'or':
      return anyTrue(tree.parts.map((part) => evaluate(part, record)));
    case 'not':
      return opposite(evaluate(tree.operand, record));
    case 'comparison':
      return compare(tree.operator, value(tree.left), value(tree.right));
    case 'in': {
      const operand = value(tree.operand);
      const found = anyTrue(tree.choices.map((choice) => compare('=', operand, value(choice))));
      return tree.negated ? opposite(found) : found;
    }
    case 'between': {
      const operand = value(tree.operand);
      return allTrue([compare('>=', operand, value(tree.low)), compare('<=', operand, value(tree.high))]);
    }
    case 'is-null':
      return (value(tree.operand) === null) !== tree.negated;
    case 'matches': {
      const operand = value(tree.operand);
      return operand === null ? null : wholeText(tree.pattern).test(String(operand));
    }
    case 'later':
    case 'column':
    case 'literal': {
      const truth = value(tree);
      if (truth === null || typeof truth === 'boolean') return truth;
      throw new OwnFault(`a ${tree.type} stands where a test belongs`);
    }
  }
}

function valueIn(node: Expression, record: RecordValues): Value {
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'later') {
    const day = valueIn(node.operand, record);
    return day === null ? null : yearsLater(String(day), node.years);
  }
  return node.kind === 'column' ? recordValue(record, node) : evaluate(node, record);
}

function compare(operator: ComparisonOperator, left: Value, right: Value): Truth {
  return left === null || right === null ? null : holds[operator](order(left, right));
}
