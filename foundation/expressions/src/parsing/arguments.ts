import { build } from '../build-expression.js';
import type { Expression, Literal } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { quoteText } from '../read-text.js';
import { describeToken } from '../token.js';
import { requireDateArgument } from '../type-check.js';
import { readParameter } from './parameter.js';
import type { Reading } from './reading.js';

/** A date that a function takes; `takes` says what the function takes in all. */
export function readDateArgument(reading: Reading, takes: string): Expression {
  refuseNothing(reading, takes, 'a date');
  return requireDateArgument(reading.operand('a value', 'date'), takes);
}

/** A text or a parameter that is one. */
export function readTextArgument(reading: Reading, takes: string, expected: string): Literal {
  refuseNothing(reading, takes, expected);
  const token = reading.tokens.take();
  const literal =
    token.kind === 'parameter'
      ? readParameter(reading, token)
      : token.kind === 'literal'
        ? build.literal(token.constant, token.place)
        : null;
  if (literal?.type === 'text') return literal;
  throw expressionFault(token.place, {
    what: takes,
    found: describeToken(token),
    expected,
    didYouMean: token.kind === 'word' ? quoteText(token.source) : null,
  });
}

/** Takes the comma before a further argument. */
export function requireArgument(reading: Reading, takes: string, expected: string): void {
  reading.expect(',', takes, `, and ${expected}`);
}

/** Refuses the end of the arguments where one has to stand. */
export function refuseNothing(reading: Reading, takes: string, expected: string): void {
  const token = reading.tokens.peek();
  if (token.kind !== 'end' && token.source !== ')' && token.source !== ',') return;
  throw expressionFault(token.place, { what: takes, found: describeToken(token), expected });
}
