import { UserFault } from '@zhiheng/vocabulary';

/** One record of a CSV file with the line, from 1, on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** The column, from 1 in characters, on which each field begins. */
  readonly columns: readonly number[];
}

/**
 * Records of a small CSV text (RFC 4180: commas, double quotes, either line end); blank lines are passed over.
 * Throws `quote-open` where a quoted field never closes.
 */
export function csvRecords(text: string, path: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let columns: number[] = [];
  let lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let column = 1;
  let field = '';
  let line = 1;
  let begun = 1;
  let openedOn: number | null = null;
  const endRecord = () => {
    fields.push(field.endsWith('\r') ? field.slice(0, -1) : field);
    columns.push(column);
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begun, fields, columns });
    fields = [];
    columns = [];
    field = '';
  };
  const columnOf = (at: number) => [...text.slice(lineStart, at)].length + 1;
  for (let at = lineStart; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\n') {
      line += 1;
      lineStart = at + 1;
    }
    if (openedOn !== null) {
      if (letter !== '"') field += letter;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else openedOn = null;
    } else if (letter === '"' && field === '') openedOn = line;
    else if (letter === ',') {
      fields.push(field);
      columns.push(column);
      column = columnOf(at + 1);
      field = '';
    } else if (letter === '\n') {
      endRecord();
      begun = line;
      column = 1;
    } else field += letter;
  }
  if (openedOn !== null) throw new UserFault('quote-open', { place: { path, line: openedOn } });
  endRecord();
  return records;
}
