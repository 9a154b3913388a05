/** Hands out faults over a run: each sort the same number of times, evenly, none near the end. */
export class FaultSchedule<Fault> {
  readonly #due: { readonly at: number; readonly fault: Fault }[];
  readonly #waiting: Fault[] = [];

  /** @param total things that will come by, `each`: faults of each sort */
  constructor(faults: readonly Fault[], each: number, total: number) {
    const wanted = faults.length * each;
    this.#due = Array.from({ length: wanted }, (_, index) => ({
      at: Math.floor((total * 0.8 * (index + 0.5)) / wanted),
      fault: faults[index % faults.length] as Fault,
    })).reverse();
  }

  /** The first fault that is due for the thing of an ordinal and suits it; null: it stays clean. */
  next(ordinal: number, suits: (fault: Fault) => boolean): Fault | null {
    for (let last = this.#due.at(-1); last !== undefined && last.at <= ordinal; last = this.#due.at(-1)) {
      this.#waiting.push(last.fault);
      this.#due.pop();
    }
    if (this.#waiting.length === 0) return null;
    const index = this.#waiting.findIndex(suits);
    return index < 0 ? null : (this.#waiting.splice(index, 1)[0] ?? null);
  }
}
