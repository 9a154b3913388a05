import { createHash } from 'node:crypto';
import { UserFault } from '@zhiheng/vocabulary';
import type { ByteSource } from '../reading/byte-source.js';
import type { SourceBytes } from './source-files.js';

/** The bytes of a file on their way to its reader: counted, hashed, told as progress. */
export class WatchedBytes implements ByteSource {
  readonly #source: SourceBytes;
  readonly #onBytes: (bytes: number) => void;
  #hash = createHash('sha256');
  #bytes = 0;

  constructor(source: SourceBytes, onBytes: (bytes: number) => void) {
    this.#source = source;
    this.#onBytes = onBytes;
  }

  async *stream(): AsyncGenerator<Buffer> {
    for await (const chunk of this.#source.stream()) {
      this.#take(chunk);
      this.#onBytes(this.#bytes);
      yield chunk;
    }
  }

  /**
   * Throws `file-changed` when the file gave another number of bytes than it had when reading began, or when it holds
   * other bytes now than were read. It is read again only when something touched it.
   */
  async check(): Promise<void> {
    const { path, length } = this.#source;
    if (length !== null && this.#bytes !== length) {
      throw new UserFault('file-changed', {
        place: { path, byte: Math.min(this.#bytes, length) },
        found: `${this.#bytes} bytes`,
        expected: `${length} bytes, as when reading began`,
      });
    }
    const standing = await this.#source.standing();
    if (standing === 'as-listed') return;
    const read = this.sha256();
    if (standing === 'touched') await this.readAgain();
    const found = standing === 'gone' ? 'no such file' : this.sha256();
    if (found !== read) throw new UserFault('file-changed', { place: { path }, found, expected: read });
  }

  /** Reads what a reader left over at a fault, so that the hash is that of the file, however far the reader was. */
  async readAgain(): Promise<void> {
    this.#hash = createHash('sha256');
    this.#bytes = 0;
    try {
      for await (const chunk of this.#source.stream()) this.#take(chunk);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
    }
  }

  /** SHA-256 of the bytes that were read. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  #take(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
  }
}
