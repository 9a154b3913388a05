import { type Expression, type KnownTables, parseDate, parseExpression, patentLists } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';
import { patentShape } from '../record/patent-shape.js';

/** A test over one patent record, checked; against the concordance tables too, where they are given. Throws `expression-wrong`. */
export function parseRecordTest(
  text: string,
  parameters: readonly Parameter[],
  tables?: KnownTables | null,
): Expression {
  return parseExpression(text, patentShape(parameters, tables));
}

/** A day of one patent record. Throws `expression-wrong`. */
export function parseRecordDate(text: string, parameters: readonly Parameter[]): Expression {
  return parseDate(text, patentShape(parameters));
}

/** A test over the columns of one event of a patent. Throws `expression-wrong`. */
export function parseEventTest(text: string, parameters: readonly Parameter[]): Expression {
  return parseExpression(text, { ...patentShape(parameters), columns: patentLists.events.columns, lists: {} });
}
