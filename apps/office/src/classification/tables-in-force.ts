import { type OwnTables, tableAct } from '@zhiheng/indicators';
import type { ObjectStore } from '@zhiheng/lake';
import type { Ledger } from '@zhiheng/ledger';

/** The JSON object that keeps a table which an office loaded. */
export interface OwnTableObject {
  readonly format: 'zhiheng-own-table/1';
  readonly id: string;
  /** The name of the file as it was given. */
  readonly file: string;
  readonly text: string;
}

/** The tables that the office loaded over those that come with the software; the process that owns the folder keeps them at hand. */
export class TablesInForce {
  readonly #ledger: Ledger;
  readonly #store: ObjectStore;
  #texts: OwnTables = {};
  #newest = 0;

  private constructor(ledger: Ledger, store: ObjectStore) {
    this.#ledger = ledger;
    this.#store = store;
  }

  static async read(ledger: Ledger, store: ObjectStore): Promise<TablesInForce> {
    const inForce = new TablesInForce(ledger, store);
    await inForce.readAgain();
    return inForce;
  }

  /** By the id of their table. */
  get texts(): OwnTables {
    return this.#texts;
  }

  /** Number of the act that loaded the newest; 0 before the first. */
  get newest(): number {
    return this.#newest;
  }

  /** After a load. */
  async readAgain(): Promise<void> {
    const hashes = new Map<string, string>();
    for (const { object, hash, number } of await this.#ledger.acts(tableAct)) {
      hashes.set(object, hash);
      this.#newest = Math.max(this.#newest, number);
    }
    const texts = await Promise.all(
      [...hashes].map(async ([id, hash]) => [id, ((await this.#store.getJson(hash)) as OwnTableObject).text] as const),
    );
    this.#texts = Object.fromEntries(texts);
  }
}
