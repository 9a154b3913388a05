import type { Session } from '@zhiheng/lake';
import type { PeopleEffects } from '../people/people-effects.js';
import type { PersonName } from '../people/person-name.js';
import { arrivingName } from './arrivals.js';
import type { ArrivedRelations } from './join-arrivals.js';

/** Hands over everybody named in what arrived; of several spellings of one name that which came first. */
export async function handOverNames(session: Session, arrived: ArrivedRelations, people: PeopleEffects): Promise<void> {
  if (!arrived.has('names')) return;
  const named = `SELECT pseudonym, arg_min(name, sequence) AS name FROM ${arrivingName('names')} GROUP BY pseudonym ORDER BY pseudonym`;
  for await (const names of session.stream<PersonName>(named)) await people.keepNames(names);
}
