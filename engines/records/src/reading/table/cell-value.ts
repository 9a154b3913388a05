import type { Day, ErrorCode } from '@zhiheng/vocabulary';

/** A day that the source holds as a day, not as text. */
export class CellDay {
  constructor(readonly day: Day) {}
}

/** A list that the source holds as a list, not as text with separators. */
export class CellList {
  constructor(readonly entries: readonly string[]) {}
}

/** What a cell holds cannot be a value; the record is at fault when its column is mapped. */
export class CellFault {
  constructor(
    readonly code: ErrorCode,
    readonly found: string,
    readonly expected: string,
  ) {}
}

/** The value of one cell of a table that is no delimited text; blank is the empty text. */
export type CellValue = string | CellDay | CellList | CellFault;

/** A cell as text, for previews and raw records. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === undefined || typeof cell === 'string') return cell ?? '';
  if (cell instanceof CellDay) return cell.day;
  return cell instanceof CellList ? cell.entries.join(';') : cell.found;
}
