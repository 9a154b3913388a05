import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export interface FileHash {
  readonly sha256: string;
  readonly bytes: number;
}

const chunkBytes = 1 << 20;

/** The SHA-256 of a file, read to its end by the thread that asks, which does nothing else meanwhile. Throws what the system says. */
export function hashOfFile(path: string): FileHash {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let bytes = 0;
    for (;;) {
      const read = readSync(file, chunk);
      if (read === 0) return { sha256: hash.digest('hex'), bytes };
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}
