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

/** Units by which a day is moved. */
export const dateUnits = ['years', 'months', 'days'] as const;
export type DateUnit = (typeof dateUnits)[number];

/** `operand + 20 years`, `operand - 6 months`: another day; a month that is too short gives its last day. */
export interface Moved {
  readonly kind: 'moved';
  readonly type: 'date';
  readonly operand: Expression;
  readonly direction: '+' | '-';
  readonly amount: Literal;
  readonly unit: DateUnit;
  readonly place: Place;
}

/** What can be counted between two days; see `calendar.ts`. */
export const spanMeasures = ['days', 'months', 'month_boundaries'] as const;
export type SpanMeasure = (typeof spanMeasures)[number];

/** `days(from, to)`: a whole number, negative where the days are reversed. */
export interface Span {
  readonly kind: 'span';
  readonly type: 'integer';
  readonly measure: SpanMeasure;
  readonly from: Expression;
  readonly to: Expression;
  readonly place: Place;
}

export interface Column {
  readonly kind: 'column';
  readonly type: ValueType;
  readonly name: string;
  readonly place: Place;
}

/** A value of the text, or of the parameter that the text names with `$`. */
export type Literal = Constant & { readonly kind: 'literal'; readonly parameter?: string; readonly place: Place };

/** Items of a list of the record: all, those of one name, those that meet a condition over their own columns. */
export interface Selection {
  readonly list: string;
  /** The column and the name that it has; null: any. */
  readonly named: { readonly column: string; readonly name: string } | null;
  readonly where: Expression | null;
}

/** `has(pledge, amount > 0)`: some item is selected. */
export interface Has {
  readonly kind: 'has';
  readonly type: 'boolean';
  readonly items: Selection;
  readonly place: Place;
}

/** `count(holders)`: how many items are selected. */
export interface Count {
  readonly kind: 'count';
  readonly type: 'integer';
  readonly items: Selection;
  readonly place: Place;
}

/**
 * `held(pledge, pledge_release, day)`: something has begun on or before the day that nothing with the same reference has ended,
 * on or after its beginning and on or before the day.
 */
export interface Held {
  readonly kind: 'held';
  readonly type: 'boolean';
  readonly begun: Selection;
  readonly ended: Selection;
  readonly day: Expression;
  readonly place: Place;
}

/** `classified('ipc', 'H01L')`: some class of the scheme is the symbol or lies below it; see `class-symbol.ts`. */
export interface Classified {
  readonly kind: 'classified';
  readonly type: 'boolean';
  readonly scheme: Literal;
  readonly symbol: Literal;
  readonly place: Place;
}

/** A question about a list of the record. Its answer is never null: what is not there does not hold, and counts 0. */
export type ListCall = Has | Count | Held | Classified;

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
  | Moved
  | Span
  | ListCall
  | Column
  | Literal;
