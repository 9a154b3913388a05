import { type Act, byActor, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import type { ActsTables } from './tables.js';

/** What an account is told: an id of words that the pages hold in three languages, and what stands in them. */
export interface NewNotice {
  readonly account: string;
  readonly words: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface Notice extends NewNotice {
  /** `ACT-PLACE`: the number of the act it tells of, and its place among the notices of that act. */
  readonly id: string;
  /** ISO 8601, UTC; so is `readAt`. */
  readonly madeAt: string;
  readonly readAt: string | null;
}

/** Adds the notices of an act, in its transaction; once for an act. */
export async function notify<Tables>(
  transaction: LedgerTransaction<Tables>,
  act: Pick<Act, 'number' | 'time'>,
  notices: readonly NewNotice[],
): Promise<void> {
  const database = transaction.database as unknown as Kysely<ActsTables>;
  for (const [place, { account, words, args }] of notices.entries()) {
    const times = { made_at: act.time, read_at: null, mailed_at: null };
    const row = { act: act.number, place, account, words, args: canonicalText(args), ...times };
    await database.insertInto('acts_notices').values(row).execute();
  }
}

/** Notices of accounts on a ledger that was opened with `actsMigrations`. */
export class Notices {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The newest notices of an account first; `unread`: only those it has not read. */
  async of(account: string, { unread = false, limit = 100 } = {}): Promise<Notice[]> {
    let query = this.#ledger.database<ActsTables>().selectFrom('acts_notices').selectAll();
    query = query.where('account', '=', account).orderBy('act', 'desc').orderBy('place', 'desc').limit(limit);
    if (unread) query = query.where('read_at', 'is', null);
    return (await query.execute()).map(noticeOf);
  }

  /** Marks a notice of the actor's own account as read; one that was read stays as it is. Throws `not-found`. */
  read(id: string, actor: Actor, time: string): Promise<void> {
    return this.#ledger.transact<ActsTables, void>(async ({ database, append }) => {
      const { act, place } = keyOf(id);
      const rows = database.selectFrom('acts_notices').selectAll().where('act', '=', act).where('place', '=', place);
      const row = await rows.executeTakeFirst();
      if (row === undefined || row.account !== actor.account) {
        throw new UserFault('not-found', { found: id, values: { name: id } });
      }
      if (row.read_at !== null) return;
      await mark(database, id, { read_at: time });
      await append({ ...byActor(actor), time, kind: 'notice:read', object: id, hash: '' });
    });
  }
}

/** Marks a notice as read, or as mailed. */
export async function mark(
  database: Kysely<ActsTables>,
  id: string,
  change: { readonly read_at: string } | { readonly mailed_at: string },
): Promise<void> {
  const { act, place } = keyOf(id);
  await database.updateTable('acts_notices').set(change).where('act', '=', act).where('place', '=', place).execute();
}

/** A notice from its row. */
export function noticeOf(row: ActsTables['acts_notices']): Notice {
  const { account, words, made_at: madeAt, read_at: readAt } = row;
  return {
    id: `${row.act}-${row.place}`,
    account,
    words,
    args: JSON.parse(row.args) as Notice['args'],
    madeAt,
    readAt,
  };
}

function keyOf(id: string): { act: number; place: number } {
  const match = /^(\d{1,15})-(\d{1,9})$/.exec(id);
  if (match === null) throw new UserFault('not-found', { found: id, values: { name: id } });
  return { act: Number(match[1]), place: Number(match[2]) };
}
