import { OwnFault } from '@zhiheng/vocabulary';
import { dayFrom, movedDay, spanBetween, textOfDay } from './calendar.js';
import { askList } from './evaluate-call.js';
import type { ComparisonOperator, Expression, Moved, Span } from './expression.js';
import { order } from './order.js';
import { wholeText } from './pattern.js';
import { type RecordValues, recordValue, type Value } from './record-value.js';
import { allTrue, anyTrue, opposite, type Truth } from './truth.js';

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
 * Dates are `YYYY-MM-DD`. Throws `OwnFault` when the record lacks a column or a list, or holds a value of another type.
 */
export function evaluate(tree: Expression, record: RecordValues): boolean | null {
  const truth = valueIn(tree, record);
  if (truth === null || typeof truth === 'boolean') return truth;
  throw new OwnFault(`a ${tree.type} stands where a test belongs`);
}

/** The day that a tree of type `date` says of one record, `YYYY-MM-DD`; null where a null leaves it open. */
export function evaluateDate(tree: Expression, record: RecordValues): string | null {
  if (tree.type !== 'date') throw new OwnFault(`a ${tree.type} stands where a date belongs`);
  const day = dayIn(tree, record);
  return day === null ? null : textOfDay(day);
}

/** The value of a node; of a date the number of the day. */
function valueIn(node: Expression, record: RecordValues): Value {
  const value = (inner: Expression): Value => valueIn(inner, record);
  switch (node.kind) {
    case 'and':
      return allTrue(node.parts.map((part) => evaluate(part, record)));
    case 'or':
      return anyTrue(node.parts.map((part) => evaluate(part, record)));
    case 'not':
      return opposite(evaluate(node.operand, record));
    case 'comparison':
      return compare(node.operator, value(node.left), value(node.right));
    case 'in': {
      const operand = value(node.operand);
      const found = anyTrue(node.choices.map((choice) => compare('=', operand, value(choice))));
      return node.negated ? opposite(found) : found;
    }
    case 'between': {
      const operand = value(node.operand);
      return allTrue([compare('>=', operand, value(node.low)), compare('<=', operand, value(node.high))]);
    }
    case 'is-null':
      return (value(node.operand) === null) !== node.negated;
    case 'matches': {
      const operand = value(node.operand);
      return operand === null ? null : wholeText(node.pattern).test(String(operand));
    }
    case 'moved':
      return moved(node, record);
    case 'span':
      return span(node, record);
    case 'has':
    case 'count':
    case 'held':
    case 'classified':
      return askList(node, record, { test: evaluate, day: dayIn });
    case 'column':
      return node.type === 'date' ? dayOrNull(recordValue(record, node)) : recordValue(record, node);
    case 'literal':
      return node.type === 'date' ? dayFrom(node.value) : node.value;
  }
}

function dayIn(node: Expression, record: RecordValues): number | null {
  const day = valueIn(node, record);
  return day === null ? null : Number(day);
}

function moved({ operand, direction, amount, unit }: Moved, record: RecordValues): number | null {
  const day = dayIn(operand, record);
  const count = Number(amount.value);
  return day === null ? null : movedDay(day, direction === '-' ? -count : count, unit);
}

function span({ from, to, measure }: Span, record: RecordValues): number | null {
  const [first, last] = [dayIn(from, record), dayIn(to, record)];
  return first === null || last === null ? null : spanBetween(first, last, measure);
}

function dayOrNull(value: Value): number | null {
  return value === null ? null : dayFrom(String(value));
}

function compare(operator: ComparisonOperator, left: Value, right: Value): Truth {
  return left === null || right === null ? null : holds[operator](order(left, right));
}
