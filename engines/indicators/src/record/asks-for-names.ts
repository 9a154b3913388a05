import { callsOf, columnsOf, type Expression, type ListCall } from '@zhiheng/expressions';
import type { ComputedDefinition, RecordTable } from '../definition.js';
import { factsOf } from '../tables/record-table.js';
import { expressionsOf } from './definition-expressions.js';

/** What masked sessions show as it is: all columns of a record but the name of its holder, and these of its lists. */
const namesOfRecord: ReadonlySet<string> = new Set(['holder', 'from_parties', 'to_parties', 'kind_as_given']);
const shownOfRecord = (table: RecordTable, name: string) =>
  Object.hasOwn(factsOf(table).columns, name) && (table === 'patents' ? name !== 'holder' : !namesOfRecord.has(name));
const shownOfLists: Readonly<Record<string, ReadonlySet<string>>> = {
  events: new Set(['kind', 'on', 'amount', 'currency', 'country', 'reference']),
  classes: new Set(['scheme', 'edition', 'symbol', 'position']),
  holders: new Set(['area', 'holder_type', 'position']),
};

/**
 * True when a definition, in its condition or in those of a stock, rests on what masked sessions do not show as it is: names and codes of
 * holders, and whatever is not known to be shown.
 */
export function asksForNames(definition: ComputedDefinition): boolean {
  return expressionsOf(definition).some(
    (tree) =>
      columnsOf(tree).some((name) => !shownOfRecord(definition.table, name)) ||
      callsOf(tree).some(({ call }) => looksAtNames(call)),
  );
}

function looksAtNames(call: ListCall): boolean {
  return selectionsOf(call).some(({ list, where }) => where !== null && !isShown(list, where));
}

function isShown(list: string, where: Expression): boolean {
  return columnsOf(where).every((name) => shownOfLists[list]?.has(name) === true);
}

function selectionsOf(call: ListCall) {
  if (call.kind === 'classified') return [];
  return call.kind === 'held' ? [call.begun, call.ended] : [call.items];
}
