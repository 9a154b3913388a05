import { isTable, liesUnder, liesWithin } from './class-symbol.js';
import type { Classified, Expression, Held, ListCall, Selection } from './expression.js';
import { type RecordValues, recordList, recordValue } from './record-value.js';

/** How a condition and a date are evaluated. */
interface Evaluators {
  readonly test: (tree: Expression, record: RecordValues) => boolean | null;
  /** The number of the day. */
  readonly day: (tree: Expression, record: RecordValues) => number | null;
}

/** The answer of one record to a question about a list. */
export function askList(call: ListCall, record: RecordValues, evaluators: Evaluators): boolean | number {
  switch (call.kind) {
    case 'has':
      return selected(call.items, record, evaluators).length > 0;
    case 'count':
      return selected(call.items, record, evaluators).length;
    case 'held':
      return isHeld(call, record, evaluators);
    case 'classified':
      return isClassified(call, record);
  }
}

function selected({ list, named, where }: Selection, record: RecordValues, { test }: Evaluators): RecordValues[] {
  return recordList(record, list).filter(
    (item) =>
      (named === null || recordValue(item, { name: named.column, type: 'text' }) === named.name) &&
      (where === null || test(where, item) === true),
  );
}

function isHeld({ begun, ended, day }: Held, record: RecordValues, evaluators: Evaluators): boolean {
  const until = evaluators.day(day, record);
  if (until === null) return false;
  const dated = (selection: Selection) =>
    selected(selection, record, evaluators).flatMap((item) => {
      const on = evaluators.day(dayColumn, item);
      return on === null ? [] : [{ on, reference: recordValue(item, { name: 'reference', type: 'text' }) }];
    });
  const ends = dated(ended);
  return dated(begun).some(
    (begin) =>
      begin.on <= until &&
      !ends.some(
        (end) => begin.reference !== null && end.reference === begin.reference && end.on >= begin.on && end.on <= until,
      ),
  );
}

/** The day of an event. */
const dayColumn: Expression = { kind: 'column', type: 'date', name: 'on', place: {} };

function isClassified({ scheme, symbol }: Classified, record: RecordValues): boolean {
  if (isTable(String(scheme.value))) {
    return recordList(record, 'tags').some((item) => {
      const [table, code] = [recordValue(item, { name: 'scheme', type: 'text' }), item.code];
      return table === scheme.value && liesUnder(String(code), String(symbol.value));
    });
  }
  return recordList(record, 'classes').some((item) => {
    const given = recordValue(item, { name: 'symbol', type: 'text' });
    const sameScheme = recordValue(item, { name: 'scheme', type: 'text' }) === scheme.value;
    return sameScheme && given !== null && liesWithin(String(given), String(symbol.value));
  });
}
