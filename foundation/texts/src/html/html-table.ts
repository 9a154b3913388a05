import type { DefaultTreeAdapterTypes } from 'parse5';
import { rowLine } from '../table-row.js';
import type { DraftLine } from '../text-document.js';
import { countAttribute, isShown } from './shown.js';

type Element = DefaultTreeAdapterTypes.Element;
type LinesOf = (element: Element) => DraftLine[];

/** A cell that holds more lines than this holds a page, not a value. */
const mostLines = 20;
/** Columns that empty cells are set in: spans over spans could ask for any number of them. */
const widest = 200;

interface Cell {
  readonly lines: readonly DraftLine[];
  readonly columns: number;
  readonly rows: number;
  readonly nested: boolean;
}

/**
 * One line a row, with empty cells where a cell spans. A table that lays out a page gives the lines of its cells
 * instead: one column alone, tables or headings inside, or a cell as long as a page.
 */
export function tableLines(table: Element, linesOf: LinesOf): DraftLine[] {
  const { captions, rows } = partsOf(table);
  const cells = rows.map((row) =>
    childElements(row)
      .filter(isCell)
      .map((cell) => readCell(cell, linesOf)),
  );
  const before = captions.flatMap(linesOf);
  if (laysOut(cells)) return [...before, ...cells.flat().flatMap(({ lines }) => lines)];
  return [...before, ...gridLines(cells)];
}

function partsOf(table: Element): { captions: Element[]; rows: Element[] } {
  const children = childElements(table);
  const captions = children.filter(({ tagName }) => tagName === 'caption');
  const rows = children.flatMap((child) =>
    /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? childElements(child) : [child],
  );
  return { captions, rows: rows.filter(({ tagName }) => tagName === 'tr') };
}

function childElements(element: Element): Element[] {
  return element.childNodes.filter((node): node is Element => 'tagName' in node).filter(isShown);
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function readCell(cell: Element, linesOf: LinesOf): Cell {
  const lines = linesOf(cell);
  return {
    lines,
    columns: countAttribute(cell, 'colspan', widest),
    rows: countAttribute(cell, 'rowspan', 10_000),
    nested: lines.some(({ kind }) => kind === 'heading') || holdsTable(cell),
  };
}

function holdsTable(element: Element): boolean {
  return childElements(element).some((child) => child.tagName === 'table' || holdsTable(child));
}

function laysOut(rows: readonly (readonly Cell[])[]): boolean {
  if (rows.every((row) => row.length < 2)) return true;
  return rows.flat().some(({ nested, lines }) => nested || lines.length > mostLines);
}

function gridLines(rows: readonly (readonly Cell[])[]): DraftLine[] {
  /** Rows that a cell above still reaches into, by column. */
  const reaching = new Map<number, number>();
  return rows.flatMap((row) => {
    const texts: (readonly DraftLine[])[] = [];
    const passReached = (): void => {
      for (let left = reaching.get(texts.length) ?? 0; left > 0; left = reaching.get(texts.length) ?? 0) {
        if (texts.length >= widest) return;
        reaching.set(texts.length, left - 1);
        texts.push([]);
      }
    };
    for (const { lines, columns, rows: down } of row) {
      passReached();
      for (let column = 0; column < columns && (column === 0 || texts.length < widest); column += 1) {
        reaching.set(texts.length, down - 1);
        texts.push(column === 0 ? lines : []);
      }
    }
    passReached();
    return rowLine(texts);
  });
}
