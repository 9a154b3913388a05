import { OwnFault, type Place } from '@zhiheng/vocabulary';
import type {
  Column,
  Comparison,
  ComparisonOperator,
  Conjunction,
  Constant,
  Disjunction,
  Expression,
  Interval,
  Later,
  Literal,
  Match,
  Membership,
  Negation,
  NullTest,
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

  later: (operand: Expression, years: number): Later =>
    Object.freeze({ kind: 'later', type: 'date', operand, years, place: operand.place }),

  column: (name: string, type: ValueType, place: Place): Column => Object.freeze({ kind: 'column', type, name, place }),

  literal: (constant: Constant, place: Place): Literal => Object.freeze({ kind: 'literal', ...constant, place }),
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
