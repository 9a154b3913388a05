import { build } from '../build-expression.js';
import type { Expression } from '../expression.js';
import { requireTest } from '../type-check.js';
import type { Reading } from './reading.js';
import { readTest } from './test-rule.js';

/** Tests that `or`, `and` and `not` join: `not` binds before `and`, `and` before `or`. */
export function readCondition(reading: Reading): Expression {
  const parts = [readConjunction(reading)];
  while (reading.tokens.accept('or')) parts.push(readConjunction(reading));
  return build.disjunction(parts.length === 1 ? parts : parts.map(requireTest));
}

function readConjunction(reading: Reading): Expression {
  const parts = [readNegation(reading)];
  while (reading.tokens.accept('and')) parts.push(readNegation(reading));
  return build.conjunction(parts.length === 1 ? parts : parts.map(requireTest));
}

function readNegation(reading: Reading): Expression {
  const token = reading.tokens.peek();
  if (!reading.tokens.accept('not')) return readTest(reading);
  return reading.deeper(token, () => build.negation(requireTest(readNegation(reading)), token.place));
}
