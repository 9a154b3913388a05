import { build } from '../build-expression.js';
import type { Expression, ListCall } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import type { Token } from '../token.js';
import { readDateArgument, readTextArgument, requireArgument } from './arguments.js';
import { requireSymbol } from './class-symbol-rule.js';
import type { Reading } from './reading.js';
import { readKind, readSelection } from './selection.js';

const takes: Readonly<Record<ListCall['kind'], string>> = {
  has: 'has takes a kind of event or a list, and a condition if any',
  count: 'count takes a list or a kind of event, and a condition if any',
  held: 'held takes two kinds of events and a day',
  classified: 'classified takes a scheme and a symbol',
};

/** A question about a list of the record; its parenthesis comes next. */
export function readListCall(reading: Reading, call: ListCall['kind'], token: Token): Expression {
  refuseWhereNoLists(reading, call, token);
  reading.expect('(', takes[call]);
  const read = readArguments(reading, call, token);
  reading.expect(')', takes[call]);
  return read;
}

function readArguments(reading: Reading, call: ListCall['kind'], { place }: Token): Expression {
  switch (call) {
    case 'has':
      return build.has(readSelection(reading, takes.has), place);
    case 'count':
      return build.count(readSelection(reading, takes.count), place);
    case 'held': {
      const begun = readKind(reading, takes.held);
      requireArgument(reading, takes.held, 'the kind of event that ends it');
      const ended = readKind(reading, takes.held);
      requireArgument(reading, takes.held, 'a day');
      return build.held(begun, ended, readDateArgument(reading, takes.held), place);
    }
    case 'classified': {
      const scheme = readTextArgument(reading, takes.classified, "a text such as 'ipc'");
      requireArgument(reading, takes.classified, 'a symbol');
      const symbol = readTextArgument(reading, takes.classified, "a text such as 'H01L'");
      return build.classified(scheme, requireSymbol(scheme, symbol, reading.shape), place);
    }
  }
}

function refuseWhereNoLists({ shape, list }: Reading, call: ListCall['kind'], { place, source }: Token): void {
  if (list !== null) {
    throw expressionFault(place, {
      what: `${call} does not stand inside another question about a list`,
      found: source,
      expected: `a condition over the columns of ${list}`,
    });
  }
  const known = Object.keys(shape.lists);
  if (call === 'classified' ? known.includes('classes') : known.length > 0) return;
  throw expressionFault(place, {
    what: `${call} asks about a list, and the record has none`,
    found: source,
    expected: 'a condition over the columns of the record',
  });
}
