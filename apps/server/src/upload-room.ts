import { UserFault } from '@zhiheng/vocabulary';

/** How much may wait for its load, so that bringing files alone fills no disk. */
export interface RoomLimits {
  /** Files of one person, those on their way among them. */
  readonly files: number;
  /** Bytes of everyone together. */
  readonly bytes: number;
  /** Milliseconds after which a file that no load asked for gives way. */
  readonly stay: number;
}

export const usualRoom: RoomLimits = { files: 500, bytes: 64 * 1024 ** 3, stay: 24 * 3600 * 1000 };

/** Room for files that wait: places by person, bytes altogether. */
export class UploadRoom {
  readonly #limits: RoomLimits;
  readonly #files = new Map<string, number>();
  #bytes = 0;

  constructor(limits: RoomLimits) {
    this.#limits = limits;
  }

  /** Takes a place for a file of a person. Throws `uploads-waiting` where all are taken. */
  enter(person: string): void {
    const before = this.#files.get(person) ?? 0;
    if (before >= this.#limits.files) throw full(`${before} files`, `at most ${this.#limits.files} files`);
    this.#files.set(person, before + 1);
  }

  /** Takes room for bytes that have come; the fault where there is none left for them. */
  grow(bytes: number): UserFault | null {
    this.#bytes += bytes;
    if (this.#bytes <= this.#limits.bytes) return null;
    return full(`more than ${this.#limits.bytes} bytes`, `at most ${this.#limits.bytes} bytes`);
  }

  /** Gives the place of a file back, with the bytes that had come of it. */
  leave(person: string, bytes: number): void {
    const left = (this.#files.get(person) ?? 1) - 1;
    if (left === 0) this.#files.delete(person);
    else this.#files.set(person, left);
    this.#bytes -= bytes;
  }

  /** True for a file that came at `since` and has waited too long at `now`. */
  isStale(since: number, now: number): boolean {
    return now - since > this.#limits.stay;
  }
}

function full(found: string, expected: string): UserFault {
  return new UserFault('uploads-waiting', { found, expected });
}
