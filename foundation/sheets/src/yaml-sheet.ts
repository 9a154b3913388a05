import { type Language, languages, UserFault } from '@zhiheng/vocabulary';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { Sheet, SheetFault } from './sheet.js';
import { SheetMap } from './sheet-map.js';

/** Codes of the files that an office writes by hand. */
export type SheetCode =
  | 'definition-wrong'
  | 'programme-wrong'
  | 'corrections-wrong'
  | 'check-wrong'
  | 'screening-rules-wrong'
  | 'task-rules-wrong'
  | 'classification-wrong'
  | 'table-wrong';

/**
 * A YAML file read by its expected form. Readings never throw: each fault is noted with line and column and a stand-in is
 * returned, so that one pass finds every fault. What was read may be used only when `faults` is empty.
 */
export class YamlSheet implements Sheet {
  readonly text: string;
  readonly path: string;
  languages: readonly Language[] = languages;
  readonly #code: SheetCode;
  readonly #lines = new LineCounter();
  readonly #faults: UserFault[] = [];

  constructor(text: string, path: string, code: SheetCode) {
    this.text = text;
    this.path = path;
    this.#code = code;
  }

  /** Every fault noted so far, from the top of the file down. */
  get faults(): readonly UserFault[] {
    const order = (fault: UserFault) => [fault.detail.place?.line ?? 0, fault.detail.place?.column ?? 0] as const;
    return [...this.#faults].sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  }

  /** The outermost map; an empty one, with a fault noted, where the text is not YAML or not a map. */
  root(): SheetMap {
    const document = parseDocument<Node>(this.text, { lineCounter: this.#lines, prettyErrors: false });
    for (const error of document.errors)
      this.note(error.pos[0], { what: `the YAML is not well-formed: ${error.message}` });
    if (document.errors.length > 0) return new SheetMap(this, null, '', 0);
    if (!isMap(document.contents)) {
      this.note(0, { what: 'the file holds no keys', expected: 'key: value' });
      return new SheetMap(this, null, '', 0);
    }
    return new SheetMap(this, document.contents, '', document.contents.range?.[0] ?? 0);
  }

  /** Notes a fault at an offset of the text. */
  note(offset: number, { code, what, field, found, expected, didYouMean }: SheetFault): void {
    this.#faults.push(
      new UserFault(code ?? this.#code, {
        place: { path: this.path, ...this.#position(offset), ...(field === undefined ? {} : { field }) },
        ...(found === undefined ? {} : { found }),
        ...(expected === undefined ? {} : { expected }),
        ...(didYouMean === undefined || didYouMean === null ? {} : { didYouMean }),
        values: { what },
      }),
    );
  }

  /** Throws the first fault, if there is any. */
  throwFirst(): void {
    const first = this.faults[0];
    if (first !== undefined) throw first;
  }

  #position(offset: number): { line: number; column: number } {
    const { line } = this.#lines.linePos(offset);
    const start = this.#lines.lineStarts[line - 1] ?? 0;
    return { line: Math.max(line, 1), column: [...this.text.slice(start, offset)].length + 1 };
  }
}
