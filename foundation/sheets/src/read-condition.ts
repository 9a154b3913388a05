import { type Columns, type Expression, parseDate, parseExpression, type RecordShape } from '@zhiheng/expressions';
import { OwnFault, type Place, UserFault } from '@zhiheng/vocabulary';
import { scalarOffset } from './scalar-offset.js';
import type { SheetFault } from './sheet.js';
import type { SheetMap } from './sheet-map.js';

type Shape = Columns | RecordShape;

/**
 * The text of the condition under a key, parsed over the shape of a record; null with a fault noted where it does not parse.
 * The fault sits where the expression goes wrong, in lines and columns of the file.
 */
export function readCondition(map: SheetMap, key: string, text: string, shape: Shape): Expression | null {
  return readParsed(map, key, text, (written) => parseExpression(written, shape));
}

/** The same for the text of a date, such as `filed_on + 10 years`. */
export function readDateExpression(map: SheetMap, key: string, text: string, shape: Shape): Expression | null {
  return readParsed(map, key, text, (written) => parseDate(written, shape));
}

/**
 * The text under a key as `parse` reads it: an expression, a formula; null with a fault noted where it throws one, at its place in the
 * text, in lines and columns of the file.
 */
export function readParsed<Parsed>(
  map: SheetMap,
  key: string,
  text: string,
  parse: (text: string) => Parsed,
): Parsed | null {
  if (text === '' || map.scalarOf(key) === null) return null;
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const { place = {}, found, expected, didYouMean } = error.detail;
    const what = String(error.detail.values?.what ?? error.message);
    noteWithin(map, key, text, place, { code: error.code, what, found, expected, didYouMean });
    return null;
  }
}

/** Notes a fault at a place of the text under a key, given in lines and columns of the text itself. */
export function noteWithin(map: SheetMap, key: string, text: string, place: Place, fault: SheetFault): void {
  const scalar = map.scalarOf(key);
  if (scalar === null) map.note(key, fault);
  else map.noteAt(key, scalarOffset(map.sheet.text, scalar, indexOf(text, place)), fault);
}

/** Index of a place given in lines and columns of characters. */
function indexOf(text: string, { line = 1, column = 1 }: Place): number {
  const lines = text.split('\n');
  if (line > lines.length) throw new OwnFault(`an expression of ${lines.length} lines has no line ${line}`);
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}
