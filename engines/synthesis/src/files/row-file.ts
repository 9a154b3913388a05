import type { OutputFile } from '../output-files.js';

/** Characters held back before they are written: at least 64 KiB of UTF-8. */
const enough = 65_536;

/** A file that takes rows or documents and writes them in large pieces. */
export class RowFile {
  readonly #file: OutputFile;
  #pieces: string[];
  #held = 0;

  constructor(file: OutputFile, header: string) {
    this.#file = file;
    this.#pieces = header === '' ? [] : [header];
  }

  /** Takes a row; a promise only when it is time to write, so that most rows cost no turn of the event loop. */
  add(row: string): Promise<void> | null {
    this.#pieces.push(row);
    this.#held += row.length;
    return this.#held < enough ? null : this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.close();
  }

  #flush(): Promise<void> {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#held = 0;
    return this.#file.write(text);
  }
}
