import type { WorkingCalendar } from '@zhiheng/acts';
import { type Act, byActor, type Json, type Ledger, type LedgerTransaction, type PersonalData } from '@zhiheng/ledger';
import type { Actor, Day, Surface } from '@zhiheng/vocabulary';
import type { Kysely, Transaction } from 'kysely';
import type { AccountSettings } from './settings.js';
import type { AccountTables } from './tables.js';
import type { Randomness } from './token.js';
import { dayAt } from './validity.js';

/** What the functions of this room work on; the ledger was opened with `actsMigrations` and `accountMigrations`. */
export interface AccountsRoom {
  readonly ledger: Ledger;
  readonly clock: () => Date;
  readonly random: Randomness;
  readonly settings: AccountSettings;
  /** The working calendar as it stands. */
  readonly calendar: () => Promise<WorkingCalendar>;
}

/** Whoever is written down as the doer of an act. */
export type Doer = Pick<Actor, 'person' | 'onBehalfOf' | 'surface'>;

/** One change under way: its tables, its moment, and the act that it becomes. */
export interface Step {
  readonly database: Transaction<AccountTables>;
  readonly transaction: LedgerTransaction<AccountTables>;
  readonly personal: PersonalData;
  readonly moment: Date;
  readonly time: string;
  readonly today: Day;
  /** Writes the act down; `before` and `after` never hold personal data. */
  note(kind: string, object: string, before: Json, after: Json): Promise<Act>;
}

/** A change and its act in one transaction. */
export function change<Result>(room: AccountsRoom, doer: Doer, work: (step: Step) => Promise<Result>): Promise<Result> {
  return room.ledger.transact<AccountTables, Result>((transaction) => {
    const { database, personal, append } = transaction;
    const moment = room.clock();
    const time = moment.toISOString();
    return work({
      ...{ database, transaction, personal, moment, time },
      today: dayAt(moment, room.settings.timeZone),
      note: (kind, object, before, after) => append({ ...byActor(doer), time, kind, object, hash: '', before, after }),
    });
  });
}

/** The tables of this room, for reading. */
export function tablesOf(room: AccountsRoom): Kysely<AccountTables> {
  return room.ledger.database<AccountTables>();
}

/** Whoever does something for an account before an actor is known: signing in, using a link. */
export function doerOf(account: string, surface: Surface): Doer {
  return { person: `account:${account}`, onBehalfOf: null, surface };
}
