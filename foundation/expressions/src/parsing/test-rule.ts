import { build } from '../build-expression.js';
import { type ComparisonOperator, comparisonOperators, type Expression } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { isPattern } from '../pattern.js';
import { describeToken, type Token } from '../token.js';
import { requireAgreement, requireOrder, requireText } from '../type-check.js';
import type { Reading } from './reading.js';

/** What may stand behind an operand that is a test itself, and behind one that is not. */
const behindTest = { words: ['and', 'or', 'in', 'not', 'is'], expected: 'and, or, =, !=, in, is' };
const behindValue = {
  words: ['in', 'not', 'between', 'matches', 'is'],
  expected: `${comparisonOperators.join(' ')}, in, between, matches, is`,
};
/** What may stand behind a finished test. */
const followers: ReadonlySet<string> = new Set(['and', 'or', ')', ',']);

/** An operand, and what is asked of it. */
export function readTest(reading: Reading): Expression {
  const operand = reading.operand('a test', null);
  const test = readSuffix(reading, operand);
  const next = reading.tokens.peek();
  if (next.kind === 'end' || (next.kind !== 'literal' && followers.has(next.source))) return test ?? operand;
  if (test !== null) throw reading.unexpected(next, 'two tests need and or or between them', ['and', 'or'], 'and, or');
  const { words, expected } = operand.type === 'boolean' ? behindTest : behindValue;
  throw reading.unexpected(next, 'an operator is missing', words, expected);
}

/** What makes a test of an operand; null when nothing does. */
function readSuffix(reading: Reading, operand: Expression): Expression | null {
  const { tokens } = reading;
  const token = tokens.peek();
  if (isComparison(token)) {
    tokens.take();
    if (token.source !== '=' && token.source !== '!=') requireOrder(operand, token);
    return build.comparison(token.source, operand, readCounterpart(reading, operand));
  }
  if (tokens.accept('between')) {
    requireOrder(operand, token);
    const low = readCounterpart(reading, operand);
    reading.expect('and', 'between takes two values');
    return build.interval(operand, low, readCounterpart(reading, operand));
  }
  if (tokens.accept('in')) return build.membership(operand, readChoices(reading, operand), false);
  if (tokens.accept('not')) {
    reading.expect('in', 'not stands behind a value only in not in');
    return build.membership(operand, readChoices(reading, operand), true);
  }
  if (tokens.accept('matches')) return build.match(requireText(operand, token), readPattern(tokens.take()));
  if (!tokens.accept('is')) return null;
  const negated = tokens.accept('not');
  reading.expect('null', 'is asks only for null');
  return build.nullTest(operand, negated);
}

function readPattern(token: Token): string {
  if (token.kind === 'literal' && token.constant.type === 'text' && isPattern(token.constant.value)) {
    return token.constant.value;
  }
  throw expressionFault(token.place, {
    what: 'this is no pattern',
    found: describeToken(token),
    expected: String.raw`a text of characters, \d, [A-Z], each with ?, *, + or {1,4}, and of (groups | of | these)`,
  });
}

function readChoices(reading: Reading, operand: Expression): Expression[] {
  reading.expect('(', 'in takes a list');
  const choices = [readCounterpart(reading, operand)];
  while (reading.tokens.accept(',')) choices.push(readCounterpart(reading, operand));
  reading.expect(')', 'the list is not closed', ', or )');
  return choices;
}

/** The value that `operand` is compared with. */
function readCounterpart(reading: Reading, operand: Expression): Expression {
  return requireAgreement(operand, reading.operand('a value', operand.type));
}

function isComparison(token: Token): token is Token & { readonly source: ComparisonOperator } {
  return token.kind === 'sign' && (comparisonOperators as readonly string[]).includes(token.source);
}
