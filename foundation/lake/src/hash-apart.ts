import { Worker } from 'node:worker_threads';
import { type FileHash, hashOfFile } from './hash-of-file.js';
import type { HashAnswer } from './hashing-thread.js';

interface Question {
  readonly path: string;
  readonly tell: (hash: FileHash) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * A thread that hashes files one after the other, so that the one that asks goes on with other things. It starts with the first file, and holds
 * up no process that ends. Where it cannot run, the thread that asks hashes itself.
 */
export class HashingApart {
  readonly #entry: URL;
  readonly #questions: Question[] = [];
  #worker: Worker | null = null;
  #broken = false;

  /** `entry`: the built program of the thread. */
  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** Throws what the system says of the file. */
  async hash(path: string): Promise<FileHash> {
    if (this.#broken) return hashOfFile(path);
    const worker = this.#worker ?? this.#start();
    return new Promise((tell, fail) => {
      this.#questions.push({ path, tell, fail });
      worker.ref();
      worker.postMessage(path);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#entry);
    worker.on('message', (answer: HashAnswer) => {
      const question = this.#questions.shift();
      if (this.#questions.length === 0) worker.unref();
      if ('sha256' in answer) question?.tell(answer);
      else question?.fail(Object.assign(new Error(answer.message), { code: answer.code }));
    });
    for (const end of ['error', 'exit']) worker.on(end, () => this.#goOnHere());
    this.#worker = worker;
    return worker;
  }

  #goOnHere(): void {
    this.#broken = true;
    for (const { path, tell, fail } of this.#questions.splice(0)) {
      try {
        tell(hashOfFile(path));
      } catch (error) {
        fail(error);
      }
    }
  }
}
