import { relative } from 'node:path';
import { type Disk, nodeDisk } from '@zhiheng/lake';

/** What a disk is asked to do that another process would notice, in order. */
export interface DiskAct {
  readonly act: 'makeFolder' | 'write' | 'syncFile' | 'syncFolder' | 'rename' | 'makeReadOnly' | 'remove';
  /** Relative to the folder watched. */
  readonly path: string;
  /** The new name of a renaming. */
  readonly to?: string;
}

export type SystemCode = 'ENOSPC' | 'EIO';

/** Acts that a full or broken disk refuses. */
const refusable: ReadonlySet<DiskAct['act']> = new Set(['write', 'syncFile', 'syncFolder', 'rename']);

/** This machine's disk, watched: it keeps what it was asked, and refuses one act of the caller's choice. */
export class WatchedDisk {
  readonly acts: DiskAct[] = [];
  readonly disk: Disk;
  /** True once the refusal came to pass. */
  refused = false;
  readonly #folder: string;
  #left = Number.POSITIVE_INFINITY;
  #code: SystemCode = 'EIO';

  constructor(folder: string) {
    this.#folder = folder;
    this.disk = {
      ...nodeDisk,
      makeFolder: (path) => this.#pass({ act: 'makeFolder', path }, () => nodeDisk.makeFolder(path)),
      write: (path, content) => this.#write(path, content),
      syncFile: (path) => this.#pass({ act: 'syncFile', path }, () => nodeDisk.syncFile(path)),
      syncFolder: (path) => this.#pass({ act: 'syncFolder', path }, () => nodeDisk.syncFolder(path)),
      rename: (path, to) => this.#pass({ act: 'rename', path, to }, () => nodeDisk.rename(path, to)),
      makeReadOnly: (path) => this.#pass({ act: 'makeReadOnly', path }, () => nodeDisk.makeReadOnly(path)),
      remove: (path) => this.#pass({ act: 'remove', path }, () => nodeDisk.remove(path)),
    };
  }

  /** Refuses the n-th write, syncing or renaming from now on, counted from 1. */
  refuse(number: number, code: SystemCode): void {
    this.#left = number;
    this.#code = code;
    this.refused = false;
  }

  /** A full disk takes the first half of a file before it says so. */
  async #write(path: string, content: string | Uint8Array): Promise<void> {
    const half = content.slice(0, content.length >> 1);
    await this.#pass(
      { act: 'write', path },
      () => nodeDisk.write(path, content),
      () => nodeDisk.write(path, half),
    );
  }

  async #pass(act: DiskAct, doIt: () => Promise<void>, doHalf?: () => Promise<void>): Promise<void> {
    if (refusable.has(act.act)) this.#left -= 1;
    if (this.#left === 0 && refusable.has(act.act)) {
      this.refused = true;
      await doHalf?.();
      throw Object.assign(new Error(`${this.#code}: ${act.act} '${act.path}'`), { code: this.#code });
    }
    const place = (path: string) => relative(this.#folder, path) || '.';
    this.acts.push({ ...act, path: place(act.path), ...(act.to === undefined ? {} : { to: place(act.to) }) });
    await doIt();
  }
}
