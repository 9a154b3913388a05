import type { Random } from './random.js';

/** Draws values in proportion to their weights: one comparison chain of a binary search a draw. */
export class WeightedChoice<T> {
  readonly #values: readonly T[];
  readonly #bounds: Float64Array;

  constructor(values: readonly T[], weightOf: (value: T, index: number) => number) {
    this.#values = values;
    this.#bounds = new Float64Array(values.length);
    let total = 0;
    for (const [index, value] of values.entries()) {
      total += weightOf(value, index);
      this.#bounds[index] = total;
    }
    if (!(total > 0)) throw new RangeError('the weights of a choice must add up to more than nothing');
  }

  draw(random: Random): T {
    return this.#values[this.drawIndex(random)] as T;
  }

  drawIndex(random: Random): number {
    const bounds = this.#bounds;
    const point = random.fraction() * (bounds[bounds.length - 1] ?? 0);
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point < (bounds[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
