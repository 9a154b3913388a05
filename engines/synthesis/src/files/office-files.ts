import { join } from 'node:path';
import type { OutputFiles } from '../output-files.js';
import { RowFile } from './row-file.js';

/** The files of an office while they are written; each is opened when its first row comes. */
export class OfficeFiles {
  readonly #files: OutputFiles;
  readonly #out: string;
  readonly #open = new Map<string, RowFile>();

  constructor(files: OutputFiles, out: string) {
    this.#files = files;
    this.#out = out;
  }

  /** The file of a name, made with its header where it is new. */
  async file(name: string, header: string): Promise<RowFile> {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const file = new RowFile(await this.#files.create(join(this.#out, name)), header);
    this.#open.set(name, file);
    return file;
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.close();
    this.#open.clear();
  }

  /** Writes a whole file. */
  async write(name: string, text: string): Promise<void> {
    const file = await this.#files.create(join(this.#out, name));
    await file.write(text);
    await file.close();
  }
}
