import { nearestWord } from '@zhiheng/vocabulary';
import { build } from '../build-expression.js';
import { type Expression, type SpanMeasure, spanMeasures } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { callNames } from '../list-call.js';
import type { Token } from '../token.js';
import { readDateArgument, requireArgument } from './arguments.js';
import { readListCall } from './list-call-rule.js';
import type { Reading } from './reading.js';

const names: readonly string[] = [...callNames, ...spanMeasures].sort();

export function isFunction(word: string): boolean {
  return names.includes(word);
}

/** The function that a word names, whose parenthesis comes next; `others`: words that may be meant besides. */
export function readFunction(reading: Reading, token: Token, others: readonly string[]): Expression {
  const measure = spanMeasures.find((one) => one === token.source);
  if (measure !== undefined) return readSpan(reading, measure, token);
  const call = callNames.find((one) => one === token.source);
  if (call !== undefined) return readListCall(reading, call, token);
  throw expressionFault(token.place, {
    what: `no function is named ${token.source}`,
    found: token.source,
    expected: `one of ${names.join(', ')}`,
    didYouMean: nearestWord(token.source, [...names, ...others]),
  });
}

function readSpan(reading: Reading, measure: SpanMeasure, { place }: Token): Expression {
  const takes = `${measure} takes two dates`;
  reading.expect('(', takes);
  const from = readDateArgument(reading, takes);
  requireArgument(reading, takes, 'a second date');
  const to = readDateArgument(reading, takes);
  reading.expect(')', takes);
  return build.span(measure, from, to, place);
}
