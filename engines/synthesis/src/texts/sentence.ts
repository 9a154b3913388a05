/**
 * A sentence with blanks, ready to be filled: literal, blank, literal, … , literal. In its written form a Latin letter in
 * braces is a blank: `{A}的{L}设有{N}`.
 */
export interface Sentence {
  readonly literals: readonly string[];
  readonly blanks: readonly string[];
}

/** Sentences written one a line. */
export function readSentences(table: string): readonly Sentence[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const pieces = line.trim().split(/\{([A-Za-z])\}/);
      return {
        literals: pieces.filter((_, index) => index % 2 === 0),
        blanks: pieces.filter((_, index) => index % 2 === 1),
      };
    });
}
