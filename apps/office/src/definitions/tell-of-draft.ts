import { listRoles } from '@zhiheng/accounts';
import type { Draft } from '@zhiheng/indicators';
import type { Actor } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { tell } from '../people/tell.js';
import { authorsOf } from './draft-rows.js';

/** Tells those who could publish a draft that it waits for a second person. */
export async function tellReviewers(office: Office, actor: Actor, draft: Draft): Promise<void> {
  const today = office.today();
  const holders = (await listRoles(office.people.accounts)).filter(
    ({ role, state, from, to }) =>
      (role === 'planner' || role === 'statistician') &&
      state === 'granted' &&
      from <= today &&
      (to === null || today <= to),
  );
  const authors = authorsOf(draft);
  const accounts = [...new Set(holders.map(({ account }) => account))].filter(
    (one) => !authors.includes(`account:${one}`),
  );
  await tell(
    office,
    actor,
    accounts.sort().map((account) => notice(account, actor, draft)),
  );
}

/** Tells those who wrote a draft what became of it. */
export async function tellAuthors(office: Office, actor: Actor, draft: Draft): Promise<void> {
  const accounts = authorsOf(draft).flatMap((person) => (person.startsWith('account:') ? [person.slice(8)] : []));
  await tell(
    office,
    actor,
    accounts.map((account) => notice(account, actor, draft)),
  );
}

function notice(account: string, { person: by }: Actor, { state, indicator }: Draft) {
  return { account, words: `notice.definition-${state}`, args: { indicator, by } };
}
