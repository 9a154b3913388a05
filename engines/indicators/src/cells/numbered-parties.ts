import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';

/** Who holds each record first, by a number: numbers are told apart faster than names. */
export const numberedParties = 'numbered_party';

/** Keeps the numbers of the parties of a session's admission. */
export async function numberParties(session: RecordSession): Promise<void> {
  await keepNumbers(session, [itself]);
  await keepNumbered(session, itself);
}

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
    : { relation: numberedParties, number: 'holder.party' };
}

/** Keeps the numbers of the parties of changed records (`read`), and of these records. */
export async function numberTouchedParties(session: RecordSession, read: readonly TableOf[]): Promise<void> {
  await keepNumbers(session, read);
  await Promise.all(read.map((tables) => keepNumbered(session, tables)));
}

function keepNumbers(session: RecordSession, read: readonly TableOf[]): Promise<void> {
  const named = read.map((tables) => `SELECT DISTINCT party FROM ${tables('admission_party')} WHERE party IS NOT NULL`);
  return session.keep(
    'party_number',
    `SELECT party, CAST(row_number() OVER (ORDER BY party) AS INTEGER) AS number
FROM (\n${named.join('\nUNION\n')}\n) AS named`,
  );
}

function keepNumbered(session: RecordSession, tables: TableOf): Promise<void> {
  return session.keep(
    tables(numberedParties),
    `SELECT told.id, named.number AS party
FROM ${tables('admission_party')} AS told JOIN party_number AS named ON named.party = told.party`,
  );
}
