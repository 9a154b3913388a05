import { listRoles } from '@zhiheng/accounts';
import type { PublicationRound } from '@zhiheng/indicators';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { tell } from '../people/tell.js';
import { doersOfVintage } from './vintage-rows.js';

/** Tells those who could sign a proposed vintage that it waits for a second person. */
export async function tellSigners(office: Office, actor: Actor, round: PublicationRound): Promise<void> {
  const today = office.today();
  const holders = (await listRoles(office.people.accounts)).filter(
    ({ role, state, from, to }) =>
      (role === 'planner' || role === 'statistician') &&
      state === 'granted' &&
      from <= today &&
      (to === null || today <= to),
  );
  const doers = await doersOfVintage(office, round.vintage);
  const accounts = [...new Set(holders.map(({ account }) => account))].filter(
    (one) => !doers.includes(`account:${one}`),
  );
  await tell(
    office,
    actor,
    accounts.sort().map((account) => notice(account, actor, round)),
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
