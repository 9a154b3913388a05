import type { ZipEntry } from '@zhiheng/archives';
import { UserFault } from '@zhiheng/vocabulary';
import { type PartHandler, readPart } from './part-parser.js';
import { RichText } from './rich-text.js';

const pageLength = 1_048_576;

/** The texts that cells of a workbook point at, held as UTF-8. */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #page: number[] = [];
  #free = pageLength;

  /** Bytes held. */
  bytes = 0;

  get count(): number {
    return this.#page.length;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#free + length > pageLength) {
      this.#pages.push(Buffer.allocUnsafe(Math.max(pageLength, length)));
      this.#free = 0;
    }
    const page = this.#pages.length - 1;
    this.#pages[page]?.write(text, this.#free);
    this.#page.push(page);
    this.#starts.push(this.#free);
    this.#free += length;
    this.#ends.push(this.#free);
    this.bytes += length;
  }

  /** Null for an index that is none. */
  at(index: number): string | null {
    const page = this.#pages[this.#page[index] ?? -1];
    return page === undefined ? null : page.toString('utf8', this.#starts[index], this.#ends[index]);
  }
}

/** Throws `part-too-large` beyond `limit` bytes of text. */
export async function readSharedStrings(part: ZipEntry | null, limit: number): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  const rich = new RichText();
  const handler: PartHandler = {
    open(name) {
      if (name === 'si') rich.begin();
      else rich.open(name);
    },
    text: (text) => rich.add(text),
    close(name) {
      rich.close(name);
      if (name !== 'si') return;
      strings.add(rich.text);
      if (strings.bytes <= limit) return;
      const what = 'its shared strings';
      throw new UserFault('part-too-large', {
        place: { path: part.path },
        found: `more than ${limit} bytes of shared strings`,
        expected: `at most ${limit} bytes`,
        values: { what },
      });
    },
  };
  await readPart(part, handler);
  return strings;
}
