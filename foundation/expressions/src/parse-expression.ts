import type { Place } from '@zhiheng/vocabulary';
import type { Expression } from './expression.js';
import { readDate, readTest } from './parsing/whole.js';
import { type RecordShape, shapeOf } from './record-shape.js';
import type { Columns } from './value-type.js';

/** Where a text stands. */
export interface TextPlace {
  /** The place of the first character in its file; lines of a block are taken to begin all in that column. */
  readonly place?: Place;
}

/**
 * Reads an expression into a tree checked against the shape of the record: its columns, its lists, its parameters; columns alone
 * may be given too. The tree as a whole is true or false.
 *
 * `offset.place` is the place of the first character of `text` in its file, with the file's path; a text of several
 * lines is taken as a block whose lines all begin in that column.
 *
 * Throws `UserFault` `expression-wrong` with the line and column of the first token at fault.
 *
 * @example parseExpression("kind = 'invention' and granted_on <= 2023-06-30", { kind: 'text', granted_on: 'date' })
 */
export function parseExpression(text: string, shape: Columns | RecordShape, offset: TextPlace = {}): Expression {
  return readTest(text, shapeOf(shape), offset.place);
}

/**
 * Reads an expression that is a date: a column, a day, a parameter, each moved by years, months or days. Faults as those of
 * `parseExpression`.
 *
 * @example parseDate('filed_on + 10 years', { filed_on: 'date' })
 */
export function parseDate(text: string, shape: Columns | RecordShape, offset: TextPlace = {}): Expression {
  return readDate(text, shapeOf(shape), offset.place);
}
