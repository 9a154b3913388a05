import { createHash, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Disk } from './disk.js';
import { reportingDisk } from './reporting-disk.js';

/** `file`: a file of people, kept as it came. */
export type ObjectSuffix = 'parquet' | 'json' | 'file';

/** Segments that are read while one is hashed: as many more files lie in memory. */
const readAhead = 2;

export interface StoredObject {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Read-only files named by the SHA-256 of their content: `objects/ab/<sha256>.<suffix>`. A file appears under its name
 * only when it is whole and synced. What the disk refuses is thrown as `folder-unusable`.
 */
export class ObjectStore {
  readonly #folder: string;
  readonly #disk: Disk;
  /** Segments whose content this store has found to be what their names promise. */
  readonly #sound = new Set<string>();
  /** Those that are being read to find out. */
  readonly #looking = new Map<string, ReturnType<ObjectStore['faultOf']>>();
  #rooted = false;

  /** `folder`: the lake's folder; objects lie in `objects/` and files on their way in `incoming/`. */
  constructor(folder: string, disk: Disk) {
    this.#folder = folder;
    this.#disk = reportingDisk(disk);
  }

  pathOf(sha256: string, suffix: ObjectSuffix): string {
    return join(this.#folder, 'objects', sha256.slice(0, 2), `${sha256}.${suffix}`);
  }

  /** Where files on their way in lie. */
  get incomingFolder(): string {
    return join(this.#folder, 'incoming');
  }

  /** A fresh path for a file on its way in; what is left there is removed by `removeIncoming`. */
  async incomingPath(suffix: string): Promise<string> {
    await this.#disk.makeFolder(this.incomingFolder);
    return join(this.incomingFolder, `${randomUUID()}.${suffix}`);
  }

  /**
   * Takes a finished file in: hashes it, syncs it, gives it its name. The same content twice is stored once; what lies under the name and is not that content
   * is replaced.
   */
  async adopt(path: string, suffix: ObjectSuffix): Promise<StoredObject> {
    const { sha256, bytes } = await this.#disk.hash(path);
    const target = this.pathOf(sha256, suffix);
    const folder = dirname(target);
    if ((await this.#disk.size(target)) === bytes && (await this.#isSound(sha256, suffix))) {
      // Its writer may have ended between the renaming and the syncing of the folder.
      await this.#disk.syncFolder(folder);
      await this.#disk.remove(path);
      return { sha256, bytes };
    }
    await this.#makeRoot();
    await this.#disk.makeFolder(folder);
    await this.#disk.syncFolder(dirname(folder));
    await this.#disk.makeReadOnly(path);
    await this.#disk.syncFile(path);
    await this.#disk.rename(path, target);
    await this.#disk.syncFolder(folder);
    return { sha256, bytes };
  }

  async #isSound(sha256: string, suffix: ObjectSuffix): Promise<boolean> {
    return this.#sound.has(sha256) || (await this.faultOf(sha256, suffix)) === null;
  }

  /** Makes `objects/` once and syncs the folders that name it, so that what lies in it cannot be lost with them. */
  async #makeRoot(): Promise<void> {
    if (this.#rooted) return;
    await this.#disk.makeFolder(join(this.#folder, 'objects'));
    await this.#disk.syncFolder(this.#folder);
    await this.#disk.syncFolder(dirname(this.#folder));
    this.#rooted = true;
  }

  /** Stores a JSON value in canonical form; its name is the hash of that text. */
  async putJson(value: unknown): Promise<StoredObject> {
    const path = await this.incomingPath('json');
    await this.#disk.write(path, canonicalText(value));
    return this.adopt(path, 'json');
  }

  /** Stores the bytes of a file as they are. */
  async putFile(bytes: Uint8Array): Promise<StoredObject> {
    const path = await this.incomingPath('file');
    await this.#disk.write(path, bytes);
    return this.adopt(path, 'file');
  }

  /** Reads a file and checks it against its name; throws `segment-damaged`. */
  getFile(sha256: string): Promise<Buffer> {
    return this.#readSound(sha256, 'file');
  }

  /** Reads a JSON object and checks it against its name; throws `segment-damaged`. */
  async getJson(sha256: string): Promise<unknown> {
    return JSON.parse((await this.#readSound(sha256, 'json')).toString('utf8'));
  }

  async #readSound(sha256: string, suffix: ObjectSuffix): Promise<Buffer> {
    const path = this.pathOf(sha256, suffix);
    if ((await this.#disk.size(path)) === null) throw damaged(path, noFile, sha256);
    const content = await this.#disk.read(path);
    const found = createHash('sha256').update(content).digest('hex');
    if (found !== sha256) throw damaged(path, found, sha256);
    return content;
  }

  /**
   * Reads segments that nobody has checked through this store yet and compares their content with their names: a flipped
   * bit inside a packed column would otherwise give a wrong figure. Throws `segment-damaged`.
   */
  async checkSegments(segments: readonly { readonly sha256: string }[]): Promise<void> {
    const unknown = segments.filter(({ sha256 }) => !this.#sound.has(sha256));
    for (const [index, { sha256 }] of unknown.entries()) {
      for (const next of unknown.slice(index + 1, index + 1 + readAhead)) {
        if (!this.#sound.has(next.sha256)) this.#faultOnce(next.sha256).catch(() => undefined);
      }
      const fault = this.#sound.has(sha256) ? null : await this.#faultOnce(sha256);
      if (fault !== null) throw damaged(fault.path, fault.found, sha256);
    }
  }

  /** Whoever asks while a segment is being read waits for what is found. */
  #faultOnce(sha256: string): ReturnType<ObjectStore['faultOf']> {
    const known = this.#looking.get(sha256);
    if (known !== undefined) return known;
    const looking = this.faultOf(sha256, 'parquet').finally(() => this.#looking.delete(sha256));
    this.#looking.set(sha256, looking);
    return looking;
  }

  /** Removes what a stopped writer left on its way in. */
  async removeIncoming(): Promise<void> {
    await this.#disk.remove(this.incomingFolder);
  }

  /** Removes what was written on its way in and is not taken in: a file or a folder at an `incomingPath`. */
  async discard(path: string): Promise<void> {
    if (dirname(path) !== this.incomingFolder) throw new OwnFault(`${path} is not on its way in`);
    await this.#disk.remove(path);
  }

  /** Every object that lies in the store, in no particular order. */
  async *list(): AsyncGenerator<{ sha256: string; suffix: ObjectSuffix }> {
    const root = join(this.#folder, 'objects');
    for (const folder of await this.#disk.list(root)) {
      for (const name of await this.#disk.list(join(root, folder))) {
        const match = /^([0-9a-f]{64})\.(parquet|json|file)$/.exec(name);
        if (match?.[1] !== undefined) yield { sha256: match[1], suffix: match[2] as ObjectSuffix };
      }
    }
  }

  /** Removes an object; gives its bytes. */
  async remove(sha256: string, suffix: ObjectSuffix): Promise<number> {
    const path = this.pathOf(sha256, suffix);
    const bytes = (await this.#disk.size(path)) ?? 0;
    this.#sound.delete(sha256);
    await this.#disk.remove(path);
    return bytes;
  }

  /** The fault of a segment, or null when its bytes hash to its name. */
  async faultOf(sha256: string, suffix: ObjectSuffix): Promise<{ path: string; found: string } | null> {
    const path = this.pathOf(sha256, suffix);
    const found = await this.#contentOf(path);
    if (found === sha256) this.#sound.add(sha256);
    else this.#sound.delete(sha256);
    return found === sha256 ? null : { path, found };
  }

  /** Hash of a file, or why there is none. */
  async #contentOf(path: string): Promise<string> {
    try {
      if ((await this.#disk.size(path)) === null) return noFile;
      return (await this.#disk.hash(path)).sha256;
    } catch (error) {
      if (error instanceof UserFault) return error.detail.found ?? error.code;
      throw error;
    }
  }
}

const noFile = 'no such file';

function damaged(path: string, found: string, expected: string): UserFault {
  return new UserFault('segment-damaged', { place: { path }, found, expected });
}
