/** How much is read of a document before it is refused as too large. */
export interface TextLimits {
  /** Bytes of a file that is read as a whole: PDF. */
  readonly fileBytes: number;
  /** Bytes of a TXT or HTML file. */
  readonly plainBytes: number;
  /** Bytes of one part of a DOCX, or of one stream of a PDF, when unpacked. */
  readonly partBytes: number;
  /** Entries of a DOCX, which is a zip file. */
  readonly entries: number;
  readonly lines: number;
  /** Characters of all lines. */
  readonly characters: number;
  /** Elements of HTML or XML inside one another. */
  readonly depth: number;
  /** Elements of an HTML file. */
  readonly elements: number;
  readonly pages: number;
  /** Time for a PDF, whose reader is a thread that can be ended. */
  readonly milliseconds: number;
  /** Heap of that thread. */
  readonly heapMegabytes: number;
}

export const usualTextLimits: TextLimits = {
  fileBytes: 128 * 1024 * 1024,
  plainBytes: 16 * 1024 * 1024,
  partBytes: 128 * 1024 * 1024,
  entries: 10_000,
  lines: 500_000,
  characters: 32 * 1024 * 1024,
  depth: 512,
  elements: 500_000,
  pages: 5000,
  milliseconds: 60_000,
  heapMegabytes: 1024,
};
