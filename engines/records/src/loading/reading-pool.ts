import { Worker } from 'node:worker_threads';
import { faultFromReport, OwnFault } from '@zhiheng/vocabulary';
import type { ArrivedTable } from './arrivals.js';
import type { BlockAccount } from './block-account.js';
import type { BlockOrder } from './block-reader.js';
import type { WorkerAnswer, WorkerOrder, WorkerSetting } from './worker-messages.js';

export interface PoolOptions {
  readonly count: number;
  /** The program of a worker. */
  readonly entry: URL;
  /** Each worker's database file is in here. */
  readonly workFolder: string;
  readonly setting: Omit<WorkerSetting, 'database' | 'spillFolder'>;
}

/** What a worker wrote. */
export interface WorkerDatabase {
  readonly path: string;
  readonly tables: readonly ArrivedTable[];
}

/** Heap of a worker, in megabytes: blocks are small, and short-lived objects many. */
const heapLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** Threads that read blocks into databases of their own. The fault of one is the fault of the load. */
export class ReadingPool {
  readonly #threads: readonly ReadingThread[];

  constructor({ count, entry, workFolder, setting }: PoolOptions) {
    this.#threads = Array.from({ length: count }, (_, index) => {
      const place = { database: `${workFolder}/worker-${index}.duckdb`, spillFolder: `${workFolder}/spill-${index}` };
      return new ReadingThread(entry, { ...setting, ...place });
    });
  }

  /** Blocks that may be under way: each thread has one to read and some to read next, while another's is waited for. */
  get window(): number {
    return 3 * this.#threads.length;
  }

  /** The thread with the least to do. All pieces of a block go to one. */
  thread(): ReadingThread {
    const [first, ...others] = this.#threads;
    if (first === undefined) throw new OwnFault('a pool without threads');
    return others.reduce((least, one) => (one.waiting < least.waiting ? one : least), first);
  }

  /** Takes back what was read behind a sequence number. */
  async takeBackBehind(sequence: number): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.ask({ type: 'take-back', behind: sequence })));
  }

  /** Ends all threads; their databases are whole and closed. */
  async finish(): Promise<WorkerDatabase[]> {
    return Promise.all(
      this.#threads.map(async (thread) => {
        const { tables } = await thread.ask({ type: 'finish' });
        await thread.gone;
        return { path: thread.database, tables };
      }),
    );
  }

  /** Ends all threads at once, whatever they do. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}

interface Question {
  readonly answer: (answer: WorkerAnswer) => void;
  readonly fail: (error: Error) => void;
}

/** One thread: orders are answered in the order in which they were given. */
export class ReadingThread {
  readonly database: string;
  /** Resolves when the thread has ended. */
  readonly gone: Promise<void>;
  readonly #worker: Worker;
  readonly #questions: Question[] = [];
  #fault: Error | null = null;

  constructor(entry: URL, setting: WorkerSetting) {
    this.database = setting.database;
    this.#worker = new Worker(entry, { workerData: setting, resourceLimits: heapLimits });
    this.#worker.on('message', (answer: WorkerAnswer) => {
      if (answer.fault === null) this.#questions.shift()?.answer(answer);
      else this.#fail(faultFromReport(answer.fault));
    });
    this.#worker.on('error', (error) =>
      this.#fail(new OwnFault(`a reading worker failed: ${error}`, { cause: error })),
    );
    this.gone = new Promise((done) => {
      this.#worker.once('exit', (code) => {
        this.#fail(new OwnFault(`a reading worker ended with ${code}`));
        done();
      });
    });
  }

  /** Orders that wait for an answer. */
  get waiting(): number {
    return this.#questions.length;
  }

  /** Hands over a piece, whose memory is gone here afterwards; the account of its block when it closes one. */
  async read(order: BlockOrder): Promise<BlockAccount | null> {
    const { account } = await this.ask({ type: 'read', ...order }, [order.piece.bytes.buffer]);
    return account;
  }

  ask(order: WorkerOrder, transfer: ArrayBuffer[] = []): Promise<WorkerAnswer> {
    const answer = new Promise<WorkerAnswer>((resolve, reject) => {
      if (this.#fault !== null) reject(this.#fault);
      else this.#questions.push({ answer: resolve, fail: reject });
    });
    // Who asked may be busy with an earlier answer when this one fails.
    answer.catch(() => {});
    this.#worker.postMessage(order, transfer);
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { fail } of this.#questions.splice(0)) fail(this.#fault);
  }
}
