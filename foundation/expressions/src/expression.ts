import type { Place } from '@zhiheng/vocabulary';
import type { ValueType } from './value-type.js';

export const comparisonOperators = ['=', '!=', '<=', '>=', '<', '>'] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** A value written in the text. Numbers have at most 15 digits, so that a double holds them exactly enough to order. */
export type Constant =
  | { readonly type: 'text' | 'date'; readonly value: string }
  | { readonly type: 'integer' | 'decimal'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean };

interface Test {
  readonly type: 'boolean';
  /** Where the node begins. */
  readonly place: Place;
}

/** Two or more parts, none of them itself a conjunction. */
export interface Conjunction extends Test {
  readonly kind: 'and';
  readonly parts: readonly Expression[];
}

/** Two or more parts, none of them itself a disjunction. */
export interface Disjunction extends Test {
  readonly kind: 'or';
  readonly parts: readonly Expression[];
}

export interface Negation extends Test {
  readonly kind: 'not';
  readonly operand: Expression;
}

export interface Comparison extends Test {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `operand in (choices)`, or `not in` where `negated`; at least one choice. */
export interface Membership extends Test {
  readonly kind: 'in';
  readonly operand: Expression;
  readonly choices: readonly Expression[];
  readonly negated: boolean;
}

/** `operand between low and high`, both ends included. */
export interface Interval extends Test {
  readonly kind: 'between';
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** `operand is null`, or `is not null` where `negated`. */
export interface NullTest extends Test {
  readonly kind: 'is-null';
  readonly operand: Expression;
  readonly negated: boolean;
}

/** `operand matches 'pattern'`: the whole of a text has the form; see `isPattern`. */
export interface Match extends Test {
  readonly kind: 'matches';
  readonly operand: Expression;
  readonly pattern: string;
}

/** `operand + 20 years`: a later day. */
export interface Later {
  readonly kind: 'later';
  readonly type: 'date';
  readonly operand: Expression;
  readonly years: number;
  readonly place: Place;
}

export interface Column {
  readonly kind: 'column';
  readonly type: ValueType;
  readonly name: string;
  readonly place: Place;
}

export type Literal = Constant & { readonly kind: 'literal'; readonly place: Place };

/** A checked, immutable tree; what `parseExpression` gives is of type `boolean`. */
export type Expression =
  | Conjunction
  | Disjunction
  | Negation
  | Comparison
  | Membership
  | Interval
  | NullTest
  | Match
  | Later
  | Column
  | Literal;
