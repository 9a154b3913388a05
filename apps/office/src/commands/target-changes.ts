import { type ChangeStep, limitHistory, type ProposedChange } from '@zhiheng/programme';
import { mightDo } from '@zhiheng/rights';
import type { TargetHistoryAnswer, TargetProposalRow } from '../answers-targets.js';
import { actingNow } from '../definitions/draft-rows.js';
import { currentReference } from '../reference.js';
import { demandChange, unknownTarget } from '../targets/changeable-target.js';
import { proposalRow, targetProposals as rowsOf, tellAccepters, tellProposers } from '../targets/proposal-rows.js';
import { type Command, type CommandContext, done } from './command.js';

/** A limit from a day on, and why. */
export interface ReviseInput {
  readonly programme: string;
  readonly target: string;
  readonly limit: number;
  readonly due?: string;
  readonly from: string;
  readonly reason: string;
  /** Number of a document that says so. */
  readonly source?: string;
}

export interface OverlayInput extends ReviseInput {
  readonly area: string;
}

export interface TargetHistoryInput {
  readonly programme?: string;
  readonly target: string;
  readonly area?: string;
}

/** Proposes a limit for the programme's own target; it holds when a second person accepted it. */
export const targetRevise: Command<ReviseInput, TargetProposalRow> = (input, context) => propose(input, null, context);

/** Proposes the limit of a region, in its own area or by a planner. */
export const targetOverlay: Command<OverlayInput, TargetProposalRow> = (input, context) =>
  propose(input, currentReference(context.office).areas().get(input.area).code, context);

async function propose(input: ReviseInput, area: string | null, { office, actor }: CommandContext) {
  const { programme, target, limit, due, from, reason, source } = input;
  const named = source?.trim() === '' ? undefined : source;
  const change: ProposedChange = {
    ...{ programme: currentReference(office).programme(programme).id, target, area, limit, from },
    ...{ due: due ?? null, source: named ?? null },
  };
  demandChange(office, change);
  const proposed = await office.targetChanges.propose(change, reason, await actingNow(office, actor));
  await tellAccepters(office, actor, proposed);
  return done(await proposalRow(office, actor, proposed));
}

/** Limits that wait for a second person. */
export const targetProposals: Command<object, TargetProposalRow[]> = async (_, { office, actor }) =>
  done(await rowsOf(office, actor));

/** A second person puts a limit in force. Refused where its target can no longer be changed so. */
export const targetAccept: Command<ChangeStep, TargetProposalRow> = async (step, { office, actor }) => {
  const waiting = await office.targetChanges.waiting(step.id);
  if (waiting !== null) demandChange(office, waiting);
  const accepted = await office.targetChanges.accept(step, await actingNow(office, actor));
  await office.changes.readAgain();
  await tellProposers(office, actor, accepted);
  return done(await proposalRow(office, actor, accepted));
};

/** Gives a limit back, with a reason. */
export const targetReturn: Command<ChangeStep, TargetProposalRow> = async (step, { office, actor }) => {
  const returned = await office.targetChanges.return(step, await actingNow(office, actor));
  await tellProposers(office, actor, returned);
  return done(await proposalRow(office, actor, returned));
};

/** Whoever proposed a limit takes it back. */
export const targetWithdraw: Command<ChangeStep, TargetProposalRow> = async (step, { office, actor }) => {
  const withdrawn = await office.targetChanges.withdraw(step, await actingNow(office, actor));
  return done(await proposalRow(office, actor, withdrawn));
};

/** Every limit that a target had, with reasons and, but for visitors, names. Throws `not-found`, `area-unknown`. */
export const targetHistory: Command<TargetHistoryInput, TargetHistoryAnswer> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const programme = reference.programme(input.programme);
  const area = input.area === undefined ? null : reference.areas().get(input.area).code;
  const changes = office.changes.accepted;
  const standings = limitHistory(programme, input.target, area, changes);
  const target =
    programme.targets.find(({ id }) => id === input.target) ??
    programme.overlays.find((one) => one.area === area)?.targets.find((one) => one.target.id === input.target)?.target;
  if (target === undefined) throw unknownTarget(input.target, programme);
  const named = actor.kind !== 'visitor';
  const ruled = 'limit' in target;
  return done({
    ...{ target: target.id, names: target.names, unit: target.unit, area },
    standings: (standings ?? []).map(({ change, ...standing }) => ({
      ...standing,
      change: change && {
        ...{ id: change.id, proposedAt: change.proposedAt, acceptedAt: change.acceptedAt },
        ...{ proposedBy: named ? change.proposedBy : null, acceptedBy: named ? change.acceptedBy : null },
      },
    })),
    acts: ruled
      ? [
          ...(mightDo(actor, 'targets:revise') ? (['revise'] as const) : []),
          ...(mightDo(actor, 'targets:overlay') ? (['overlay'] as const) : []),
        ]
      : [],
    areas: mightDo(actor, 'targets:revise') || actor.areas === 'everywhere' ? null : actor.areas,
  });
};
