import { OwnFault, type Place } from '@zhiheng/vocabulary';
import type {
  Classified,
  Column,
  Comparison,
  ComparisonOperator,
  Conjunction,
  Constant,
  Count,
  DateUnit,
  Disjunction,
  Expression,
  Has,
  Held,
  Interval,
  Literal,
  Match,
  Membership,
  Moved,
  Negation,
  NullTest,
  Selection,
  Span,
  SpanMeasure,
} from './expression.js';
import type { ValueType } from './value-type.js';

/** Makers of frozen nodes. A node begins where its first part begins; the parser has checked the types. */
export const build = {
  /** Conjunctions among the parts are dissolved; a single part is itself. */
  conjunction: (parts: readonly Expression[]): Expression =>
    joined('and', parts, (flat, place): Conjunction => ({ kind: 'and', type: 'boolean', parts: flat, place })),

  /** Disjunctions among the parts are dissolved; a single part is itself. */
  disjunction: (parts: readonly Expression[]): Expression =>
    joined('or', parts, (flat, place): Disjunction => ({ kind: 'or', type: 'boolean', parts: flat, place })),

  negation: (operand: Expression, place: Place): Negation =>
    Object.freeze({ kind: 'not', type: 'boolean', operand, place }),

  comparison: (operator: ComparisonOperator, left: Expression, right: Expression): Comparison =>
    Object.freeze({ kind: 'comparison', type: 'boolean', operator, left, right, place: left.place }),

  membership: (operand: Expression, choices: readonly Expression[], negated: boolean): Membership =>
    Object.freeze({
      kind: 'in',
      type: 'boolean',
      operand,
      choices: Object.freeze([...choices]),
      negated,
      place: operand.place,
    }),

  interval: (operand: Expression, low: Expression, high: Expression): Interval =>
    Object.freeze({ kind: 'between', type: 'boolean', operand, low, high, place: operand.place }),

  nullTest: (operand: Expression, negated: boolean): NullTest =>
    Object.freeze({ kind: 'is-null', type: 'boolean', operand, negated, place: operand.place }),

  match: (operand: Expression, pattern: string): Match =>
    Object.freeze({ kind: 'matches', type: 'boolean', operand, pattern, place: operand.place }),

  moved: (operand: Expression, direction: '+' | '-', amount: Literal, unit: DateUnit): Moved =>
    Object.freeze({ kind: 'moved', type: 'date', operand, direction, amount, unit, place: operand.place }),

  span: (measure: SpanMeasure, from: Expression, to: Expression, place: Place): Span =>
    Object.freeze({ kind: 'span', type: 'integer', measure, from, to, place }),

  has: (items: Selection, place: Place): Has => Object.freeze({ kind: 'has', type: 'boolean', items, place }),

  count: (items: Selection, place: Place): Count => Object.freeze({ kind: 'count', type: 'integer', items, place }),

  held: (begun: Selection, ended: Selection, day: Expression, place: Place): Held =>
    Object.freeze({ kind: 'held', type: 'boolean', begun, ended, day, place }),

  classified: (scheme: Literal, symbol: Literal, place: Place): Classified =>
    Object.freeze({ kind: 'classified', type: 'boolean', scheme, symbol, place }),

  selection: (list: string, named: Selection['named'], where: Expression | null): Selection =>
    Object.freeze({ list, named: named === null ? null : Object.freeze({ ...named }), where }),

  column: (name: string, type: ValueType, place: Place): Column => Object.freeze({ kind: 'column', type, name, place }),

  literal: (constant: Constant, place: Place): Literal => Object.freeze({ kind: 'literal', ...constant, place }),

  /** The value of a parameter, which remembers its name. */
  parameter: (name: string, constant: Constant, place: Place): Literal =>
    Object.freeze({ kind: 'literal', ...constant, parameter: name, place }),
};

function joined(
  kind: 'and' | 'or',
  parts: readonly Expression[],
  make: (flat: readonly Expression[], place: Place) => Expression,
): Expression {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first] = flat;
  if (first === undefined) throw new OwnFault(`an empty ${kind} has no meaning`);
  return flat.length === 1 ? first : Object.freeze(make(Object.freeze(flat), first.place));
}
