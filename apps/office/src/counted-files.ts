import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { StoredObservation } from '@zhiheng/indicators';
import type { Disk } from '@zhiheng/lake';

/** Bytes of files that are kept at most; beyond them all are counted anew. */
const mostBytes = 512 * 1024 * 1024;

/**
 * Rows that were counted when somebody asked for them, a file each, named by what was asked. They can be counted again at any time: a file
 * that is not as it was written, or that a disk does not take, is no fault.
 */
export class CountedFiles {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #most: number;

  constructor(folder: string, disk: Disk, most = mostBytes) {
    this.#folder = folder;
    this.#disk = disk;
    this.#most = most;
  }

  /** What was counted for a key; null: nothing, or it cannot be read. */
  async read(key: string): Promise<readonly StoredObservation[] | null> {
    const path = this.#pathOf(key);
    try {
      if ((await this.#disk.size(path)) === null) return null;
      const [sum, body = ''] = (await this.#disk.read(path)).toString('utf8').split('\n', 2);
      if (sum !== hashOf(body)) return null;
      const kept = JSON.parse(body) as { readonly key: string; readonly rows: readonly StoredObservation[] };
      return kept.key === key ? kept.rows : null;
    } catch {
      return null;
    }
  }

  async write(key: string, rows: readonly StoredObservation[]): Promise<void> {
    const path = this.#pathOf(key);
    const incoming = `${path}.${randomUUID()}`;
    const body = JSON.stringify({ key, rows });
    try {
      await this.#disk.makeFolder(this.#folder);
      await this.#makeRoom(Buffer.byteLength(body));
      await this.#disk.write(incoming, `${hashOf(body)}\n${body}`);
      await this.#disk.rename(incoming, path);
    } catch {
      await this.#disk.remove(incoming).catch(() => {});
    }
  }

  async #makeRoom(bytes: number): Promise<void> {
    const names = await this.#disk.list(this.#folder);
    let held = bytes;
    for (const name of names) held += (await this.#disk.size(join(this.#folder, name))) ?? 0;
    if (held <= this.#most) return;
    for (const name of names) await this.#disk.remove(join(this.#folder, name));
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${hashOf(key)}.json`);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
