import { nearestWord } from '@zhiheng/vocabulary';
import { build } from '../build-expression.js';
import type { Selection } from '../expression.js';
import { expressionFault } from '../expression-fault.js';
import type { RecordShape } from '../record-shape.js';
import { describeToken, type Token } from '../token.js';
import { requireTest } from '../type-check.js';
import { refuseNothing } from './arguments.js';
import type { Reading } from './reading.js';

/** A list or a kind of event, and a condition on the items if any. */
export function readSelection(reading: Reading, takes: string): Selection {
  refuseNothing(reading, takes, 'a kind of event or a list');
  const token = reading.tokens.take();
  const named = namedItems(reading.shape, token);
  const list = Object.hasOwn(reading.shape.lists, token.source) ? token.source : named?.list;
  if (list === undefined) throw unknownItems(reading.shape, token, Object.keys(reading.shape.lists));
  const where = reading.tokens.accept(',') ? readWhere(reading, list) : null;
  return build.selection(list, list === token.source ? null : (named?.named ?? null), where);
}

/** A kind of event that has a day and a reference. */
export function readKind(reading: Reading, takes: string): Selection {
  refuseNothing(reading, takes, 'a kind of event');
  const token = reading.tokens.take();
  const named = namedItems(reading.shape, token);
  if (named !== null) return named;
  throw unknownItems(reading.shape, token, []);
}

function readWhere(reading: Reading, list: string) {
  return reading.within(list, () => requireTest(reading.condition()));
}

/** The items that a word names. */
function namedItems({ lists }: RecordShape, { kind, source }: Token): Selection | null {
  if (kind !== 'word') return null;
  for (const [list, { named, names }] of Object.entries(lists)) {
    if (named !== null && names.includes(source)) return build.selection(list, { column: named, name: source }, null);
  }
  return null;
}

function unknownItems({ lists }: RecordShape, token: Token, listNames: readonly string[]) {
  const kinds = Object.values(lists).flatMap(({ names }) => names);
  const word = token.kind === 'literal' ? String(token.constant.value) : token.source;
  const named = token.kind === 'literal' && token.constant.type === 'text';
  const known = [...listNames, ...kinds];
  const expected = [...kinds].sort().join(', ');
  return expressionFault(token.place, {
    what: named ? 'a kind of event stands without quotes' : `no kind of event is named ${describeToken(token)}`,
    found: describeToken(token),
    expected: `one of ${expected}${listNames.length === 0 ? '' : `, or of the lists ${listNames.join(', ')}`}`,
    didYouMean: known.includes(word) ? word : nearestWord(word, known),
  });
}
