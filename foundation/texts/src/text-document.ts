import type { Place } from '@zhiheng/vocabulary';

export type TextFormat = 'txt' | 'html' | 'docx' | 'pdf';

export type LineKind = 'paragraph' | 'heading' | 'list' | 'cell';

/** One line of a text: a line of a TXT file, else a paragraph, an item of a list or a row of a table. */
export interface TextLine {
  /** Cells of a row are separated by a tab; otherwise there is no tab but in TXT and no line end anywhere. */
  readonly text: string;
  /** Page of a PDF on which it begins, from 1; null for the other formats, which have none of their own. */
  readonly page: number | null;
  readonly kind: LineKind;
  /** Of a heading from 1 (0 the title of the document), of an item of a list from 1; null where the file does not tell. */
  readonly level: number | null;
  /** Name of the document and the line from 1: that of the file for TXT, else the how-manieth line of the text. */
  readonly place: Place;
}

export interface TextDocument {
  readonly format: TextFormat;
  /** What the document says its title is; often missing, and not always right. */
  readonly title: string | null;
  readonly lines: readonly TextLine[];
  /** Pages of a PDF on which no text stands: empty ones, or pictures whose words are not known. */
  readonly pagesWithoutText: readonly number[];
}

/** What a reader gives before it has its number. */
export type DraftLine = Omit<TextLine, 'place'>;
