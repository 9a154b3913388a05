import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserFault } from '@zhiheng/vocabulary';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** Files on their way into the office: streamed into the work folder, kept until their load ends or the server starts anew. */
export class Uploads {
  readonly #folder: string;
  readonly #limit: number;
  readonly #uploads = new Map<string, Upload>();

  /** `limit`: bytes that one file may have. */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** Takes a stream in under a name. Throws `upload-too-large`; of a broken stream nothing stays. */
  async take(name: string, stream: Readable): Promise<Upload> {
    const id = randomUUID();
    const folder = join(this.#folder, id);
    const path = join(folder, safeName(name));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const counter = new Counter(this.#limit);
    try {
      await pipeline(stream, counter, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    const upload: Upload = { id, name: basename(path), path, bytes: counter.bytes };
    this.#uploads.set(id, upload);
    return upload;
  }

  /** Throws `not-found`. */
  get(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload !== undefined) return upload;
    throw new UserFault('not-found', { found: id, expected: 'an uploaded file', values: { name: id } });
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (!this.#uploads.delete(id)) continue;
      await rm(join(this.#folder, id), { recursive: true, force: true });
    }
  }
}

/** Counts bytes and breaks the stream at the limit. */
class Counter extends Transform {
  readonly #limit: number;
  bytes = 0;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes <= this.#limit) done(null, chunk);
    else done(tooLarge(this.#limit));
  }
}

function tooLarge(limit: number): UserFault {
  return new UserFault('upload-too-large', {
    place: { byte: limit },
    found: `more than ${limit} bytes`,
    expected: `at most ${limit} bytes`,
  });
}

/** The name without folders and signs that a file system may refuse; never empty, never hidden. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a name
  const plain = last.replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/^\.+/, '');
  let short = plain;
  while (Buffer.byteLength(short) > 200) short = short.slice(1);
  return short === '' ? 'file' : short;
}
