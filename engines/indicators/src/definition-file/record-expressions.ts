import { type Expression, type KnownTables, parseDate, parseExpression, patentLists } from '@zhiheng/expressions';
import type { Parameter, RecordTable } from '../definition.js';
import { recordShape } from '../record/record-shape.js';

/** A test over one record, checked; against the concordance tables too, where they are given. Throws `expression-wrong`. */
export function parseRecordTest(
  text: string,
  parameters: readonly Parameter[],
  tables?: KnownTables | null,
  table?: RecordTable,
): Expression {
  return parseExpression(text, recordShape(parameters, tables, table));
}

/** A day of one patent record. Throws `expression-wrong`. */
export function parseRecordDate(text: string, parameters: readonly Parameter[]): Expression {
  return parseDate(text, recordShape(parameters));
}

/** A test over the columns of one event of a patent. Throws `expression-wrong`. */
export function parseEventTest(text: string, parameters: readonly Parameter[]): Expression {
  return parseExpression(text, { ...recordShape(parameters), columns: patentLists.events.columns, lists: {} });
}
