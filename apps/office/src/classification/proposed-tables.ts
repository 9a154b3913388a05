import { proposersOf } from '@zhiheng/acts';
import type { TableProposal } from '@zhiheng/indicators';
import { mayDo } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import type { TableProposalRow } from '../answers-classifications.js';
import { actingNow } from '../definitions/draft-rows.js';
import type { Office } from '../office.js';
import { holdersOfRoles } from '../people/holders-of-roles.js';
import { tell } from '../people/tell.js';
import type { OwnTableObject } from './tables-in-force.js';

/** Tables that wait for a second person, with what the actor could do with each. */
export async function proposedTables(office: Office, actor: Actor): Promise<TableProposalRow[]> {
  const open = await office.tableProposals.open();
  return Promise.all(open.map((one) => proposalRow(office, actor, one)));
}

/** A proposed table as a list tells it. */
export async function proposalRow(office: Office, actor: Actor, proposal: TableProposal): Promise<TableProposalRow> {
  const { id, table, tableVersion, file, state, version, history } = proposal;
  const [loaded] = history;
  const reason = loaded?.input.reason;
  const possible = await office.tableProposals.possible(proposal, await actingNow(office, actor));
  const allowed = {
    accept: mayDo(actor, 'classifications:accept', { doneBy: proposersOf(proposal) }).allowed,
    return: mayDo(actor, 'classifications:return').allowed,
    withdraw: mayDo(actor, 'classifications:load').allowed,
  };
  return {
    ...{ proposal: id, table, tableVersion, file, state, version },
    ...{ loadedBy: loaded?.person ?? '', loadedAt: loaded?.time ?? '' },
    reason: reason === undefined ? null : String(reason),
    acts: possible.map(({ act }) => act).filter((act) => allowed[act as keyof typeof allowed] === true),
  };
}

/** The text of a proposed table. */
export async function proposedText(office: Office, { hash }: TableProposal): Promise<string> {
  return ((await office.store.getJson(hash)) as OwnTableObject).text;
}

/** Tells those who could accept a table that it waits for a second person. */
export async function tellAccepters(office: Office, actor: Actor, proposal: TableProposal): Promise<void> {
  const accounts = await holdersOfRoles(office, ['planner', 'statistician'], proposersOf(proposal));
  await tellOf(office, actor, proposal, accounts);
}

/** Tells whoever loaded a table what became of it. */
export async function tellLoaders(office: Office, actor: Actor, proposal: TableProposal): Promise<void> {
  const accounts = proposersOf(proposal).flatMap((one) => (one.startsWith('account:') ? [one.slice(8)] : []));
  await tellOf(office, actor, proposal, [...new Set(accounts)]);
}

function tellOf(office: Office, actor: Actor, { state, table }: TableProposal, accounts: readonly string[]) {
  const notices = accounts.map((account) => ({
    ...{ account, words: `notice.own-table-${state}` },
    args: { table, by: actor.person },
  }));
  return tell(office, actor, notices);
}
