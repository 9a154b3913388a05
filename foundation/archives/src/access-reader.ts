import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { type RandomAccess, stretchOf } from './random-access.js';

/** A file as `yauzl` wants to see it. */
export class AccessReader extends RandomAccessReader {
  readonly #file: RandomAccess;

  constructor(file: RandomAccess) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(stretchOf(this.#file, start, end - start).stream());
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#file.read(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }
}
