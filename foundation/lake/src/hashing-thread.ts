import { parentPort } from 'node:worker_threads';
import { type FileHash, hashOfFile } from './hash-of-file.js';

/** What the thread answers to a path: the hash, or what the system said, as far as a message can carry it. */
export type HashAnswer = FileHash | { readonly message: string; readonly code: string | undefined };

function answerTo(path: string): HashAnswer {
  try {
    return hashOfFile(path);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { message, code };
  }
}

parentPort?.on('message', (path: string) => parentPort?.postMessage(answerTo(path)));
