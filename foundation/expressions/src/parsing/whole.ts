import type { Place } from '@zhiheng/vocabulary';
import type { Expression } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import type { RecordShape } from '../record-shape.js';
import { describeToken } from '../token.js';
import { requireDateAlone, requireTest } from '../type-check.js';
import { readCondition } from './condition.js';
import { readOperand } from './operand.js';
import { Reading, type Rules } from './reading.js';

const rules: Rules = { condition: readCondition, operand: readOperand };

/** A text that is a test as a whole. */
export function readTest(text: string, shape: RecordShape, start?: Place): Expression {
  const reading = new Reading(text, shape, rules, start);
  const tree = reading.condition();
  const rest = reading.tokens.peek();
  if (rest.kind === 'end') return requireTest(tree);
  throw expressionFault(rest.place, {
    what: rest.source === ')' ? 'no parenthesis is open here' : 'this belongs to no list',
    found: describeToken(rest),
    expected: 'and, or, or the end of the expression',
  });
}

/** A text that is a date as a whole. */
export function readDate(text: string, shape: RecordShape, start?: Place): Expression {
  const reading = new Reading(text, shape, rules, start);
  const tree = requireDateAlone(reading.operand('a value', 'date'));
  const rest = reading.tokens.peek();
  if (rest.kind === 'end') return tree;
  throw expressionFault(rest.place, {
    what: 'a date alone is asked for',
    found: describeToken(rest),
    expected: '+ or - years, months or days, or the end of the expression',
  });
}
