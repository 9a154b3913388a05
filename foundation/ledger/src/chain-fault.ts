/** What is wrong with a ledger, and with which acts: `number` to `through`, both included. */
export interface ChainFault {
  /**
   * `altered`: not what its link was made over. `inserted`: was not there when the acts around it were. `removed`: stood there once.
   * `cut-off`: the end is missing. `rewritten`: a chain in itself, and not the one that was signed; somewhere between the two numbers.
   * `signature`: a head that this office did not sign, or a missing one.
   */
  readonly kind: 'altered' | 'inserted' | 'removed' | 'cut-off' | 'rewritten' | 'signature';
  readonly number: number;
  readonly through: number;
}

/** More than this are counted, not listed. */
export const mostFaults = 1000;

/** The faults found on the way through a chain; neighbours of one kind are one fault. */
export class ChainFaults {
  readonly #listed: ChainFault[] = [];
  #unlisted = 0;

  get listed(): readonly ChainFault[] {
    return this.#listed;
  }

  get unlisted(): number {
    return this.#unlisted;
  }

  add(kind: ChainFault['kind'], number: number, through = number): void {
    const last = this.#listed.at(-1);
    if (last?.kind === kind && last.through + 1 === number) {
      this.#listed[this.#listed.length - 1] = { kind, number: last.number, through };
    } else if (this.#listed.length < mostFaults) this.#listed.push({ kind, number, through });
    else this.#unlisted += 1;
  }

  /** True when an act is known to be at fault. */
  covers(number: number): boolean {
    return this.#listed.some((fault) => fault.number <= number && number <= fault.through);
  }

  /** Takes back what was found of acts that another fault explains. */
  withdraw(number: number, through: number): void {
    const kept = this.#listed.filter((fault) => fault.number < number || fault.through > through);
    this.#listed.splice(0, this.#listed.length, ...kept);
  }
}
