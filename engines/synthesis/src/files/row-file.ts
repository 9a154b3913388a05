import type { OutputFile } from '../output-files.js';

/** Characters held back before they are written: at least 64 KiB of UTF-8. */
const enough = 65_536;

/** A file that takes rows or documents and writes them in large pieces. */
export class RowFile {
  readonly #create: () => Promise<OutputFile>;
  #file: OutputFile | null = null;
  #pieces: string[];
  #held = 0;
  #lines = 1;

  constructor(create: () => Promise<OutputFile>, header: string) {
    this.#create = create;
    this.#pieces = header === '' ? [] : [header];
  }

  /** Takes a row; true when it is time to write. */
  add(row: string): boolean {
    this.#pieces.push(row);
    this.#held += row.length;
    this.#lines += 1;
    return this.#held >= enough;
  }

  /** Line of the row that was added last, the header being the first. */
  get line(): number {
    return this.#lines;
  }

  async flush(): Promise<void> {
    this.#file ??= await this.#create();
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#held = 0;
    if (text !== '') await this.#file.write(text);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file?.close();
  }
}
