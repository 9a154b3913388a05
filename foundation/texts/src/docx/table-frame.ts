import { rowLine } from '../table-row.js';
import type { DraftLine } from '../text-document.js';

const widest = 100;

/** A row of a table under reading. */
export class TableRow {
  deleted = false;
  readonly #cells: DraftLine[][] = [];
  #before = 0;

  /** Columns that stay empty before the first cell. */
  set before(columns: number) {
    this.#before = Math.min(Math.max(columns, 0), widest);
  }

  /** A cell, with empty ones behind it where it spans several columns. */
  add(lines: DraftLine[], columns: number): void {
    this.#cells.push(lines);
    for (let column = 1; column < Math.min(columns, widest); column += 1) this.#cells.push([]);
  }

  /** One line; the lines of the cell where one cell alone holds several, as in tables that frame a text. */
  lines(): DraftLine[] {
    const [only = []] = this.#cells;
    if (this.deleted) return [];
    if (this.#cells.length === 1 && only.length > 1) return only;
    return rowLine([...Array.from({ length: this.#before }, () => []), ...this.#cells]);
  }
}
