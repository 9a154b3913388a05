import fc from 'fast-check';
import { build } from '../src/build-expression.js';
import { type Constant, comparisonOperators, type Expression } from '../src/expression.js';
import { type ColumnName, columns, days, decimals, integers, patterns, texts } from './random-records.js';

/** Random trees do not come from a text; only their form is compared. */
const nowhere = {};

const column = (...names: readonly ColumnName[]) =>
  fc.constantFrom(...names).map((name): Expression => build.column(name, columns[name], nowhere));
const literal = (constants: readonly Constant[]) =>
  fc.constantFrom(...constants).map((constant): Expression => build.literal(constant, nowhere));

const shortDecimal = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 1, max: 12 }))
  .map(([whole, places]) => Number((whole / 10 ** places).toFixed(places)))
  .filter((value) => !Object.is(value, -0))
  .map((value): Expression => build.literal({ type: 'decimal', value }, nowhere));

const text = fc.oneof(column('kind', 'area'), literal(texts.map((value) => ({ type: 'text', value }))));
const date = column('filed_on', 'granted_on');
const later = fc.tuple(date, fc.constantFrom(1, 4, 20, 100)).map((given): Expression => build.later(...given));
const day = fc.oneof(date, later, literal(days.map((value) => ({ type: 'date', value }))));
const match = fc.tuple(column('kind', 'area'), fc.constantFrom(...patterns)).map((given) => build.match(...given));
const number = fc.oneof(
  column('claims', 'pages', 'fee', 'share'),
  literal(integers.map((value) => ({ type: 'integer', value }))),
  literal(decimals.map((value) => ({ type: 'decimal', value }))),
  shortDecimal,
);

function tests(operand: fc.Arbitrary<Expression>, ordered: boolean): fc.Arbitrary<Expression> {
  const operators = ordered ? comparisonOperators : (['=', '!='] as const);
  const kinds: fc.Arbitrary<Expression>[] = [
    fc.tuple(fc.constantFrom(...operators), operand, operand).map((given) => build.comparison(...given)),
    fc
      .tuple(operand, fc.array(operand, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map((given) => build.membership(...given)),
    fc.tuple(operand, fc.boolean()).map((given) => build.nullTest(...given)),
  ];
  if (ordered) kinds.push(fc.tuple(operand, operand, operand).map((given) => build.interval(...given)));
  return fc.oneof(...kinds);
}

/** Checked trees of every kind of node over the columns of `random-records`. */
export const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 4 });
  const truths = literal([true, false].map((value) => ({ type: 'boolean', value })));
  return {
    leaf: fc.oneof(tests(text, true), tests(day, true), tests(number, true), match, column('pct', 'funded'), truths),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      parts.map(build.conjunction),
      parts.map(build.disjunction),
      tie('tree').map((operand) => build.negation(operand, nowhere)),
      tests(tie('tree'), false),
    ),
  };
}).tree;
