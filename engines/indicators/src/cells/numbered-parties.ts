import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';

/** Who holds each record first, by a number: numbers are told apart faster than names. */
export const numberedParties = 'numbered_party';

/** Keeps the numbers of the parties of a session's admission, and of those that stand for it. */
export async function numberParties(session: RecordSession, read: readonly TableOf[] = [itself]): Promise<void> {
  const named = read.map((tables) => `SELECT DISTINCT party FROM ${tables('admission_party')} WHERE party IS NOT NULL`);
  await session.keep(
    'party_number',
    `SELECT party, CAST(row_number() OVER (ORDER BY party) AS INTEGER) AS number
FROM (\n${named.join('\nUNION\n')}\n) AS named`,
  );
  for (const tables of read) {
    await session.keep(
      tables(numberedParties),
      `SELECT told.id, named.number AS party
FROM ${tables('admission_party')} AS told JOIN party_number AS named ON named.party = told.party`,
    );
  }
}
