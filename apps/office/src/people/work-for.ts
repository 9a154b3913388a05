import {
  listRenewals,
  type Renewal,
  type RoleGrant,
  renewalFlow,
  renewalFlowName,
  roleFlows,
  roleGrantFlow,
} from '@zhiheng/accounts';
import { type Flow, Instances, momentAt, openWork, type WorkItem } from '@zhiheng/acts';
import {
  draftFlow,
  draftFlowName,
  publicationFlow,
  publicationFlowName,
  tableFlow,
  tableFlowName,
} from '@zhiheng/indicators';
import { changeFlow, changeFlowName, type TaskRow } from '@zhiheng/programme';
import { mayDo, mightDo, type Permission } from '@zhiheng/rights';
import type { Actor } from '@zhiheng/vocabulary';
import type { TableProposalRow } from '../answers-classifications.js';
import type { DraftRow } from '../answers-definitions.js';
import type { TargetProposalRow } from '../answers-targets.js';
import type { VintageAnswer } from '../answers-vintages.js';
import { proposedTables } from '../classification/proposed-tables.js';
import { actingNow, draftRow } from '../definitions/draft-rows.js';
import type { Office } from '../office.js';
import { listVintages } from '../publishing/vintage-rows.js';
import { targetProposals } from '../targets/proposal-rows.js';
import { taskContext } from '../tasks/task-context.js';

/** Every version of every flow of the office by which something is under way. */
const flows: readonly Flow[] = [...roleFlows, renewalFlow, draftFlow, publicationFlow, tableFlow, changeFlow];

/** What waits for an actor, the most urgent first, worked out from what stands open in the flows of the office. */
export async function workFor(office: Office, actor: Actor): Promise<WorkItem[]> {
  const { ledger, clock, people, settings } = office;
  const open = await new Instances(ledger, flows).open();
  if (open.length === 0) return [];
  const now = momentAt(clock.now().toISOString(), await people.calendar.current(), settings.get('time-zone'));
  return openWork(flows, open, actor, [], now).filter((item) => isAllowed(item, actor));
}

/** The right that confirming in a flow asks for beside its roles: keys and what is done in person only are asked of rights. */
const confirming: Readonly<Record<string, Permission>> = {
  [roleGrantFlow]: 'roles:confirm',
  [renewalFlowName]: 'links:confirm',
  [draftFlowName]: 'definitions:publish',
  [publicationFlowName]: 'vintages:sign',
  [tableFlowName]: 'classifications:accept',
  [changeFlowName]: 'targets:accept',
};

function isAllowed({ kind, acts }: WorkItem, actor: Actor): boolean {
  if (kind === draftFlowName && !acts.some(({ act }) => act === 'publish')) {
    return mayDo(actor, 'definitions:draft').allowed;
  }
  if (kind === publicationFlowName && !acts.some(({ act }) => act === 'sign')) {
    return mayDo(actor, 'vintages:propose').allowed;
  }
  const permission = confirming[kind];
  // The flow has looked for another person; that one is none of these.
  return permission === undefined || mayDo(actor, permission, { doneBy: ['another'] }).allowed;
}

/** The proposed roles among items of work. */
export function proposalsAmong(items: readonly WorkItem[], grants: readonly RoleGrant[]): RoleGrant[] {
  const ids = items.filter(({ kind }) => kind === roleGrantFlow).map(({ instance }) => instance);
  return grants.filter(({ id }) => ids.includes(id));
}

/** The links among items of work that another administrator asked for. */
export async function renewalsAmong({ people }: Office, items: readonly WorkItem[]): Promise<Renewal[]> {
  const ids = items.filter(({ kind }) => kind === renewalFlowName).map(({ instance }) => instance);
  return ids.length === 0 ? [] : (await listRenewals(people.accounts)).filter(({ renewal }) => ids.includes(renewal));
}

/** The drafts of definitions among items of work. */
export async function draftsAmong(office: Office, actor: Actor, items: readonly WorkItem[]): Promise<DraftRow[]> {
  const ids = items.filter(({ kind }) => kind === draftFlowName).map(({ instance }) => instance);
  if (ids.length === 0) return [];
  const acting = await actingNow(office, actor);
  return Promise.all(ids.map(async (id) => draftRow(office, await office.drafts.get(id), acting)));
}

/** The own tables among items of work that wait for a second person. */
export async function tablesAmong(
  office: Office,
  actor: Actor,
  items: readonly WorkItem[],
): Promise<TableProposalRow[]> {
  const ids = items.filter(({ kind }) => kind === tableFlowName).map(({ instance }) => instance);
  return ids.length === 0 ? [] : (await proposedTables(office, actor)).filter(({ proposal }) => ids.includes(proposal));
}

/** The changes of targets among items of work that wait for a second person. */
export async function targetChangesAmong(
  office: Office,
  actor: Actor,
  items: readonly WorkItem[],
): Promise<TargetProposalRow[]> {
  const ids = items.filter(({ kind }) => kind === changeFlowName).map(({ instance }) => instance);
  return ids.length === 0 ? [] : (await targetProposals(office, actor)).filter(({ id }) => ids.includes(id));
}

/** The vintages among items of work that wait for a second person, or that were returned. */
export async function vintagesAmong(
  office: Office,
  actor: Actor,
  items: readonly WorkItem[],
): Promise<VintageAnswer[]> {
  const ids = items.filter(({ kind }) => kind === publicationFlowName).map(({ instance }) => instance);
  if (ids.length === 0) return [];
  const all = await listVintages(office, actor);
  return all.filter(({ vintage }) => ids.some((id) => id.startsWith(`${vintage}.`)));
}

/** The tasks of programmes that wait for an actor. */
export async function tasksFor(office: Office, actor: Actor): Promise<TaskRow[]> {
  if (!mightDo(actor, 'tasks:work') && !mightDo(actor, 'tasks:assign')) return [];
  return office.tasks.waiting(await taskContext(office, actor));
}
