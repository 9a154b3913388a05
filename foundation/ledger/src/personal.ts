import { createHash } from 'node:crypto';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import type { Json } from './act.js';
import type { LedgerTables } from './ledger-tables.js';

/** Content that may have to be forgotten, with what acts hold in its place. */
export interface PersonalContent {
  /** Null once erased. */
  readonly content: Json;
  /** SHA-256 over the salt and the canonical text; null once erased, when only acts still hold it. */
  readonly commitment: string | null;
  readonly erasedAt: string | null;
}

/** Bytes that nobody can foresee. */
export type Randomness = (bytes: number) => Uint8Array;

const saltBytes = 32;

/**
 * Personal data by pseudonym, within one transaction or outside of one. Acts and other tables hold the pseudonym and the commitment, never the
 * content, so that erasing it leaves the chain whole.
 */
export class PersonalData {
  readonly #database: Kysely<LedgerTables>;
  readonly #random: Randomness;
  #removes = false;

  constructor(database: Kysely<LedgerTables>, random: Randomness) {
    this.#database = database;
    this.#random = random;
  }

  /** True once content was replaced or erased: its old bytes have to be swept out of the files. */
  get removes(): boolean {
    return this.#removes;
  }

  /** What is held under a pseudonym; null when it was never given. */
  async get(pseudonym: string): Promise<PersonalContent | null> {
    const all = this.#database.selectFrom('personal').selectAll();
    const row = await all.where('pseudonym', '=', pseudonym).executeTakeFirst();
    if (row === undefined) return null;
    const { salt, content, erased_at: erasedAt } = row;
    if (salt === null || content === null) return { content: null, commitment: null, erasedAt };
    return { content: JSON.parse(content) as Json, commitment: commitmentOf(salt, content), erasedAt };
  }

  /** Keeps content under a new pseudonym; gives the commitment that the act has to hold. */
  async put(pseudonym: string, content: Json): Promise<string> {
    const row = this.#salted(content);
    await this.#database
      .insertInto('personal')
      .values({ pseudonym, ...row, erased_at: null })
      .execute();
    return commitmentOf(row.salt, row.content);
  }

  /** Replaces content under a new salt; gives the commitments before and after. Throws `not-found`; erased content stays erased. */
  async replace(pseudonym: string, content: Json): Promise<{ before: string; after: string }> {
    const before = await this.#present(pseudonym);
    const row = this.#salted(content);
    await this.#database.updateTable('personal').set(row).where('pseudonym', '=', pseudonym).execute();
    this.#removes = true;
    return { before, after: commitmentOf(row.salt, row.content) };
  }

  /** Removes content and salt; gives the commitment that had stood for them. Throws `not-found`. */
  async erase(pseudonym: string, time: string): Promise<string> {
    const commitment = await this.#present(pseudonym);
    const nothing = { salt: null, content: null, erased_at: time };
    await this.#database.updateTable('personal').set(nothing).where('pseudonym', '=', pseudonym).execute();
    this.#removes = true;
    return commitment;
  }

  #salted(content: Json): { salt: string; content: string } {
    if (content === null) throw new OwnFault('nothing was given to keep');
    return { salt: Buffer.from(this.#random(saltBytes)).toString('hex'), content: canonicalText(content) };
  }

  async #present(pseudonym: string): Promise<string> {
    const { commitment = null } = (await this.get(pseudonym)) ?? {};
    if (commitment !== null) return commitment;
    throw new UserFault('not-found', {
      found: pseudonym,
      expected: 'personal data that were not erased',
      values: { name: pseudonym },
    });
  }
}

/** SHA-256 over the bytes of the salt and the canonical text, in hexadecimal. */
function commitmentOf(salt: string, content: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(content, 'utf8').digest('hex');
}
