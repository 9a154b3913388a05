import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { OwnFault } from '@zhiheng/vocabulary';
import { giveWorkerBack, type OrderOfField, takeWorker } from './idle-workers.js';
import type { TextField } from './model.js';
import { NearWork, type WorkAnswer, type WorkOrder } from './near-work.js';

/** How many threads work on texts. */
export interface NearThreadPlan {
  /** The one that asks is counted in and works too; 0 and 1: it alone. */
  readonly count: number;
  /** The built program of a worker; left out: the one that lies beside this module. */
  readonly entry?: URL;
}

interface Question {
  readonly answer: (answer: WorkAnswer) => void;
  readonly fail: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly questions: Question[];
}

/** Orders that wait at a thread while it works. */
const ahead = 2;

/** Threads that work on texts. Answers are handed over in the order of the orders, whoever carries them out. */
export class NearThreads {
  readonly #own: NearWork;
  readonly #threads: readonly Thread[];
  readonly #entry: URL;
  readonly #field: TextField;
  #fault: Error | null = null;

  constructor({ count, entry = new URL('./near-worker.js', import.meta.url) }: NearThreadPlan, field: TextField) {
    this.#own = new NearWork(field);
    this.#entry = entry;
    this.#field = field;
    this.#threads = Array.from({ length: Math.max(0, count - 1) }, () => {
      const worker = takeWorker(entry);
      const questions: Question[] = [];
      worker.on('message', (answer: WorkAnswer) => questions.shift()?.answer(answer));
      worker.on('error', (error) => this.#fail(new OwnFault(`a worker of texts failed: ${error}`, { cause: error })));
      worker.on('exit', (code) => this.#fail(new OwnFault(`a worker of texts ended with ${code}`)));
      return { worker, questions };
    });
  }

  /**
   * Carries out orders as they are made, and hands over each answer in the order of the orders: by other threads as long as one has few
   * ahead of it, else by this one. The memory of an order is gone when it is handed over.
   */
  async carryOut<Order extends WorkOrder>(
    orders: Iterable<Order> | AsyncIterable<Order>,
    take: (answer: WorkAnswer, index: number) => void,
  ): Promise<void> {
    const under: { answer?: WorkAnswer; given?: Promise<void> }[] = [];
    let taken = 0;
    const takeGiven = () => {
      for (let first = under[0]; first?.answer !== undefined; first = under[0]) {
        take(first.answer, taken++);
        under.shift();
      }
    };
    for await (const order of orders) {
      const place: (typeof under)[number] = {};
      under.push(place);
      const thread = this.#idlest();
      if (thread !== undefined && thread.questions.length < ahead) {
        place.given = this.#ask(thread, order).then((answer) => {
          place.answer = answer;
        });
        place.given.catch(() => {});
      } else {
        place.answer = this.#own.carryOut(order).answer;
        // Answers of threads come in between two turns of this one.
        if (thread !== undefined) await nextTurn();
      }
      if (this.#fault !== null) throw this.#fault;
      takeGiven();
    }
    for (const { given } of [...under]) await given;
    takeGiven();
  }

  #idlest(): Thread | undefined {
    return this.#threads.reduce<Thread | undefined>(
      (least, one) => (least === undefined || one.questions.length < least.questions.length ? one : least),
      undefined,
    );
  }

  #ask({ worker, questions }: Thread, order: WorkOrder): Promise<WorkAnswer> {
    const answer = new Promise<WorkAnswer>((resolve, reject) => {
      if (this.#fault !== null) reject(this.#fault);
      else questions.push({ answer: resolve, fail: reject });
    });
    const { texts } = order;
    const memory = [texts.units.buffer, texts.starts.buffer];
    const told: OrderOfField = { field: this.#field, order };
    worker.postMessage(told, order.type === 'compare' ? [...memory, order.pairs.buffer] : memory);
    return answer;
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { questions } of this.#threads) for (const { fail } of questions.splice(0)) fail(this.#fault);
  }

  /** Lets the threads go; those that still owe an answer, or are ill, are ended. */
  async close(): Promise<void> {
    const owing = this.#threads.filter(({ questions }) => this.#fault !== null || questions.length > 0);
    for (const thread of this.#threads) if (!owing.includes(thread)) giveWorkerBack(this.#entry, thread.worker);
    await Promise.all(owing.map(({ worker }) => worker.terminate()));
  }
}
