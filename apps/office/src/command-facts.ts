import { listAccounts, listDelegations, listRenewals, listRoles } from '@zhiheng/accounts';
import { proposersOf } from '@zhiheng/acts';
import type { Facts } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import { doersOf } from './definitions/draft-rows.js';
import type { Office } from './office.js';
import { doersOfVintage } from './publishing/vintage-rows.js';
import { runningJobs } from './running-jobs.js';

/** What is known of the object of a command before it runs, by its input. */
export type FactsOf = (
  input: object,
  asked: { readonly actor: Actor; readonly office: Office },
) => Facts | Promise<Facts>;

/** A text of an input that nobody has checked yet. */
export function textOf(input: object, key: string): string | undefined {
  const value = (input as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}

/** For commands whose session is opened with the actor's own scope. */
export const narrowed: FactsOf = () => ({ narrowedByScope: true });

/** For commands that reach nothing but what belongs to the account that asks. */
export const ownObject: FactsOf = (_, { actor }) => ({ account: actor.account });

/** The account that the input names; one's own where it names none. */
export const accountNamed: FactsOf = (input, { actor }) => ({ account: textOf(input, 'account') ?? actor.account });

/** Running work belongs to whoever began it. */
export const jobOf: FactsOf = (input, { actor, office }) => {
  const id = textOf(input, 'id');
  const own = runningJobs(office)
    .list()
    .some((job) => job.id === id && job.person === actor.person);
  return { account: own ? actor.account : null };
};

/** A delegation belongs to the account that gave it. */
export const delegationOf: FactsOf = async (input, { office }) => {
  const all = await listDelegations(office.people.accounts);
  return { account: all.find(({ id }) => id === textOf(input, 'id'))?.giver ?? null };
};

/** A proposed role: who proposed it, and whom it is for. */
export const grantOf: FactsOf = async (input, { office }) => {
  const grant = (await listRoles(office.people.accounts)).find(({ id }) => id === textOf(input, 'grant'));
  return grant === undefined ? {} : { doneBy: [grant.proposedBy, `account:${grant.account}`] };
};

/** The organisation of the account that the input names. */
export const organisationOfAccount: FactsOf = async (input, { office }) => {
  const named = textOf(input, 'account');
  const account = (await listAccounts(office.people.accounts)).find(({ id }) => id === named);
  return { organisation: account?.organisation ?? null };
};

/** A new link that was asked for: by whom, and for which account. */
export const renewalFacts: FactsOf = async (input, { office }) => {
  const renewal = (await listRenewals(office.people.accounts)).find((one) => one.renewal === textOf(input, 'renewal'));
  return renewal === undefined ? {} : { doneBy: [renewal.askedBy, `account:${renewal.account}`] };
};

/** A draft of a definition: who wrote it, and who handed it in. */
export const draftFacts: FactsOf = async (input, { office }) => {
  const id = textOf(input, 'id') ?? '';
  const draft = await office.drafts.get(id).catch(() => null);
  return draft === null ? {} : { doneBy: doersOf(draft) };
};

/** An own table that waits for a second person: who loaded it. */
export const tableFacts: FactsOf = async (input, { office }) => {
  const waiting = await office.tableProposals.waiting(textOf(input, 'table') ?? '');
  return waiting === null ? {} : { doneBy: proposersOf(waiting) };
};

/** A limit that waits for a second person: who proposed it, and for which region. */
export const changeFacts: FactsOf = async (input, { office }) => {
  const waiting = await office.targetChanges.waiting(textOf(input, 'id') ?? '');
  return waiting === null ? {} : { doneBy: proposersOf(waiting), area: waiting.area };
};

/** A proposed vintage: who computed it, and who proposed it. */
export const vintageFacts: FactsOf = async (input, { office }) => ({
  doneBy: await doersOfVintage(office, textOf(input, 'vintage') ?? ''),
});
