import { nearestWord } from '@zhiheng/vocabulary';
import { build } from '../build-expression.js';
import { type DateUnit, dateUnits, type Expression, type Literal } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { describeToken } from '../token.js';
import { requireDate } from '../type-check.js';
import { readParameter } from './parameter.js';
import type { Reading } from './reading.js';

/** A century either way. */
const most: Readonly<Record<DateUnit, number>> = { years: 100, months: 1200, days: 36_525 };

/** The operand, moved by what stands behind it: `+ 10 years`, `- 6 months`, `+ 30 days`. */
export function readMoves(reading: Reading, operand: Expression): Expression {
  let moved = operand;
  for (let sign = reading.tokens.peek(); ; sign = reading.tokens.peek()) {
    if (moved.type === 'date') refuseJoinedSign(reading);
    if (sign.kind !== 'sign' || (sign.source !== '+' && sign.source !== '-')) return moved;
    reading.tokens.take();
    requireDate(moved, sign);
    const amount = readAmount(reading);
    moved = build.moved(moved, sign.source, amount, readUnit(reading, amount));
  }
}

function readAmount(reading: Reading): Literal {
  const token = reading.tokens.take();
  const amount =
    token.kind === 'parameter'
      ? readParameter(reading, token)
      : token.kind === 'literal'
        ? build.literal(token.constant, token.place)
        : null;
  if (amount?.type === 'integer' && amount.value > 0) return amount;
  throw expressionFault(token.place, {
    what: 'a date moves by whole years, months or days',
    found: describeToken(token),
    expected: 'a whole number above 0',
  });
}

function readUnit(reading: Reading, amount: Literal): DateUnit {
  const token = reading.tokens.take();
  const unit = dateUnits.find((one) => token.kind === 'word' && token.source === one);
  if (unit === undefined) {
    throw expressionFault(token.place, {
      what: 'a date moves by whole years, months or days',
      found: describeToken(token),
      expected: 'years, months or days',
      didYouMean: token.kind === 'word' ? nearestWord(token.source, dateUnits) : null,
    });
  }
  if (Number(amount.value) <= most[unit]) return unit;
  throw expressionFault(amount.place, {
    what: 'a date moves by a hundred years at most',
    found: `${amount.value} ${unit}`,
    expected: `at most ${most[unit]} ${unit}`,
  });
}

/** `filed_on -6 months` reads like a date and a number. */
function refuseJoinedSign(reading: Reading): void {
  const token = reading.tokens.peek();
  if (token.kind !== 'literal' || !token.source.startsWith('-')) return;
  const apart = `- ${token.source.slice(1)}`;
  throw expressionFault(token.place, {
    what: 'a sign stands apart from its number',
    found: token.source,
    expected: apart,
    didYouMean: apart,
  });
}
