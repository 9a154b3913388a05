import { byActor, type Json, type Ledger } from '@zhiheng/ledger';
import type { Actor } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { faultCodeOf, type Mail, type MailAdapter } from '../work/mail.js';
import { mark, type Notice, noticeOf } from './notices.js';
import type { ActsTables } from './tables.js';

/** A letter that could not be sent, without address and text. */
export interface FailedLetter {
  readonly notice: string;
  readonly account: string;
  readonly attempts: number;
  readonly failedAt: string;
  /** The code of the mail system, such as `ECONNECTION` or `EENVELOPE 550`. */
  readonly fault: string;
  /** When it is tried again; null once it was given up. */
  readonly nextAt: string | null;
}

export interface LetterRound {
  readonly sent: number;
  /** Notices whose account wants no letter. */
  readonly unwanted: number;
  readonly failed: number;
}

export interface LetterStanding {
  /** Notices that were not sent yet, those that failed among them. */
  readonly waiting: number;
  readonly failed: readonly FailedLetter[];
}

/** Minutes until a letter is tried again, by how often it failed; after the last it is given up. */
const waits = [5, 15, 60, 240, 720, 1440, 1440];

/** Notices as letters, on a ledger that was opened with `actsMigrations`. */
export class NoticeLetters {
  readonly #ledger: Ledger;
  readonly #clock: () => Date;
  #running: Promise<LetterRound> | null = null;

  constructor(ledger: Ledger, clock: () => Date) {
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /**
   * Sends each notice that waits, oldest first. `letterOf` gives the letter, or null for an account that wants none. What was sent is never sent
   * again; what failed is tried later, and the others go out all the same. A process killed between sending and writing that down sends the
   * letter again, under the same id. Of two rounds at once there is one. `again`: those that failed are tried at once, given up or not.
   */
  round(
    adapter: MailAdapter,
    letterOf: (notice: Notice) => Promise<Mail | null>,
    actor: Actor,
    { again = false } = {},
  ): Promise<LetterRound> {
    this.#running ??= this.#send(adapter, letterOf, actor, again).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** What waits, and what failed. */
  async standing(): Promise<LetterStanding> {
    const rows = await this.#unsent();
    const failed = rows.flatMap(({ notice, attempts, failedAt, fault, nextAt }) =>
      attempts === null || failedAt === null || fault === null
        ? []
        : [{ notice: notice.id, account: notice.account, attempts, failedAt, fault, nextAt }],
    );
    return { waiting: rows.length, failed };
  }

  async #send(
    adapter: MailAdapter,
    letterOf: (notice: Notice) => Promise<Mail | null>,
    actor: Actor,
    again: boolean,
  ): Promise<LetterRound> {
    const round = { sent: 0, unwanted: 0, failed: 0 };
    const begun = this.#clock().toISOString();
    for (const { notice, attempts, nextAt } of await this.#unsent()) {
      if (attempts !== null && !again && (nextAt === null || nextAt > begun)) continue;
      try {
        const letter = await letterOf(notice);
        if (letter !== null) await adapter.send(letter);
        await this.#keepSent(notice, letter, actor);
        round[letter === null ? 'unwanted' : 'sent'] += 1;
      } catch (error) {
        const fault = faultCodeOf(error);
        if (fault === null) throw error;
        await this.#keepFailure(notice, (attempts ?? 0) + 1, fault, actor);
        round.failed += 1;
      }
    }
    return round;
  }

  /** The act holds the hash of the letter without its address, which has to be erasable. */
  async #keepSent(notice: Notice, letter: Mail | null, actor: Actor): Promise<void> {
    const time = this.#clock().toISOString();
    const hash = letter === null ? '' : canonicalHash({ ...letter, to: '' });
    const after: Json = { sent: letter !== null };
    const act = { ...byActor(actor), time, kind: 'notice:mail', object: notice.id, hash, after };
    await this.#ledger.act<ActsTables>(act, async (database) => {
      await mark(database, notice.id, { mailed_at: time });
      await database.deleteFrom('acts_letters').where('notice', '=', notice.id).execute();
    });
  }

  async #keepFailure(notice: Notice, attempts: number, fault: string, actor: Actor): Promise<void> {
    const moment = this.#clock();
    const [time, wait] = [moment.toISOString(), waits[attempts - 1]];
    const next_at = wait === undefined ? null : new Date(moment.getTime() + wait * 60_000).toISOString();
    const after: Json = { attempts, fault, nextAt: next_at };
    const act = { ...byActor(actor), time, kind: 'notice:mail-failed', object: notice.id, hash: '', after };
    const row = { notice: notice.id, attempts, failed_at: time, fault, next_at };
    const { notice: _, ...change } = row;
    await this.#ledger.act<ActsTables>(act, (database) =>
      database
        .insertInto('acts_letters')
        .values(row)
        .onConflict((conflict) => conflict.column('notice').doUpdateSet(change))
        .execute(),
    );
  }

  async #unsent() {
    const database = this.#ledger.database<ActsTables>();
    const notices = database.selectFrom('acts_notices').selectAll().where('mailed_at', 'is', null);
    const failures = await database.selectFrom('acts_letters').selectAll().execute();
    const byNotice = new Map(failures.map((one) => [one.notice, one]));
    return (await notices.orderBy('act').orderBy('place').execute()).map((row) => {
      const notice = noticeOf(row);
      const {
        attempts = null,
        failed_at: failedAt = null,
        fault = null,
        next_at: nextAt = null,
      } = byNotice.get(notice.id) ?? {};
      return { notice, attempts, failedAt, fault, nextAt };
    });
  }
}
