import fc from 'fast-check';
import { build } from '../src/build-expression.js';
import type { Constant, Expression, Literal } from '../src/expression.js';
import type { ValueType } from '../src/value-type.js';
import { days, decimals, integers, parameters, texts } from './random-records.js';

/** Random trees do not come from a text; only their form is compared. */
export const nowhere = {};

export const column = (name: string, type: ValueType): fc.Arbitrary<Expression> =>
  fc.constant(build.column(name, type, nowhere));

export const literal = (constants: fc.Arbitrary<Constant> | readonly Constant[]): fc.Arbitrary<Literal> =>
  (isList(constants) ? fc.constantFrom(...constants) : constants).map((constant) => build.literal(constant, nowhere));

export const parameter = (name: keyof typeof parameters): Literal => build.parameter(name, parameters[name], nowhere);

const shortDecimal = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 1, max: 12 }))
  .map(([whole, places]) => Number((whole / 10 ** places).toFixed(places)))
  .filter((value) => !Object.is(value, -0));

/** Constants of a type, many of them equal to values of the records. */
export function valuesOf(type: 'text' | 'date' | 'integer' | 'decimal'): fc.Arbitrary<Constant> {
  switch (type) {
    case 'text':
      return fc.constantFrom(...texts).map((value) => ({ type, value }));
    case 'date':
      return fc.constantFrom(...days).map((value) => ({ type, value }));
    case 'integer':
      return fc.constantFrom(...integers).map((value) => ({ type, value }));
    case 'decimal':
      return fc.oneof(fc.constantFrom(...decimals), shortDecimal).map((value) => ({ type, value }));
  }
}

function isList(constants: fc.Arbitrary<Constant> | readonly Constant[]): constants is readonly Constant[] {
  return Array.isArray(constants);
}
