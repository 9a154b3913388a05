import type { Place } from '@zhiheng/vocabulary';

/** Follows line and column through a text; both count from 1, columns in code points. */
export class Position {
  readonly #rest: Place;
  readonly #firstLine: number;
  readonly #firstColumn: number;
  #line = 0;
  #column = 0;

  /** `start`: the place of the text's first character; each further line begins in the same column as the first. */
  constructor(start: Place = {}) {
    const { line = 1, column = 1, byte: _byte, ...rest } = start;
    this.#rest = rest;
    this.#firstLine = line;
    this.#firstColumn = column;
  }

  place(): Place {
    return Object.freeze({
      ...this.#rest,
      line: this.#firstLine + this.#line,
      column: this.#firstColumn + this.#column,
    });
  }

  /** Moves past `passed`. */
  pass(passed: string): void {
    for (const character of passed) {
      if (character === '\n') {
        this.#line += 1;
        this.#column = 0;
      } else {
        this.#column += 1;
      }
    }
  }
}
