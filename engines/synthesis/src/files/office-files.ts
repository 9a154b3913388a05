import { join } from 'node:path';
import type { OutputFiles } from '../output-files.js';
import { RowFile } from './row-file.js';

/** The files of an office while they are written; each is opened when its first row comes. */
export class OfficeFiles {
  readonly #files: OutputFiles;
  readonly #out: string;
  readonly #open = new Map<string, RowFile>();
  readonly #full = new Set<RowFile>();

  constructor(files: OutputFiles, out: string) {
    this.#files = files;
    this.#out = out;
  }

  /** Takes a row for the file of a name; gives the line it stands on. */
  add(name: string, header: string, row: string): number {
    let file = this.#open.get(name);
    if (file === undefined) {
      file = new RowFile(() => this.#files.create(join(this.#out, name)), header);
      this.#open.set(name, file);
    }
    if (file.add(row)) this.#full.add(file);
    return file.line;
  }

  /** True when there is so much held back that `drain` should be awaited. */
  get full(): boolean {
    return this.#full.size > 0;
  }

  async drain(): Promise<void> {
    for (const file of this.#full) await file.flush();
    this.#full.clear();
  }

  /** Names of the files begun so far, in that order. */
  get names(): string[] {
    return [...this.#open.keys()];
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.close();
  }

  /** Writes a whole file. */
  async write(name: string, text: string): Promise<void> {
    const file = await this.#files.create(join(this.#out, name));
    await file.write(text);
    await file.close();
  }
}
