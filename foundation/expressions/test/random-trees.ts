import fc from 'fast-check';
import { build } from '../src/build-expression.js';
import { comparisonOperators, dateUnits, type Expression, type Literal, spanMeasures } from '../src/expression.js';
import { calls } from './random-calls.js';
import { column, literal, nowhere, parameter, valuesOf } from './random-operands.js';
import { patterns } from './random-records.js';

const truths = literal([true, false].map((value) => ({ type: 'boolean', value })));

/** What tests are made of: operands by type, and texts that stand before `matches`. */
export interface Operands {
  readonly text: fc.Arbitrary<Expression>;
  readonly textColumn: fc.Arbitrary<Expression>;
  readonly day: fc.Arbitrary<Expression>;
  readonly number: fc.Arbitrary<Expression>;
  readonly truth: fc.Arbitrary<Expression>;
}

/** Checked trees of every kind of node over some operands. */
export function treesOver({ text, textColumn, day, number, truth }: Operands): fc.Arbitrary<Expression> {
  const match = fc.tuple(textColumn, fc.constantFrom(...patterns)).map((given) => build.match(...given));
  return fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => {
    const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 4 });
    return {
      leaf: fc.oneof(tests(text, true), tests(day, true), tests(number, true), match, truth),
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
}

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

const amount: fc.Arbitrary<Literal> = fc.oneof(
  fc.constantFrom(1, 4, 20, 100).map((value) => build.literal({ type: 'integer', value }, nowhere)),
  fc.constant(parameter('ten')),
);

/** A date, moved once or not at all. */
function moved(date: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const move = fc.tuple(date, fc.constantFrom('+' as const, '-' as const), amount, fc.constantFrom(...dateUnits));
  return fc.oneof(
    date,
    move.map((given) => build.moved(...given)),
  );
}

/** Operands over columns of a record or of an item; numbers may be counted between dates. */
function operands(columns: {
  readonly texts: readonly fc.Arbitrary<Expression>[];
  readonly dates: readonly fc.Arbitrary<Expression>[];
  readonly numbers: readonly fc.Arbitrary<Expression>[];
  readonly truths: readonly fc.Arbitrary<Expression>[];
}): Operands {
  const day = moved(fc.oneof(...columns.dates, literal(valuesOf('date')), fc.constant(parameter('start'))));
  const span = fc
    .tuple(fc.constantFrom(...spanMeasures), day, day)
    .map(([measure, from, to]): Expression => build.span(measure, from, to, nowhere));
  return {
    text: fc.oneof(...columns.texts, literal(valuesOf('text')), fc.constant(parameter('word'))),
    textColumn: fc.oneof(...columns.texts),
    day,
    number: fc.oneof(
      ...columns.numbers,
      span,
      literal(valuesOf('integer')),
      literal(valuesOf('decimal')),
      fc.constant(parameter('least')),
      fc.constant(parameter('rate')),
    ),
    truth: fc.oneof(...columns.truths, truths, fc.constant(parameter('on'))),
  };
}

/** Conditions on the items of each list. */
const wheres = {
  events: treesOver(
    operands({
      texts: [column('kind', 'text'), column('country', 'text'), column('reference', 'text')],
      dates: [column('on', 'date')],
      numbers: [column('amount', 'decimal')],
      truths: [],
    }),
  ),
  classes: treesOver(
    operands({
      texts: [column('scheme', 'text'), column('symbol', 'text')],
      dates: [],
      numbers: [column('position', 'integer')],
      truths: [],
    }),
  ),
  holders: treesOver(
    operands({
      texts: [column('name', 'text'), column('holder_type', 'text')],
      dates: [],
      numbers: [column('position', 'integer')],
      truths: [],
    }),
  ),
};

const dates = [column('filed_on', 'date'), column('granted_on', 'date')];
const asked = calls(wheres, moved(fc.oneof(...dates, literal(valuesOf('date')), fc.constant(parameter('start')))));

/** Checked trees of every kind of node over the records of `random-records`. */
export const trees: fc.Arbitrary<Expression> = treesOver(
  operands({
    texts: [column('kind', 'text'), column('area', 'text')],
    dates,
    numbers: [
      column('claims', 'integer'),
      column('pages', 'integer'),
      column('fee', 'decimal'),
      column('share', 'decimal'),
      asked.counts,
    ],
    truths: [column('pct', 'boolean'), column('funded', 'boolean'), asked.tests],
  }),
);
