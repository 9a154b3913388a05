import type { TableStep } from '@zhiheng/indicators';
import { UserFault } from '@zhiheng/vocabulary';
import type { TableProposalRow } from '../answers-classifications.js';
import { faultWithTables, readGiven } from '../classification/given-table.js';
import { proposalRow, proposedTables, proposedText, tellLoaders } from '../classification/proposed-tables.js';
import { actingNow } from '../definitions/draft-rows.js';
import { type Command, done } from './command.js';

/** Own tables that wait for a second person. */
export const classificationProposals: Command<object, TableProposalRow[]> = async (_, { office, actor }) =>
  done(await proposedTables(office, actor));

/** A second person puts an own table in force, from the next `compute` on. Refused where definitions no longer go with it. */
export const classificationAccept: Command<TableStep, TableProposalRow> = async (step, { office, actor }) => {
  const waiting = await office.tableProposals.waiting(step.table);
  if (waiting !== null) {
    const read = readGiven(office, { text: await proposedText(office, waiting), file: waiting.file });
    const fault = 'table' in read ? faultWithTables(office, read.tables) : read.faults[0];
    if (fault instanceof UserFault) throw fault;
  }
  const accepted = await office.tableProposals.accept(step, await actingNow(office, actor));
  await office.tables.readAgain();
  await tellLoaders(office, actor, accepted);
  return done(await proposalRow(office, actor, accepted));
};

/** Gives an own table back, with a reason. */
export const classificationReturn: Command<TableStep, TableProposalRow> = async (step, { office, actor }) => {
  const returned = await office.tableProposals.return(step, await actingNow(office, actor));
  await tellLoaders(office, actor, returned);
  return done(await proposalRow(office, actor, returned));
};

/** Whoever loaded a table takes it back. */
export const classificationWithdraw: Command<TableStep, TableProposalRow> = async (step, { office, actor }) => {
  const withdrawn = await office.tableProposals.withdraw(step, await actingNow(office, actor));
  return done(await proposalRow(office, actor, withdrawn));
};
