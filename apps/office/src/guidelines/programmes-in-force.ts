import type { ObjectStore } from '@zhiheng/lake';
import type { Ledger } from '@zhiheng/ledger';
import { acceptAct } from '@zhiheng/programme';

/** The JSON object that keeps the text of an accepted programme. */
export interface AcceptedProgrammeObject {
  readonly kept: 'zhiheng-programme/1';
  readonly id: string;
  readonly draft: string;
  readonly text: string;
}

/** The programmes that people accepted beside those that come with the software; the process that owns the folder keeps them at hand. */
export class ProgrammesInForce {
  readonly #ledger: Ledger;
  readonly #store: ObjectStore;
  #texts: Readonly<Record<string, string>> = {};
  #newest = 0;

  private constructor(ledger: Ledger, store: ObjectStore) {
    this.#ledger = ledger;
    this.#store = store;
  }

  static async read(ledger: Ledger, store: ObjectStore): Promise<ProgrammesInForce> {
    const inForce = new ProgrammesInForce(ledger, store);
    await inForce.readAgain();
    return inForce;
  }

  /** By the id of their programme. */
  get texts(): Readonly<Record<string, string>> {
    return this.#texts;
  }

  /** Number of the act that accepted the newest; 0 before the first. */
  get newest(): number {
    return this.#newest;
  }

  /** After an acceptance. */
  async readAgain(): Promise<void> {
    const acts = await this.#ledger.acts(acceptAct);
    const texts = acts.map(
      async ({ object, hash }) =>
        [object, ((await this.#store.getJson(hash)) as AcceptedProgrammeObject).text] as const,
    );
    this.#texts = Object.fromEntries(await Promise.all(texts));
    this.#newest = acts.at(-1)?.number ?? 0;
  }
}
