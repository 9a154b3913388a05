import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OutputFiles } from './output-files.js';

/** Writes to the disk. A file bears its name only once it is whole; until then `.part` is added. */
export const diskFiles: OutputFiles = {
  async create(path) {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(`${path}.part`, 'w');
    return {
      write: (text) => handle.writeFile(text, 'utf8'),
      async close() {
        await handle.sync();
        await handle.close();
        await rename(`${path}.part`, path);
      },
    };
  },
};
