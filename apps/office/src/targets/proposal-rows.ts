import { proposersOf } from '@zhiheng/acts';
import type { ChangeProposal } from '@zhiheng/programme';
import { mayDo } from '@zhiheng/rights';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { TargetProposalRow } from '../answers-targets.js';
import { actingNow } from '../definitions/draft-rows.js';
import type { Office } from '../office.js';
import { holdersOfRoles } from '../people/holders-of-roles.js';
import { tell } from '../people/tell.js';
import { currentReference } from '../reference.js';
import { unchangedTarget } from './changeable-target.js';

/** Limits that wait for a second person, as far as whoever asks sees them: a region those of its own areas. */
export async function targetProposals(office: Office, actor: Actor): Promise<TargetProposalRow[]> {
  const open = (await office.targetChanges.open()).filter(
    ({ area }) => mayDo(actor, 'targets:read-proposals', { area }).allowed,
  );
  return Promise.all(open.map((one) => proposalRow(office, actor, one)));
}

/** A proposed limit as a list tells it. */
export async function proposalRow(office: Office, actor: Actor, proposal: ChangeProposal): Promise<TargetProposalRow> {
  const { id, programme, target, area, limit, due, from, source, reason, state, version, history } = proposal;
  const [proposed] = history;
  const possible = await office.targetChanges.possible(proposal, await actingNow(office, actor));
  const allowed = {
    accept: mayDo(actor, 'targets:accept', { doneBy: proposersOf(proposal) }).allowed,
    return: mayDo(actor, 'targets:return').allowed,
    withdraw: mayDo(actor, 'targets:overlay', { area }).allowed,
  };
  const held = heldBefore(office, proposal);
  return {
    ...{ id, programme, target, area, limit, due, from, source, reason, state, version },
    ...{ names: held.names, unit: held.unit, kind: held.kind, before: held.limit },
    areaNames: area === null ? null : currentReference(office).areas().get(area).names,
    ...{ proposedBy: proposed?.person ?? '', proposedAt: proposed?.time ?? '' },
    acts: possible.map(({ act }) => act).filter((act) => allowed[act as keyof typeof allowed] === true),
  };
}

/** A target may have gone from its programme since; the proposal still waits, to be returned. */
function heldBefore(office: Office, proposal: ChangeProposal) {
  try {
    const { target, limit } = unchangedTarget(office, proposal);
    return { names: target.names, unit: target.unit, kind: target.kind, limit };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const { target } = proposal;
    return { names: { 'zh-Hans': target, 'zh-Hant': target, en: target }, unit: null, kind: null, limit: null };
  }
}

/** Tells those who could accept a limit that it waits for a second person. */
export async function tellAccepters(office: Office, actor: Actor, proposal: ChangeProposal): Promise<void> {
  await tellOf(office, actor, proposal, await holdersOfRoles(office, ['planner'], proposersOf(proposal)));
}

/** Tells whoever proposed a limit what became of it. */
export async function tellProposers(office: Office, actor: Actor, proposal: ChangeProposal): Promise<void> {
  const accounts = proposersOf(proposal).flatMap((one) => (one.startsWith('account:') ? [one.slice(8)] : []));
  await tellOf(office, actor, proposal, [...new Set(accounts)]);
}

function tellOf(office: Office, actor: Actor, proposal: ChangeProposal, accounts: readonly string[]) {
  const { state, programme, target, area, limit, from } = proposal;
  const notices = accounts.map((account) => ({
    ...{ account, words: `notice.target-change-${state}` },
    args: {
      target: area === null ? `${programme} ${target}` : `${programme} ${target} ${area}`,
      limit,
      from,
      by: actor.person,
    },
  }));
  return tell(office, actor, notices);
}
