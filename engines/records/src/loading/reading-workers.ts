import { usualBlockBytes } from './cut-blocks.js';
import { ReadingPool, type WorkerDatabase } from './reading-pool.js';
import type { WorkerSetting } from './worker-messages.js';

/** How many threads read, and what they are handed. */
export interface WorkerPlan {
  /** At most so many threads; 0 reads in the thread that asks. */
  readonly count: number;
  /** Files of fewer bytes together are read in the thread that asks: starting threads costs more. Left out: 16 MiB. */
  readonly fromBytes?: number;
  /** Bytes of a block; left out: 1 MiB. */
  readonly blockBytes?: number;
  /** The built program of a worker; left out: the one that lies beside this module. */
  readonly entry?: URL;
}

const usualFromBytes = 16 * 1024 * 1024;

/** The threads of one load, started when the first file comes that can be cut into blocks. */
export class ReadingWorkers {
  readonly blockBytes: number;
  readonly #start: () => ReadingPool | null;
  #pool: ReadingPool | null = null;

  /** `bytes`: of all files of the load. */
  constructor(
    plan: WorkerPlan,
    bytes: number,
    place: { readonly workFolder: string; readonly setting: Omit<WorkerSetting, 'database' | 'spillFolder'> },
  ) {
    const { count, fromBytes = usualFromBytes, blockBytes = usualBlockBytes } = plan;
    const { entry = new URL('./block-worker.js', import.meta.url) } = plan;
    this.blockBytes = blockBytes;
    this.#start = () => (count === 0 || bytes < fromBytes ? null : new ReadingPool({ count, entry, ...place }));
  }

  /** The threads; null when the load goes without. */
  pool(): ReadingPool | null {
    this.#pool ??= this.#start();
    return this.#pool;
  }

  async takeBackBehind(sequence: number): Promise<void> {
    await this.#pool?.takeBackBehind(sequence);
  }

  /** Ends the threads and gives what they wrote. */
  async finish(): Promise<WorkerDatabase[]> {
    return (await this.#pool?.finish()) ?? [];
  }

  /** Ends the threads, whatever they do; nothing when they have ended. */
  async stop(): Promise<void> {
    await this.#pool?.stop();
  }
}
