/** A piece of text on a page, in points from its upper left corner. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the line it stands on, downwards. */
  readonly baseline: number;
  readonly size: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  /** Texts that do not run from left to right, such as those of margins. */
  readonly turned: readonly string[];
}

/** A line of a page. */
export interface Row {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** How far down the page it stands, as a part of its height. */
  readonly depth: number;
  readonly pageWidth: number;
  /** Columns have margins of their own; rows of one key share theirs. */
  readonly column: string;
}
