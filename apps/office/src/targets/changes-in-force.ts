import type { TargetChange, TargetChanges } from '@zhiheng/programme';

/** The limits that two persons set within the year; the process that owns the folder keeps them at hand. */
export class ChangesInForce {
  readonly #changes: TargetChanges;
  #accepted: readonly TargetChange[] = [];

  private constructor(changes: TargetChanges) {
    this.#changes = changes;
  }

  static async read(changes: TargetChanges): Promise<ChangesInForce> {
    const inForce = new ChangesInForce(changes);
    await inForce.readAgain();
    return inForce;
  }

  /** In the order in which they were accepted. */
  get accepted(): readonly TargetChange[] {
    return this.#accepted;
  }

  /** Number of the act that accepted the newest; 0 before the first. */
  get newest(): number {
    return this.#accepted.at(-1)?.act ?? 0;
  }

  /** After an acceptance. */
  async readAgain(): Promise<void> {
    this.#accepted = await this.#changes.accepted();
  }
}
