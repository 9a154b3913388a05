import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Clock, UserFault } from '@zhiheng/vocabulary';
import { type RoomLimits, UploadRoom } from './upload-room.js';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Whoever brought it; to anyone else it is not there. */
  readonly person: string;
  /** Milliseconds since 1970 when it was there. */
  readonly since: number;
}

interface UploadLimits {
  /** Bytes that one file may have. */
  readonly bytes: number;
  /** Milliseconds between two of its pieces. */
  readonly quiet: number;
  readonly room: RoomLimits;
}

/** Files on their way into the office: streamed into the work folder, kept until their load ends or the server starts anew. */
export class Uploads {
  readonly #folder: string;
  readonly #limits: UploadLimits;
  readonly #clock: Clock;
  readonly #room: UploadRoom;
  readonly #uploads = new Map<string, Upload>();
  /** Those that a load has asked for: they stay until it ends. */
  readonly #claimed = new Set<string>();

  constructor(folder: string, limits: UploadLimits, clock: Clock) {
    this.#folder = folder;
    this.#limits = limits;
    this.#clock = clock;
    this.#room = new UploadRoom(limits.room);
  }

  /**
   * Takes a stream in under a name. Throws `upload-too-large`, `uploads-waiting`, `request-late`; of a broken stream nothing
   * stays. `bytes`: that this one may have; left out: as many as any.
   */
  async take(name: string, person: string, stream: Readable, bytes = this.#limits.bytes): Promise<Upload> {
    await this.#removeStale();
    this.#room.enter(person);
    const id = randomUUID();
    const folder = join(this.#folder, id);
    const path = join(folder, safeName(name));
    const counter = new Counter({ ...this.#limits, bytes }, (more) => this.#room.grow(more));
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await pipeline(stream, counter, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      this.#room.leave(person, counter.bytes);
      throw error;
    }
    const since = this.#clock.now().getTime();
    const upload: Upload = { id, name: basename(path), path, bytes: counter.bytes, person, since };
    this.#uploads.set(id, upload);
    return upload;
  }

  /** Throws `not-found`, also for what another person brought. */
  get(id: string, person: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload?.person === person) return upload;
    throw new UserFault('not-found', { found: id, expected: 'an uploaded file', values: { name: id } });
  }

  /** The same for a load: it stays until it is removed, however long the load waits for others. */
  claim(id: string, person: string): Upload {
    const upload = this.get(id, person);
    this.#claimed.add(id);
    return upload;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const upload = this.#uploads.get(id);
      if (upload === undefined) continue;
      this.#uploads.delete(id);
      this.#claimed.delete(id);
      await rm(join(this.#folder, id), { recursive: true, force: true });
      this.#room.leave(upload.person, upload.bytes);
    }
  }

  async #removeStale(): Promise<void> {
    const now = this.#clock.now().getTime();
    const stale = [...this.#uploads.values()].filter(
      ({ id, since }) => !this.#claimed.has(id) && this.#room.isStale(since, now),
    );
    await this.remove(stale.map(({ id }) => id));
  }
}

/** Counts bytes, and breaks the stream at the limit and where nothing comes for too long. */
class Counter extends Transform {
  readonly #limit: number;
  readonly #grow: (bytes: number) => UserFault | null;
  readonly #quiet: NodeJS.Timeout;
  bytes = 0;

  constructor({ bytes, quiet }: UploadLimits, grow: (bytes: number) => UserFault | null) {
    super();
    this.#limit = bytes;
    this.#grow = grow;
    this.#quiet = setTimeout(() => this.destroy(new UserFault('request-late')), quiet).unref();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.#quiet.refresh();
    this.bytes += chunk.length;
    const full = this.#grow(chunk.length);
    const fault = this.bytes > this.#limit ? tooLarge(this.#limit) : full;
    if (fault === null) done(null, chunk);
    else done(fault);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#quiet);
    done(error);
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
