import { isDay } from '@zhiheng/vocabulary';
import type { Expression } from './expression.js';
import { expressionFault } from './expression-fault.js';
import { printSource } from './print-source.js';
import { quoteText } from './read-text.js';
import type { Token } from './token.js';
import { hasOrder, isNumeric, typesAgree, type ValueType } from './value-type.js';

const names: Readonly<Record<ValueType, string>> = {
  text: 'a text',
  integer: 'a whole number',
  decimal: 'a decimal number',
  date: 'a date',
  boolean: 'true or false',
};

/** Refuses a value where a test must stand; gives the test back. */
export function requireTest(node: Expression): Expression {
  if (node.type === 'boolean') return node;
  throw expressionFault(node.place, {
    what: 'a value alone is not a test',
    found: withType(node),
    expected: 'a test that is true or false, such as a comparison',
  });
}

/** Refuses a `right` that cannot be compared with `left`; gives it back. */
export function requireAgreement(left: Expression, right: Expression): Expression {
  if (typesAgree(left.type, right.type)) return right;
  throw expressionFault(right.place, {
    what: 'the two sides are of different types',
    found: withType(right),
    expected: `${isNumeric(left.type) ? 'a number' : names[left.type]}, as ${printSource(left)} is`,
    didYouMean: sameWordAs(left.type, right),
  });
}

/** Refuses an ordering `token` (`<`, `between` and the like) after an operand without order. */
export function requireOrder(operand: Expression, token: Token): void {
  if (hasOrder(operand.type)) return;
  throw expressionFault(token.place, {
    what: 'true and false have no order',
    found: token.source,
    expected: '=, !=, in or is',
  });
}

/** Refuses an operand of `matches` that is no text; gives it back. */
export function requireText(operand: Expression, token: Token): Expression {
  if (operand.type === 'text') return operand;
  throw expressionFault(token.place, {
    what: 'only a text matches a pattern',
    found: withType(operand),
    expected: 'a text',
  });
}

/** Refuses years, months or days moved from what is no date. */
export function requireDate(operand: Expression, token: Token): void {
  if (operand.type === 'date') return;
  throw expressionFault(token.place, {
    what: 'only a date moves by years, months or days',
    found: withType(operand),
    expected: 'a date',
  });
}

/** Refuses an argument that is no date; gives it back. `takes` says what the function takes. */
export function requireDateArgument(argument: Expression, takes: string): Expression {
  if (argument.type === 'date') return argument;
  throw expressionFault(argument.place, {
    what: takes,
    found: withType(argument),
    expected: 'a date',
    didYouMean: sameWordAs('date', argument),
  });
}

/** Refuses what is no date where a date alone is asked for; gives it back. */
export function requireDateAlone(value: Expression): Expression {
  return requireDateArgument(value, 'this is no date');
}

function withType(node: Expression): string {
  return `${printSource(node)} (${names[node.type]})`;
}

/** The literal of the wanted type with the same characters: `'2023-01-01'` → `2023-01-01`, `5` → `'5'`. */
function sameWordAs(wanted: ValueType, node: Expression): string | null {
  if (node.kind !== 'literal' || node.parameter !== undefined) return null;
  if (wanted === 'text') return quoteText(printSource(node));
  if (node.type !== 'text') return null;
  if (wanted === 'date') return isDay(node.value) ? node.value : null;
  if (wanted === 'boolean') return node.value === 'true' || node.value === 'false' ? node.value : null;
  return /^-?(?:0|[1-9]\d{0,13})(?:\.\d)?$/.test(node.value) ? node.value : null;
}
