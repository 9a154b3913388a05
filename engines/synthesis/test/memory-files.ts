import { basename } from 'node:path';
import type { OutputFiles } from '../src/index.js';

/** Keeps what is written, by file name; remembers the sizes of the pieces and whether each file was closed. */
export function memoryFiles() {
  const texts = new Map<string, string>();
  const pieces: { name: string; length: number }[] = [];
  const open = new Set<string>();
  const files: OutputFiles = {
    create: async (path) => {
      const name = basename(path);
      texts.set(name, '');
      open.add(name);
      return {
        write: async (text) => {
          pieces.push({ name, length: text.length });
          texts.set(name, (texts.get(name) ?? '') + text);
        },
        close: async () => {
          open.delete(name);
        },
      };
    },
  };
  const text = (name: string) => texts.get(name) ?? '';
  return { files, texts, text, pieces, open };
}
