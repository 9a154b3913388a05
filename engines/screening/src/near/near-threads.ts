import { Worker } from 'node:worker_threads';
import { OwnFault } from '@zhiheng/vocabulary';
import type { TextField } from './model.js';
import { NearWork, type WorkAnswer, type WorkOrder } from './near-work.js';

/** How many threads work on texts. */
export interface NearThreadPlan {
  /** 0: the thread that asks does the work itself. */
  readonly count: number;
  /** The built program of a worker; left out: the one that lies beside this module. */
  readonly entry?: URL;
}

interface Question {
  readonly answer: (answer: WorkAnswer) => void;
  readonly fail: (error: Error) => void;
}

/** Threads that work on texts. Orders are answered in the order in which they are given, whoever carries them out. */
export class NearThreads {
  readonly #own: NearWork | null;
  readonly #threads: readonly { readonly worker: Worker; readonly questions: Question[] }[];
  #fault: Error | null = null;

  constructor({ count, entry = new URL('./near-worker.js', import.meta.url) }: NearThreadPlan, field: TextField) {
    this.#own = count === 0 ? new NearWork(field) : null;
    this.#threads = Array.from({ length: count }, () => {
      const worker = new Worker(entry, { workerData: { field } });
      const questions: Question[] = [];
      worker.on('message', (answer: WorkAnswer) => questions.shift()?.answer(answer));
      worker.on('error', (error) => this.#fail(new OwnFault(`a worker of texts failed: ${error}`, { cause: error })));
      worker.on('exit', (code) => this.#fail(new OwnFault(`a worker of texts ended with ${code}`)));
      return { worker, questions };
    });
  }

  /**
   * Carries out orders as they are made, two ahead for each thread, and hands over each answer in the order of the orders. The memory of
   * an order is gone when it is handed over.
   */
  async carryOut<Order extends WorkOrder>(
    orders: Iterable<Order> | AsyncIterable<Order>,
    take: (answer: WorkAnswer, index: number) => void,
  ): Promise<void> {
    const under: Promise<WorkAnswer>[] = [];
    let taken = 0;
    for await (const order of orders) {
      under.push(this.#ask(order));
      if (under.length > 2 * this.#threads.length) take((await under.shift()) as WorkAnswer, taken++);
    }
    for (const answer of under) take(await answer, taken++);
  }

  #ask(order: WorkOrder): Promise<WorkAnswer> {
    if (this.#own !== null) return Promise.resolve(this.#own.carryOut(order).answer);
    const [first, ...others] = this.#threads;
    if (first === undefined) throw new OwnFault('no thread to ask');
    const { worker, questions } = others.reduce(
      (least, one) => (one.questions.length < least.questions.length ? one : least),
      first,
    );
    const answer = new Promise<WorkAnswer>((resolve, reject) => {
      if (this.#fault !== null) reject(this.#fault);
      else questions.push({ answer: resolve, fail: reject });
    });
    answer.catch(() => {});
    const { texts } = order;
    const memory = [texts.units.buffer, texts.starts.buffer];
    worker.postMessage(order, order.type === 'compare' ? [...memory, order.pairs.buffer] : memory);
    return answer;
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { questions } of this.#threads) for (const { fail } of questions.splice(0)) fail(this.#fault);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
