import { type PublishedTexts, publishedTexts } from '@zhiheng/indicators';
import type { Ledger } from '@zhiheng/ledger';

/** The texts that people put in force over the files that come with the software; the process that owns the folder keeps them at hand. */
export class DefinitionsInForce {
  readonly #ledger: Ledger;
  #texts: PublishedTexts = {};
  #newest = 0;

  private constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  static async read(ledger: Ledger): Promise<DefinitionsInForce> {
    const inForce = new DefinitionsInForce(ledger);
    await inForce.readAgain();
    return inForce;
  }

  /** By the id of their indicator. */
  get texts(): PublishedTexts {
    return this.#texts;
  }

  /** Number of the act that published the newest; 0 before the first. */
  get newest(): number {
    return this.#newest;
  }

  /** After a publication. */
  async readAgain(): Promise<void> {
    ({ texts: this.#texts, newest: this.#newest } = await publishedTexts(this.#ledger));
  }
}
