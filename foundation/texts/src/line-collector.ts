import { tooLarge } from './document-faults.js';
import type { DraftLine, TextLine } from './text-document.js';
import type { TextLimits } from './text-limits.js';

/** Numbers the lines of a document from 1 and refuses more of them than the limits allow. */
export class LineCollector {
  readonly lines: TextLine[] = [];
  readonly #name: string;
  readonly #limits: TextLimits;
  #characters = 0;

  constructor(name: string, limits: TextLimits) {
    this.#name = name;
    this.#limits = limits;
  }

  add(draft: DraftLine): void {
    const line = this.lines.length + 1;
    const { lines, characters } = this.#limits;
    this.#characters += draft.text.length;
    if (line > lines) throw tooLarge({ path: this.#name }, `more than ${lines} lines`, `at most ${lines} lines`);
    if (this.#characters > characters) {
      const what = `more than ${characters} characters`;
      throw tooLarge({ path: this.#name, line }, what, `at most ${characters} characters`);
    }
    this.lines.push({ ...draft, place: { path: this.#name, line } });
  }
}
