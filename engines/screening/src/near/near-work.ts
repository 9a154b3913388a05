import { compareExactly, type ExactOrder, ShingleSets } from './exact.js';
import type { TextField } from './model.js';
import type { PackedTexts } from './packed-texts.js';
import { Sketcher, type Sketches } from './sketch.js';

/** What a thread is told; each order has one answer. */
export type WorkOrder =
  | { readonly type: 'sketch'; readonly texts: PackedTexts; readonly fingerprints: boolean }
  | ({ readonly type: 'compare' } & ExactOrder);
export type WorkAnswer = Sketches | Int32Array<ArrayBuffer>;

/** The work on texts that threads share out; the same in the thread that asks. */
export class NearWork {
  readonly #sketcher: Sketcher;
  readonly #sets: ShingleSets;

  constructor(field: TextField) {
    this.#sketcher = new Sketcher(field);
    this.#sets = new ShingleSets(field);
  }

  /** The answer, and the memory that may go with it. */
  carryOut(order: WorkOrder): { readonly answer: WorkAnswer; readonly memory: ArrayBuffer[] } {
    if (order.type === 'compare') {
      const answer = compareExactly(this.#sets, order);
      return { answer, memory: [answer.buffer] };
    }
    const answer = this.#sketcher.sketch(order.texts, order.fingerprints);
    const memory = Object.values(answer).flatMap((column) => (typeof column === 'number' ? [] : [column.buffer]));
    return { answer, memory };
  }
}
