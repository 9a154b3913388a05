import type { PublicationRound } from '@zhiheng/indicators';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { holdersOfRoles } from '../people/holders-of-roles.js';
import { tell } from '../people/tell.js';
import { doersOfVintage } from './vintage-rows.js';

/** Tells those who could sign a proposed vintage that it waits for a second person. */
export async function tellSigners(office: Office, actor: Actor, round: PublicationRound): Promise<void> {
  const doers = await doersOfVintage(office, round.vintage);
  const accounts = await holdersOfRoles(office, ['planner', 'statistician'], doers);
  await tell(
    office,
    actor,
    accounts.map((account) => notice(account, actor, round)),
  );
}

/** Tells those who proposed a vintage what became of it. */
export async function tellProposers(office: Office, actor: Actor, round: PublicationRound): Promise<void> {
  const persons = new Set(round.history.map(({ person }) => person));
  const accounts = [...persons].flatMap((person) => (person.startsWith('account:') ? [person.slice(8)] : []));
  await tell(
    office,
    actor,
    accounts.map((account) => notice(account, actor, round)),
  );
}

function notice(account: string, { person: by }: Actor, { state, vintage }: PublicationRound) {
  return { account, words: `notice.vintage-${state}`, args: { vintage, by } };
}
