import { datesOf } from '../admission/admission-plan.js';
import { maskNumbers } from '../admission/masks.js';
import { singleDimensions } from '../record/bridges.js';
import { itself, type TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { dimensionsIn, type Request } from './request.js';

/** Who holds each record first, by a number: numbers are told apart faster than names. */
export const numberedParties = 'numbered_party';

/** Keeps the numbers of the parties of a session's admission. */
export async function numberParties(session: RecordSession): Promise<void> {
  await keepNumbers(session, [itself]);
  await keepNumbered(session, itself);
}

/** What stands for the admission where parties of changed records are looked at: all that they hold. */
export const held: TableOf = (table) => (table === 'admission' ? 'held_admission' : table);

/**
 * Keeps the numbers of the parties of changed records (`read`), of these records and of all others that they hold, and the latter as
 * `held` names them, with what `requests` count by.
 */
export async function numberTouchedParties(
  session: RecordSession,
  requests: readonly Request[],
  read: readonly TableOf[],
): Promise<void> {
  await keepNumbers(session, read);
  for (const tables of [...read, held]) await keepNumbered(session, tables);
  const columns = new Set([
    ...['id', 'office', 'dataset', 'place', 'kind'],
    ...requests.flatMap(({ planned, combinations }) => [
      ...[...datesOf(planned.definition), ...maskNumbers(planned.tests).keys()],
      ...dimensionsIn(combinations).filter((name) => (singleDimensions as readonly string[]).includes(name)),
    ]),
  ]);
  await session.keep(
    held('admission'),
    `SELECT ${[...columns].join(', ')} FROM admission WHERE id IN (SELECT id FROM ${numberedParties})`,
  );
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
