import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';

/** The parties that hold records first, each with a number: numbers are told apart faster than names. */
export const numberedParties = 'party_number';

/** What stands for the admission where parties of changed records are looked at: what these hold, with the number of the party. */
export const held: TableOf = (table) => (table === 'admission' ? 'held_admission' : table);

/** How a query over the admission finds the party of a row: a relation beside it (null: none) and the SQL of its number. */
export interface PartyOfRow {
  readonly relation: string | null;
  readonly number: string;
}

export function partyOfRow(tables: TableOf): PartyOfRow {
  return tables === held
    ? { relation: null, number: 'a.party' }
    : { relation: numberedParties, number: 'holder.number' };
}

/** Keeps the numbers of the parties of some sides of an admission; left out: of all of it. */
export function numberParties(session: RecordSession, read: readonly TableOf[] = [itself]): Promise<void> {
  const named = read.map((tables) => `SELECT DISTINCT party FROM ${tables('admission')} WHERE party IS NOT NULL`);
  return session.keep(
    numberedParties,
    `SELECT party, CAST(row_number() OVER (ORDER BY party) AS INTEGER) AS number
FROM (\n${named.join('\nUNION\n')}\n) AS named`,
  );
}
