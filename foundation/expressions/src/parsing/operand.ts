import { nearestWord } from '@zhiheng/vocabulary';
import { build } from '../build-expression.js';
import type { Expression } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import { quoteText } from '../read-text.js';
import { describeToken, keywords, type Token } from '../token.js';
import type { ValueType } from '../value-type.js';
import { isFunction, readFunction } from './function-call.js';
import { readMoves } from './moved-date.js';
import { readParameter } from './parameter.js';
import type { Reading, Role } from './reading.js';

/**
 * A literal, a column, a parameter, a function of something, or anything in parentheses; a date may be moved. `wanted` is the
 * type of what it will be compared with.
 */
export function readOperand(reading: Reading, role: Role, wanted: ValueType | null): Expression {
  return readMoves(reading, readUnmoved(reading, role, wanted));
}

function readUnmoved(reading: Reading, role: Role, wanted: ValueType | null): Expression {
  const token = reading.tokens.take();
  if (token.kind === 'literal') return build.literal(token.constant, token.place);
  if (token.kind === 'parameter') return readParameter(reading, token);
  if (token.kind === 'word') return readNamed(reading, token, role, wanted);
  if (token.source === '(') return reading.deeper(token, () => readParenthesised(reading, token));
  throw expressionFault(token.place, {
    what: `${role} is missing`,
    found: describeToken(token),
    expected: role === 'a test' ? 'a column, a value, not or (' : 'a column, a value or (',
  });
}

function readParenthesised(reading: Reading, opening: Token): Expression {
  const inside = reading.condition();
  const { line, column } = opening.place;
  reading.expect(')', `the parenthesis opened at line ${line}, column ${column} is not closed`);
  return inside;
}

function readNamed(reading: Reading, token: Token, role: Role, wanted: ValueType | null): Expression {
  const { source, place } = token;
  if (source === 'true' || source === 'false')
    return build.literal({ type: 'boolean', value: source === 'true' }, place);
  if (keywords.has(source)) {
    throw expressionFault(place, {
      what: source === 'null' ? 'null is not a value to compare with' : `${role} is missing`,
      found: source,
      expected: source === 'null' ? 'is null or is not null behind a column' : 'a column, a value or (',
    });
  }
  const { columns } = reading;
  const type = Object.hasOwn(columns, source) ? columns[source] : undefined;
  const called = reading.tokens.peek();
  if (called.kind === 'sign' && called.source === '(' && (type === undefined || isFunction(source))) {
    return readFunction(reading, token, role === 'a test' ? ['not'] : []);
  }
  if (type !== undefined) return build.column(source, type, place);
  throw unknownName(reading, token, role, wanted);
}

function unknownName({ shape, list, columns }: Reading, token: Token, role: Role, wanted: ValueType | null) {
  const { source, place } = token;
  const names = Object.keys(columns).sort();
  const ofRecord = list !== null && Object.hasOwn(shape.columns, source);
  const near = nearestWord(source, [...names, 'true', 'false', ...(role === 'a test' ? ['not'] : [])]);
  const quoted = wanted === 'text' && !ofRecord;
  return expressionFault(place, {
    what: ofRecord ? `${source} is a column of the record, not of ${list}` : `no column is named ${source}`,
    found: source,
    expected: isFunction(source)
      ? `${source}(…), or a column`
      : `one of the columns ${names.join(', ')}${quoted ? ', or a text in quotes' : ''}`,
    didYouMean: near ?? (quoted ? quoteText(source) : null),
  });
}
