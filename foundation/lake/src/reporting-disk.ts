import type { Disk } from './disk.js';
import { diskFault } from './disk-fault.js';

/** A disk whose refusals are told as faults of the office folder: `folder-unusable` with the path and the system's code. */
export function reportingDisk(disk: Disk): Disk {
  const told = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw diskFault(error, path);
    }
  };
  return {
    makeFolder: (path) => told(path, () => disk.makeFolder(path)),
    write: (path, content) => told(path, () => disk.write(path, content)),
    read: (path) => told(path, () => disk.read(path)),
    hash: (path) => told(path, () => disk.hash(path)),
    size: (path) => told(path, () => disk.size(path)),
    syncFile: (path) => told(path, () => disk.syncFile(path)),
    syncFolder: (path) => told(path, () => disk.syncFolder(path)),
    rename: (from, to) => told(to, () => disk.rename(from, to)),
    makeReadOnly: (path) => told(path, () => disk.makeReadOnly(path)),
    remove: (path) => told(path, () => disk.remove(path)),
    list: (path) => told(path, () => disk.list(path)),
  };
}
