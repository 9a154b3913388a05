import type { Place } from '@zhiheng/vocabulary';
import type { Expression } from './expression.js';
import { Parser } from './parser.js';
import type { Columns } from './value-type.js';

/**
 * Reads an expression into a tree checked against the columns of the record. The tree as a whole is true or false.
 *
 * `offset.place` is the place of the first character of `text` in its file, with the file's path; a text of several
 * lines is taken as a block whose lines all begin in that column.
 *
 * Throws `UserFault` `expression-wrong` with the line and column of the first token at fault.
 *
 * @example parseExpression("kind = 'invention' and granted_on <= 2023-06-30", { kind: 'text', granted_on: 'date' })
 */
export function parseExpression(text: string, columns: Columns, offset: { readonly place?: Place } = {}): Expression {
  return new Parser(text, columns, offset.place).parse();
}
