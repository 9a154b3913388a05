import { byActor, type Json } from '@zhiheng/ledger';
import { UserFault } from '@zhiheng/vocabulary';
import { findAccount, wrongState } from './accounts.js';
import { type AccountsRoom, change, type Doer, tablesOf } from './room.js';

/** Who stands behind an account. Kept only in the erasable table of the ledger, under a pseudonym. */
export interface Person {
  readonly displayName: string;
  readonly mail: string | null;
  readonly phone: string | null;
}

/** Throws `person-wrong` unless the fields can be what they are said to be. */
export function demandPerson({ displayName, mail, phone }: Person): void {
  const wrong = (what: string) => new UserFault('person-wrong', { values: { what } });
  if (displayName.trim() === '' || displayName.length > 100) throw wrong('the name has 1 to 100 characters');
  if (mail !== null && !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(mail)) throw wrong('this is no mail address');
  if (phone !== null && !/^\+?[\d ()-]{5,30}$/.test(phone)) throw wrong('this is no telephone number');
}

/**
 * The persons behind accounts; null once erased. Reading is an act that names the accounts. Throws `not-found`.
 */
export async function readPersons(
  room: AccountsRoom,
  doer: Doer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person | null>> {
  const persons = new Map<string, Person | null>();
  for (const id of ids) persons.set(id, await personOf(room, id));
  await room.ledger.append({
    ...byActor(doer),
    time: room.clock().toISOString(),
    kind: 'persons-read',
    object: 'accounts',
    hash: '',
    after: [...persons.keys()],
    reads: true,
  });
  return persons;
}

/** The person behind one's own account, which is no act. Throws `not-found`. */
export function readOwnPerson(room: AccountsRoom, account: string): Promise<Person | null> {
  return personOf(room, account);
}

/** Puts a person's data right. The act holds commitments only. Throws `not-found`, `person-wrong`, `account-state`. */
export async function correctPerson(room: AccountsRoom, doer: Doer, id: string, person: Person): Promise<void> {
  demandPerson(person);
  return change(room, doer, async ({ database, personal, note }) => {
    const { pseudonym, state } = await findAccount(database, id);
    if (state === 'left') throw wrongState(id, state);
    const { before, after } = await personal.replace(pseudonym, contentOf(person));
    await note('person-corrected', id, { commitment: before }, { commitment: after });
  });
}

/** Erases who stood behind an account that has left. Throws `not-found`, `account-state`. */
export async function erasePerson(room: AccountsRoom, doer: Doer, id: string): Promise<void> {
  const { pseudonym, state } = await findAccount(tablesOf(room), id);
  if (state !== 'left') throw wrongState(id, state);
  await room.ledger.erase({ ...byActor(doer), time: room.clock().toISOString() }, pseudonym);
}

/** A person as the ledger keeps it. */
export function contentOf({ displayName, mail, phone }: Person): Json {
  return { displayName, mail, phone };
}

async function personOf(room: AccountsRoom, id: string): Promise<Person | null> {
  const { pseudonym } = await findAccount(tablesOf(room), id);
  const held = await room.ledger.personal.get(pseudonym);
  return (held?.content ?? null) as Person | null;
}
